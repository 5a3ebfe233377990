package jp.tsunagu.notification.telling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import jp.tsunagu.contracts.ConsentItem;
import jp.tsunagu.contracts.BasisKind;
import jp.tsunagu.contracts.ClosingReason;
import jp.tsunagu.contracts.ConnectionStage;
import jp.tsunagu.contracts.DeclineReason;
import jp.tsunagu.contracts.FollowUpMessage;
import jp.tsunagu.contracts.IntakeMessage;
import jp.tsunagu.contracts.Interpreter;
import jp.tsunagu.contracts.Message;
import jp.tsunagu.contracts.NotificationMessage.NoticeKind;
import jp.tsunagu.contracts.OutcomeCode;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.contracts.ReferralMessage;
import jp.tsunagu.contracts.Step;
import jp.tsunagu.contracts.StepKind;
import jp.tsunagu.contracts.UnknownMessage;
import jp.tsunagu.contracts.Urgency;
import jp.tsunagu.contracts.Worry;

/** Who is told of what. */
class NoticePolicyTest {
  private static final Instant AT = Instant.parse("2026-11-24T01:00:00Z");
  private static final Party REFERRER = new Party("org01", "org01-1");
  private static final Party COLLEAGUE = new Party("org01", "org01-2");
  private static final Party RECEIVER = new Party("org05", "org05-1");
  private static final Party RECEIVERS_MANAGER = new Party("org05", "org05-m");
  private static final Party SECRETARIAT = new Party("city", "secretariat");
  private static final Party AWAY = new Party("org05", "org05-9");
  private static final People PEOPLE = new People() {
    @Override
    public Optional<Party> managerOf(String organisation) {
      return Optional.of(new Party(organisation, organisation + "-m"));
    }

    @Override
    public Optional<Party> managerOver(Party worker) {
      return managerOf(worker.organisation());
    }

    @Override
    public boolean away(Party worker) {
      return worker.equals(AWAY);
    }

    @Override
    public Optional<Party> deputyOf(Party worker) {
      return worker.equals(AWAY) ? Optional.of(COLLEAGUE) : Optional.empty();
    }

    @Override
    public Optional<Party> secretariat() {
      return Optional.of(SECRETARIAT);
    }
  };

  private CaseMemory memory = CaseMemory.none();

  private List<Telling> hear(Message message) {
    if (message instanceof ReferralMessage m) memory = memory.after(m, AT);
    return NoticePolicy.tellings(message, memory, PEOPLE);
  }

  private static ReferralMessage proposed(@Nullable String toWorker) {
    return new ReferralMessage.Proposed("c-1", "r-1", REFERRER, "org05", toWorker, null, Worry.TROUBLE_AT_WORK, Urgency.NORMAL,
        BasisKind.CONSENT, AT, null, null, null);
  }

  private void accepted() {
    hear(new ReferralMessage.JourneyOpened("c-1", REFERRER, Urgency.NORMAL));
    hear(proposed(null));
    hear(new ReferralMessage.Accepted("c-1", "r-1", RECEIVER, AT));
  }

  @Test
  void tellsBothWhoGoTogetherWhoeverSaidIt() {
    accepted();
    assertThat(hear(new ReferralMessage.AccompaniedVisitPlanned("c-1", "r-1", RECEIVER, AT)))
        .containsExactly(Telling.of(REFERRER, NoticeKind.VISIT_PLANNED));
    assertThat(hear(new ReferralMessage.AccompaniedVisitCancelled("c-1", "r-1", new Party("org05", "org05-2"))))
        .containsExactlyInAnyOrder(Telling.of(REFERRER, NoticeKind.VISIT_CANCELLED), Telling.of(RECEIVER, NoticeKind.VISIT_CANCELLED));
  }

  @Test
  void tellsTheWorkerWhoIsAskedByName() {
    assertThat(hear(proposed("org05-1"))).containsExactly(Telling.of(RECEIVER, NoticeKind.REFERRAL_PROPOSED).withUrgency(Urgency.NORMAL));
  }

