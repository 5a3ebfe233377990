package jp.tsunagu.referral;

import jp.tsunagu.journal.FreeText;

import static jp.tsunagu.referral.Cast.ACCEPTED;
import static jp.tsunagu.referral.Cast.KEN;
import static jp.tsunagu.referral.Cast.NOW;
import static jp.tsunagu.referral.Cast.PROPOSED;
import static jp.tsunagu.referral.Cast.SECRETARIAT;
import static jp.tsunagu.referral.Cast.SORA;
import static jp.tsunagu.referral.Cast.WELFARE;
import static jp.tsunagu.referral.Cast.YUI;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;

import jp.tsunagu.contracts.DeclineReason;
import jp.tsunagu.referral.Recipient.Listing;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AnsweringSpec {
  @Test
  void movesCustodyInTheDecisionThatAccepts() {
    assertThat(PROPOSED.when(Cast.accept(KEN, "r-1")).events()).extracting(e -> e.getClass().getSimpleName())
        .containsExactly("Accepted", "CustodyMoved", "StepsPlanned");
    assertThat(Cast.holder(ACCEPTED)).isEqualTo("org14-1");
  }

  @Test
  void owesAFirstContactThenAVisitThenAWatcherBehindWhichTheReferringWorkerStands() {
    assertThat(Cast.steps(ACCEPTED)).containsExactly("next-step org14-1 2026-04-17", "first-contact:r-1 org14-1 2026-04-08 behind org05-1",
        "visit:r-1 org14-1 2026-04-15 behind org05-1", "watcher:r-1 org14-1 2026-05-01 behind org05-1");
  }

  @Test
  void lateFirstContactByAgreementMovesTheVisitBehindIt() {
    assertThat(Cast.steps(PROPOSED.and(accept("org14-1", Cast.days(30))))).containsExactly("next-step org14-1 2026-05-05",
        "first-contact:r-1 org14-1 2026-05-01 behind org05-1", "visit:r-1 org14-1 2026-05-02 behind org05-1",
        "watcher:r-1 org14-1 2026-05-03 behind org05-1");
  }

  @Test
  void letsAColleagueReceive() {
    assertThat(Cast.holder(PROPOSED.and(accept("org14-2", null)))).isEqualTo("org14-2");
  }

  @Test
  void refusesReceiversWhoCannot() {
    PROPOSED.when(accept("org05-1", null)).refuses("INVALID worker-of-another-organisation worker");
    PROPOSED.when(new JourneyCommand.Accept(KEN, "r-1", Cast.nobody("org14-9"), null, NOW)).refuses("INVALID unknown-worker worker");
    PROPOSED.when(new JourneyCommand.Accept(KEN, "r-1", Cast.leaving("org14-2"), null, NOW)).refuses("INVALID inactive-worker worker");
  }

  @Test
  void refusesFirstContactsOutOfReach() {
    PROPOSED.when(accept("org14-1", NOW)).refuses("INVALID in-the-past firstContactBy");
    PROPOSED.when(accept("org14-1", Cast.days(31))).refuses("INVALID too-far-ahead firstContactBy");
  }

  @Test
  void leavesCustodyWithWhoAcceptedFirst() {
    var both = PROPOSED.and(Cast.propose(YUI, Cast.proposal("r-2", WELFARE)), Cast.accept(KEN, "r-1"), Cast.accept(SORA, "r-2"));
    assertThat(Cast.holder(both)).isEqualTo("org14-1");
    assertThat(Cast.state(both, "r-2")).isEqualTo("ACCEPTED");
    assertThat(Cast.steps(both)).contains("first-contact:r-2 org06-1 2026-04-08 behind org05-1");
  }

  @Test
  void leavesTheHolderWithAStepInTheDecisionThatDeclines() {
    var declined = PROPOSED.and(Cast.decline(KEN, "r-1", DeclineReason.NO_CAPACITY));
    assertThat(Cast.holder(declined)).isEqualTo("org05-1");
    assertThat(Cast.steps(declined)).containsExactly("next-step org05-1 2026-04-03");
  }

  @Test
  void asksTheSecretariatAtTheSecondDecline() {
    var second = PROPOSED.and(Cast.decline(KEN, "r-1", DeclineReason.NO_CAPACITY), Cast.propose(YUI, Cast.proposal("r-2", WELFARE)));
    assertThat(second.when(Cast.decline(SORA, "r-2", DeclineReason.EXPERTISE)).events()).contains(new JourneyEvent.SecretariatAsked(2));
    assertThat(Cast.steps(second.and(Cast.decline(SORA, "r-2", DeclineReason.EXPERTISE))))
        .containsExactly("next-step org05-1 2026-04-03 behind " + SECRETARIAT.worker());
  }

  @Test
  void keepsThePersonsOwnNoApartFromTheOrganisations() {
    var once = PROPOSED.and(Cast.decline(KEN, "r-1", DeclineReason.PERSON_DECLINED), Cast.propose(YUI, Cast.proposal("r-2", WELFARE)));
    assertThat(once.when(Cast.decline(SORA, "r-2", DeclineReason.EXPERTISE)).events()).doesNotContain(new JourneyEvent.SecretariatAsked(2));
    var twice = PROPOSED.and(Cast.decline(KEN, "r-1", DeclineReason.EXPERTISE), Cast.propose(YUI, Cast.proposal("r-2", WELFARE)));
    assertThat(Cast.steps(twice.and(Cast.decline(SORA, "r-2", DeclineReason.PERSON_DECLINED))))
        .containsExactly("next-step org05-1 2026-04-03");
  }

  @Test
  void tellsAnotherReasonInWords() {
    PROPOSED.when(decline(DeclineReason.OTHER, null, null)).refuses("INVALID required note");
    PROPOSED.when(decline(DeclineReason.OTHER, FreeText.of("短い"), null)).refuses("allowed");
  }

  @Test
  void suggestsOnlyWhatExists() {
    var unknown = Cast.recipient("org99", Listing.UNKNOWN, null, null);
    PROPOSED.when(decline(DeclineReason.BETTER_ALTERNATIVE, null, unknown)).refuses("INVALID unknown-organisation suggestion.organisation");
    var wrong = Cast.recipient(WELFARE, Listing.TAKES_REFERRALS, Cast.worker("org05-1"), null);
    PROPOSED.when(decline(DeclineReason.BETTER_ALTERNATIVE, null, wrong))
        .refuses("INVALID worker-of-another-organisation suggestion.worker");
    var line = Cast.recipient("org02", Listing.TAKES_NO_REFERRALS, null, null);
    assertThat(PROPOSED.when(decline(DeclineReason.BETTER_ALTERNATIVE, null, line)).events())
        .contains(new JourneyEvent.Declined("r-1", KEN, DeclineReason.BETTER_ALTERNATIVE, null, new Suggestion("org02", null)));
  }

  @Test
  void isStillAllowedAfterTheDateHasPassed() {
    var late = new JourneyCommand.Accept(KEN, "r-1", Cast.worker("org14-1"), null, Cast.days(40));
    assertThat(Cast.holder(PROPOSED.and(late))).isEqualTo("org14-1");
  }

  @Test
  void isWithTheReceivingSideAlone() {
    PROPOSED.when(Cast.accept(YUI, "r-1")).refuses("FORBIDDEN not-the-receiving-side");
    ACCEPTED.when(Cast.accept(YUI, "r-1")).refuses("FORBIDDEN not-the-receiving-side");
    PROPOSED.when(new JourneyCommand.Accept(KEN, "r-9", Cast.worker("org14-1"), null, NOW)).refuses("UNKNOWN no-such-referral");
  }

  private static JourneyCommand accept(String worker, @Nullable Instant firstContactBy) {
    return new JourneyCommand.Accept(KEN, "r-1", Cast.worker(worker), firstContactBy, NOW);
  }

  private static JourneyCommand decline(DeclineReason reason, @Nullable FreeText note, @Nullable Recipient suggestion) {
    return new JourneyCommand.Decline(KEN, "r-1", reason, note, suggestion, SECRETARIAT, NOW);
  }
}
