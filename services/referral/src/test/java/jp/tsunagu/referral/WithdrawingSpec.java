package jp.tsunagu.referral;

import static jp.tsunagu.referral.Cast.KEN;
import static jp.tsunagu.referral.Cast.OPEN;
import static jp.tsunagu.referral.Cast.PROPOSED;
import static jp.tsunagu.referral.Cast.SORA;
import static jp.tsunagu.referral.Cast.WELFARE;
import static jp.tsunagu.referral.Cast.WORKPLACE;
import static jp.tsunagu.referral.Cast.YUI;
import static org.assertj.core.api.Assertions.assertThat;

import jp.tsunagu.testing.DeciderSpec;

import org.junit.jupiter.api.Test;

/** By who asked, and by the person, whose word ends what rests on it. */
class WithdrawingSpec {
  private static final DeciderSpec<JourneyCommand, JourneyEvent, Journey> CONSENTED = OPEN.and(Cast.noteConsent("k-1", WORKPLACE),
      Cast.propose(YUI, Cast.proposal("r-1", Cast.recipient(WORKPLACE), Basis.consent("k-1"))));

  @Test
  void leavesTheHolderWithAStepInTheSameDecision() {
    assertThat(Cast.steps(PROPOSED.and(Cast.withdraw(YUI, "r-1")))).containsExactly("next-step org05-1 2026-04-03");
  }

  @Test
  void isAlsoTheNewHoldersRight() {
    var parallel = PROPOSED.and(Cast.propose(YUI, Cast.proposal("r-2", WELFARE)), Cast.accept(KEN, "r-1"));
    parallel.when(Cast.withdraw(KEN, "r-2")).refuses("allowed");
    parallel.when(Cast.withdraw(YUI, "r-2")).refuses("allowed");
    parallel.when(Cast.withdraw(SORA, "r-2")).refuses("FORBIDDEN not-the-referring-side");
  }

  @Test
  void stopsAProposalWhenThePersonTakesTheConsentBack() {
    assertThat(CONSENTED.when(Cast.endConsent("k-1", WORKPLACE)).events()).extracting(e -> e.getClass().getSimpleName())
        .containsExactly("ConsentEnded", "Withdrawn", "StepsPlanned");
    assertThat(Cast.steps(CONSENTED.and(Cast.endConsent("k-1", WORKPLACE)))).containsExactly("next-step org05-1 2026-04-03",
        "withdrawal:k-1 org14-m 2026-04-03");
  }

  @Test
  void leavesProposalsOnAnotherBasisAlone() {
    var spec = OPEN.and(Cast.noteConsent("k-1", WORKPLACE), Cast.propose(YUI, Cast.proposal("r-1", WORKPLACE)));
    spec.when(Cast.endConsent("k-1", WORKPLACE)).then(new JourneyEvent.ConsentEnded("k-1", WORKPLACE, null));
  }

  @Test
  void makesTheHolderSettleWhatIsAlreadyAccepted() {
    var taken = CONSENTED.and(Cast.accept(KEN, "r-1"), Cast.endConsent("k-1", WORKPLACE));
    assertThat(Cast.state(taken, "r-1")).isEqualTo("ACCEPTED");
    assertThat(Cast.steps(taken)).startsWith("next-step org14-1 2026-04-03");
  }

  @Test
  void takesAConsentOnceAndForEver() {
    OPEN.and(Cast.noteConsent("k-1", WORKPLACE)).when(Cast.noteConsent("k-1", WORKPLACE)).thenNothing();
    var ended = OPEN.and(Cast.endConsent("k-1", WORKPLACE));
    ended.when(Cast.endConsent("k-1", WORKPLACE)).thenNothing();
    ended.when(Cast.noteConsent("k-1", WORKPLACE)).thenNothing();
  }

  @Test
  void asksWhoeverWasToldToAcknowledgeIt() {
    var ended = CONSENTED.and(Cast.endConsent("k-1", WORKPLACE));
    ended.when(new JourneyCommand.AcknowledgeWithdrawal(YUI, "k-1", Cast.NOW)).refuses("UNKNOWN nothing-to-acknowledge");
    assertThat(Cast.steps(ended.and(new JourneyCommand.AcknowledgeWithdrawal(KEN, "k-1", Cast.NOW))))
        .containsExactly("next-step org05-1 2026-04-03");
    ended.and(new JourneyCommand.AcknowledgeWithdrawal(KEN, "k-1", Cast.NOW))
        .when(new JourneyCommand.AcknowledgeWithdrawal(KEN, "k-1", Cast.NOW)).thenNothing();
  }
}