  @Test
  void tellsTheManagerWhenAnOrganisationIsAsked() {
    assertThat(hear(proposed(null)))
        .containsExactly(Telling.of(RECEIVERS_MANAGER, NoticeKind.REFERRAL_PROPOSED).withUrgency(Urgency.NORMAL));
  }

  @Test
  void tellsTheReferringWorkerWhatTheReceivingSideDoes() {
    accepted();
    assertThat(hear(new ReferralMessage.Accepted("c-1", "r-1", RECEIVER, AT)))
        .containsExactly(Telling.of(REFERRER, NoticeKind.REFERRAL_ACCEPTED));
    assertThat(hear(new ReferralMessage.Declined("c-1", "r-1", RECEIVER, DeclineReason.NO_CAPACITY, null, null)))
        .containsExactly(Telling.of(REFERRER, NoticeKind.REFERRAL_DECLINED));
    assertThat(hear(new ReferralMessage.InformationRequested("c-1", "r-1", RECEIVER)))
        .containsExactly(Telling.of(REFERRER, NoticeKind.QUESTION_ASKED));
    assertThat(hear(new ReferralMessage.Waitlisted("c-1", "r-1", RECEIVER, LocalDate.parse("2026-12-01"))))
        .containsExactly(Telling.of(REFERRER, NoticeKind.REFERRAL_WAITLISTED));
    assertThat(hear(new ReferralMessage.ReturnProposed("c-1", "r-1", RECEIVER)))
        .containsExactly(Telling.of(REFERRER, NoticeKind.RETURN_PROPOSED));
    assertThat(hear(new ReferralMessage.Connected("c-1", "r-1", RECEIVER, AT, "VISIT")))
        .containsExactly(Telling.of(REFERRER, NoticeKind.CONNECTED));
    assertThat(hear(new ReferralMessage.NotReached("c-1", "r-1", RECEIVER, "org05-2")))
        .containsExactly(Telling.of(REFERRER, NoticeKind.NOT_REACHED));
    assertThat(hear(new ReferralMessage.Completed("c-1", "r-1", RECEIVER, OutcomeCode.GOT_HELP)))
        .containsExactly(Telling.of(REFERRER, NoticeKind.COMPLETED));
  }

  @Test
  void tellsTheDeputyOfWhoeverIsAwayToo() {
    assertThat(hear(new ReferralMessage.CustodyMoved("c-1", REFERRER, AWAY)))
        .containsExactly(Telling.of(AWAY, NoticeKind.ASSIGNED), Telling.of(COLLEAGUE, NoticeKind.ASSIGNED));
    hear(new ReferralMessage.WorkerBarred("c-1", COLLEAGUE));
    assertThat(hear(new ReferralMessage.CustodyMoved("c-1", REFERRER, AWAY))).containsExactly(Telling.of(AWAY, NoticeKind.ASSIGNED));
  }

  @Test
  void tellsTheReceivingWorkerWhatTheReferringSideDoes() {
    accepted();
    assertThat(hear(new ReferralMessage.InformationGiven("c-1", "r-1", REFERRER)))
        .containsExactly(Telling.of(RECEIVER, NoticeKind.QUESTION_ANSWERED));
    assertThat(hear(new ReferralMessage.Returned("c-1", "r-1", REFERRER)))
        .containsExactly(Telling.of(RECEIVER, NoticeKind.RETURN_ACCEPTED));
    assertThat(hear(new ReferralMessage.ReturnRefused("c-1", "r-1", REFERRER)))
        .containsExactly(Telling.of(RECEIVER, NoticeKind.RETURN_REFUSED));
    assertThat(hear(new ReferralMessage.Withdrawn("c-1", "r-1", REFERRER)))
        .containsExactly(Telling.of(RECEIVER, NoticeKind.REFERRAL_WITHDRAWN));
  }

