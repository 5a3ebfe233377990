package jp.tsunagu.referral;

import static jp.tsunagu.referral.Cast.KEN;
import static jp.tsunagu.referral.Cast.NOTHING;
import static jp.tsunagu.referral.Cast.NOW;
import static jp.tsunagu.referral.Cast.OPEN;
import static jp.tsunagu.referral.Cast.PROPOSED;
import static jp.tsunagu.referral.Cast.SORA;
import static jp.tsunagu.referral.Cast.WELFARE;
import static jp.tsunagu.referral.Cast.WORKPLACE;
import static jp.tsunagu.referral.Cast.YOUTH;
import static jp.tsunagu.referral.Cast.YUI;
import static jp.tsunagu.referral.Cast.noteCheckIn;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;

import jp.tsunagu.contracts.ClosingReason;
import jp.tsunagu.contracts.DeclineReason;
import jp.tsunagu.contracts.Step;
import jp.tsunagu.contracts.StepKind;

import org.junit.jupiter.api.Test;

/** The holder goes on supporting: what it plans at follow-up is its next step. */
class SupportingSpec {
  private static final LocalDate IN_A_MONTH = Cast.today().plusDays(30);

  @Test
  void decidesAfterTheCheckInThatTheHolderPlans() {
    var due = Cast.WEEKDAYS.closeOf(LocalDate.parse("2026-05-15"));
    OPEN.when(noteCheckIn(YOUTH, IN_A_MONTH)).then(new JourneyEvent.StepsPlanned(YUI,
        List.of(new Step("next-step", StepKind.NEXT_STEP, "org05", "org05-1", due, null, null))));
  }

  @Test
  void decidesAfterTheLastOfThem() {
    var planned = OPEN.and(noteCheckIn(YOUTH, IN_A_MONTH));
    planned.when(noteCheckIn(YOUTH, IN_A_MONTH)).thenNothing();
    planned.when(noteCheckIn(YOUTH, IN_A_MONTH.minusDays(7))).thenNothing();
    assertThat(Cast.steps(planned.and(noteCheckIn(YOUTH, IN_A_MONTH.plusDays(7))))).containsExactly("next-step org05-1 2026-05-22");
  }

  @Test
  void settlesADateThatHasPassed() {
    var late = OPEN.and(new JourneyCommand.NoteCheckIn(YOUTH, IN_A_MONTH, Cast.days(20)));
    assertThat(Cast.steps(late)).containsExactly("next-step org05-1 2026-05-15");
  }

  @Test
  void setsNoDateInThePast() {
    var due = Cast.WEEKDAYS.closeOf(IN_A_MONTH.plusDays(14));
    OPEN.when(new JourneyCommand.NoteCheckIn(YOUTH, IN_A_MONTH, due)).thenNothing();
    assertThat(OPEN.when(new JourneyCommand.NoteCheckIn(YOUTH, IN_A_MONTH, due.minusMillis(1))).events()).hasSize(1);
  }

  @Test
  void concernsTheHolderOnly() {
    PROPOSED.when(noteCheckIn(WORKPLACE, IN_A_MONTH)).thenNothing();
    OPEN.when(noteCheckIn("org09", IN_A_MONTH)).thenNothing();
    Cast.ACCEPTED.when(noteCheckIn(YOUTH, IN_A_MONTH.plusDays(60))).thenNothing();
    assertThat(Cast.ACCEPTED.when(noteCheckIn(WORKPLACE, IN_A_MONTH.plusDays(60))).events()).hasSize(1);
  }

  @Test
  void leavesAloneWhatAReferralAsksOfItsSides() {
    assertThat(Cast.steps(PROPOSED.and(noteCheckIn(YOUTH, IN_A_MONTH)))).containsExactly("next-step org05-1 2026-05-15",
        "answer:r-1 org14-m 2026-04-06");
    assertThat(Cast.steps(Cast.ACCEPTED.and(noteCheckIn(WORKPLACE, IN_A_MONTH)))).startsWith("next-step org14-1 2026-05-15")
        .containsAll(Cast.steps(Cast.ACCEPTED).subList(1, 4)).hasSize(4);
  }

  @Test
  void keepsTheSecretariatBehindAPersonNobodyTook() {
    var declined = PROPOSED.and(Cast.decline(KEN, "r-1", DeclineReason.NO_CAPACITY), Cast.propose(YUI, Cast.proposal("r-2", WELFARE)),
        Cast.decline(SORA, "r-2", DeclineReason.EXPERTISE));
    assertThat(Cast.steps(declined.and(noteCheckIn(YOUTH, IN_A_MONTH)))).containsExactly("next-step org05-1 2026-05-15 behind secretariat");
  }

  @Test
  void knowsTheCheckInsThatSupportEndedWith() {
    var ended = OPEN.and(Cast.endSupport(YUI, Cast.checkIns(Cast.checkIn(Cast.today().plusDays(7), "org05-1"),
        Cast.checkIn(Cast.today().plusDays(90), "org05-2"))));
    ended.when(noteCheckIn(YOUTH, Cast.today().plusDays(7))).thenNothing();
    ended.when(noteCheckIn(YOUTH, Cast.today().plusDays(90))).thenNothing();
    assertThat(ended.when(noteCheckIn(YOUTH, Cast.today().plusDays(91))).events()).hasSize(1);
  }

  @Test
  void meansNothingWithoutAnOpenJourney() {
    NOTHING.when(noteCheckIn(YOUTH, IN_A_MONTH)).refuses("UNKNOWN no-such-case");
    OPEN.and(Cast.close(YUI, Cast.agreed(ClosingReason.GOAL_MET))).when(noteCheckIn(YOUTH, IN_A_MONTH)).thenNothing();
  }

  @Test
  void losesItsDateToTheNextSetback() {
    var declined = PROPOSED.and(noteCheckIn(YOUTH, IN_A_MONTH), Cast.decline(KEN, "r-1", DeclineReason.NO_CAPACITY));
    assertThat(Cast.steps(declined)).containsExactly("next-step org05-1 " + LocalDate.ofInstant(Cast.WEEKDAYS.plus(NOW, 2), Cast.JAPAN));
  }
}
