package jp.tsunagu.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;

/** For whom a case exists. */
class CasePartiesTest {
  private static final Party COUNTER = new Party("city", "city-1");
  private static final Party NEXT_DOOR = new Party("city", "city-2");
  private static final Party YOUTH = new Party("org05", "org05-1");
  private static final Party COLLEAGUE = new Party("org05", "org05-2");
  /** The city's workers are each in a unit of their own, the others' organisations are one team. */
  private static final Teams TEAMS = (who, face) -> who.organisation().equals(face.organisation())
      && (!who.organisation().equals("city") || who.equals(face));
  private static final Instant DUE = Instant.parse("2026-04-02T00:00:00Z");

  private final CaseParties opened = CaseParties.none().after(new ReferralMessage.JourneyOpened("c-1", COUNTER, Urgency.NORMAL));

  @Test
  void existsForTheTeamOfWhoeverHoldsIt() {
    assertThat(opened.admit(COUNTER, TEAMS)).isTrue();
    assertThat(opened.admit(NEXT_DOOR, TEAMS)).isFalse();
    assertThat(opened.admit(YOUTH, TEAMS)).isFalse();
  }

  @Test
  void movesWithTheCaseFromUnitToUnit() {
    var moved = opened.after(new ReferralMessage.CustodyMoved("c-1", COUNTER, NEXT_DOOR));
    assertThat(moved.admit(NEXT_DOOR, TEAMS)).isTrue();
    assertThat(moved.admit(COUNTER, TEAMS)).isFalse();
  }

  @Test
  void staysWithTheTeamThatHandedItOn() {
    var handedOn = opened.after(new ReferralMessage.CustodyMoved("c-1", COUNTER, YOUTH));
    assertThat(handedOn.admit(COUNTER, TEAMS)).isTrue();
    assertThat(handedOn.admit(NEXT_DOOR, TEAMS)).isFalse();
    assertThat(handedOn.admit(COLLEAGUE, TEAMS)).isTrue();
  }

  @Test
  void existsForTheWholeOrganisationThatWasAskedWithoutAName() {
    var asked = CaseParties.of(YOUTH, List.of("org05")).asked("city", "r-1", null);
    assertThat(asked.admit(COUNTER, TEAMS)).isTrue();
    assertThat(asked.admit(NEXT_DOOR, TEAMS)).isTrue();
    var taken = asked.after(new ReferralMessage.Accepted("c-1", "r-1", NEXT_DOOR, DUE));
    assertThat(taken.admit(COUNTER, TEAMS)).isFalse();
    assertThat(taken.after(new ReferralMessage.ReceiverReassigned("c-1", "r-1", COUNTER)).admit(COUNTER, TEAMS)).isTrue();
  }

  @Test
  void existsForTheWholeOrganisationAskedAgainWithoutAName() {
    var back = opened.after(new ReferralMessage.CustodyMoved("c-1", COUNTER, YOUTH)).asked("city", "r-2", null);
    assertThat(back.admit(NEXT_DOOR, TEAMS)).isTrue();
  }

  @Test
  void forgetsAColleagueWhoWasReplacedInEverythingTheyDid() {
    var taken = CaseParties.of(YOUTH, List.of("org05")).asked("city", "r-1", null).takenOn("r-1", COUNTER)
        .after(new ReferralMessage.CustodyMoved("c-1", YOUTH, COUNTER));
    var moved = taken.after(new ReferralMessage.CustodyMoved("c-1", COUNTER, NEXT_DOOR));
    assertThat(moved.admit(COUNTER, TEAMS)).isFalse();
    assertThat(moved.admit(NEXT_DOOR, TEAMS)).isTrue();
  }

  @Test
  @SuppressWarnings("NullAway") // as documents from before have it
  void readsWhatWasKeptBeforeThereWereFaces() {
    var old = new CaseParties(COUNTER, List.of("city"), null, null, null);
    assertThat(old).isEqualTo(CaseParties.of(COUNTER, List.of("city")));
    assertThat(old.admit(NEXT_DOOR, TEAMS)).isFalse();
  }

  @Test
  void existsForMembersOfAMeetingAndForNobodyWhoIsBarred() {
    var met = opened
        .after(new IntakeMessage.SupportMeetingHeld("c-1", "m-1", COUNTER, LocalDate.of(2026, 4, 1), List.of(NEXT_DOOR),
            List.of(ConsentItem.NAME)));
    assertThat(met.admit(NEXT_DOOR, TEAMS)).isTrue();
    assertThat(met.after(new IntakeMessage.WorkerBarred("c-1", NEXT_DOOR, COUNTER)).admit(NEXT_DOOR, TEAMS)).isFalse();
  }

  @Test
  void keepsTheJourneysWordWhenTheOpeningArrivesLater() {
    var moved = opened.after(new ReferralMessage.CustodyMoved("c-1", COUNTER, NEXT_DOOR));
    assertThat(moved.after(new IntakeMessage.CaseOpened("c-1", COUNTER, Urgency.NORMAL, "WALK_IN"))).isEqualTo(moved);
  }
}