  @Test
  void tellsWhoTookOverFromAColleague() {
    accepted();
    assertThat(hear(new ReferralMessage.CustodyMoved("c-1", REFERRER, RECEIVER)))
        .containsExactly(Telling.of(RECEIVER, NoticeKind.ASSIGNED));
    assertThat(hear(new ReferralMessage.ReferrerReassigned("c-1", "r-1", COLLEAGUE)))
        .containsExactly(Telling.of(COLLEAGUE, NoticeKind.ASSIGNED));
    assertThat(hear(new ReferralMessage.Connected("c-1", "r-1", RECEIVER, AT, "VISIT")))
        .containsExactly(Telling.of(COLLEAGUE, NoticeKind.CONNECTED));
    assertThat(hear(new FollowUpMessage.CheckInReassigned("c-1", "i-1", COLLEAGUE)))
        .containsExactly(Telling.of(COLLEAGUE, NoticeKind.ASSIGNED));
  }

  @Test
  void tellsTheNewReceivingWorker() {
    accepted();
    Party other = new Party("org05", "org05-2");
    assertThat(hear(new ReferralMessage.ReceiverReassigned("c-1", "r-1", other))).containsExactly(Telling.of(other, NoticeKind.ASSIGNED));
    assertThat(hear(new ReferralMessage.InformationGiven("c-1", "r-1", REFERRER)))
        .containsExactly(Telling.of(other, NoticeKind.QUESTION_ANSWERED));
  }

  @Test
  void tellsTheRungOfAPassedDateAndWhichDateItIs() {
    var step = new Step("next-step", StepKind.NEXT_STEP, "org01", "org01-1", AT, null, null);
    assertThat(hear(new FollowUpMessage.DeadlineEscalated("c-1", step, FollowUpMessage.Rung.DEPUTY, COLLEAGUE, AT)))
        .containsExactly(Telling.ofDate(COLLEAGUE, "next-step"));
  }

  @Test
  void tellsTheSecretariatWhenItIsAsked() {
    assertThat(hear(new ReferralMessage.SecretariatAsked("c-1", 2))).containsExactly(Telling.of(SECRETARIAT, NoticeKind.SECRETARIAT_ASKED));
  }

  @Test
  void tellsWhoReceivedSomethingWhenTheConsentIsWithdrawn() {
    accepted();
    assertThat(hear(new ReferralMessage.ConsentEnded("c-1", "k-1", "org05")))
        .containsExactly(Telling.of(RECEIVER, NoticeKind.CONSENT_WITHDRAWN));
  }

  @Test
  void tellsNobodyOfAWithdrawnConsentWhereNothingWasEverSent() {
    accepted();
    assertThat(hear(new ReferralMessage.ConsentEnded("c-1", "k-1", "org09"))).isEmpty();
  }

  @Test
  void tellsNobodyWhatTheyDidThemselves() {
    assertThat(hear(new ReferralMessage.JourneyOpened("c-1", REFERRER, Urgency.NORMAL))).isEmpty();
    assertThat(hear(new ReferralMessage.CaseClosed("c-1", REFERRER, ClosingReason.GOAL_MET))).isEmpty();
    assertThat(hear(new IntakeMessage.PersonRecorded("c-1", REFERRER))).isEmpty();
    assertThat(hear(new FollowUpMessage.WatchEnded("c-1"))).isEmpty();
    assertThat(hear(new UnknownMessage("referral.something-new.v1"))).isEmpty();
  }

  @Test
  void tellsTheHolderAndTheirManagerThatSomebodyBrokeTheGlass() {
    assertThat(hear(new IntakeMessage.GlassBroken("c-1", SECRETARIAT, RECEIVER, AT)))
        .containsExactly(Telling.of(RECEIVER, NoticeKind.GLASS_BROKEN), Telling.of(RECEIVERS_MANAGER, NoticeKind.GLASS_BROKEN));
  }

  @Test
  void tellsTheMembersOfASupportMeetingButNotWhoeverHeldIt() {
    assertThat(hear(new IntakeMessage.SupportMeetingHeld("c-1", "m-1", REFERRER, LocalDate.of(2026, 4, 1), List.of(REFERRER, RECEIVER),
        List.of(ConsentItem.NAME)))).containsExactly(Telling.of(RECEIVER, NoticeKind.MEETING_HELD));
  }

  @Test
  void tellsNobodyWhoIsBarred() {
    accepted();
    hear(new ReferralMessage.WorkerBarred("c-1", REFERRER));
    assertThat(hear(new ReferralMessage.Connected("c-1", "r-1", RECEIVER, AT, "VISIT"))).isEmpty();
    hear(new ReferralMessage.BarLifted("c-1", REFERRER));
    assertThat(hear(new ReferralMessage.Completed("c-1", "r-1", RECEIVER, OutcomeCode.GOT_HELP))).isNotEmpty();
  }

  @Test
  void tellsBothSidesThatAnInterpreterIsMissing() {
    hear(new ReferralMessage.JourneyOpened("c-1", REFERRER, Urgency.NORMAL));
    hear(new ReferralMessage.Proposed("c-1", "r-1", REFERRER, "org05", "org05-1", null, Worry.HEALTH, Urgency.NORMAL, BasisKind.CONSENT, AT,
        "k-1", null, Interpreter.NEEDED));
    assertThat(hear(new ReferralMessage.Accepted("c-1", "r-1", RECEIVER, AT)))
        .containsExactly(Telling.of(REFERRER, NoticeKind.INTERPRETER_NEEDED), Telling.of(RECEIVER, NoticeKind.INTERPRETER_NEEDED));
  }

  @Test
  void tellsTheHolderWhatHappensToAPersonWhoHidesAndToTheirLinks() {
    hear(new ReferralMessage.JourneyOpened("c-1", REFERRER, Urgency.NORMAL));
    assertThat(hear(new IntakeMessage.HiddenAddressAttempted("c-1", REFERRER)))
        .containsExactly(Telling.of(REFERRER, NoticeKind.HIDDEN_ADDRESS_ATTEMPTED));
    assertThat(hear(new IntakeMessage.AgreementAsked("c-1", "v-1", SECRETARIAT)))
        .containsExactly(Telling.of(REFERRER, NoticeKind.CONNECTION_PROPOSED));
    assertThat(hear(new IntakeMessage.CaseLinked("c-1", "c-2", true, RECEIVER)))
        .containsExactly(Telling.of(REFERRER, NoticeKind.LINK_CHANGED));
    assertThat(hear(new IntakeMessage.CaseUnlinked("c-1", "c-2", false, COLLEAGUE)))
        .containsExactly(Telling.of(REFERRER, NoticeKind.LINK_CHANGED));
    assertThat(hear(new IntakeMessage.CaseLinked("c-1", "c-2", false, REFERRER))).as("their own doing").isEmpty();
  }

  @Test
  void tellsTheSecretariatThatItIsAskedAndBothHowItEnded() {
    hear(new ReferralMessage.JourneyOpened("c-1", REFERRER, Urgency.NORMAL));
    assertThat(hear(connection(ConnectionStage.ASKED))).containsExactly(Telling.of(SECRETARIAT, NoticeKind.CONNECTION_REQUESTED));
    assertThat(hear(connection(ConnectionStage.REFUSED))).containsExactly(Telling.of(REFERRER, NoticeKind.CONNECTION_REFUSED),
        Telling.of(SECRETARIAT, NoticeKind.CONNECTION_REFUSED));
    for (var stage : List.of(ConnectionStage.PROPOSED, ConnectionStage.AGREED, ConnectionStage.JOINED))
      assertThat(hear(connection(stage))).as("%s is told by the case files", stage).isEmpty();
  }

  private static IntakeMessage connection(ConnectionStage stage) {
    return new IntakeMessage.ConnectionNoted("c-1", "v-1", stage, null);
  }
}
