package jp.tsunagu.referral;

import jp.tsunagu.journal.FreeText;

import static jp.tsunagu.referral.Cast.ACCEPTED;
import static jp.tsunagu.referral.Cast.CONNECTED;
import static jp.tsunagu.referral.Cast.KEN;
import static jp.tsunagu.referral.Cast.MIO;
import static jp.tsunagu.referral.Cast.NOW;
import static jp.tsunagu.referral.Cast.PROPOSED;
import static jp.tsunagu.referral.Cast.RETURNING;
import static jp.tsunagu.referral.Cast.SORA;
import static jp.tsunagu.referral.Cast.WELFARE;
import static jp.tsunagu.referral.Cast.YUI;
import static org.assertj.core.api.Assertions.assertThat;

import jp.tsunagu.contracts.DeclineReason;

import org.junit.jupiter.api.Test;

class ReturningSpec {
  @Test
  void keepsHoldingAndOwingUntilTheOtherSideAnswers() {
    assertThat(Cast.holder(RETURNING)).isEqualTo("org14-1");
    assertThat(Cast.steps(RETURNING)).containsAll(Cast.steps(ACCEPTED)).contains("return:r-1 org05-1 2026-04-06");
  }

  @Test
  void givesCustodyBackToWhoTakesIt() {
    var back = RETURNING.and(Cast.accept(MIO, "r-1"));
    assertThat(Cast.holder(back)).isEqualTo("org05-2");
    assertThat(Cast.steps(back)).containsExactly("next-step org05-2 2026-04-03");
  }

  @Test
  void leavesThePersonWithTheReceivingSideWhenRefused() {
    var refused = RETURNING.and(Cast.decline(YUI, "r-1", DeclineReason.EXPERTISE));
    assertThat(Cast.holder(refused)).isEqualTo("org14-1");
    assertThat(Cast.state(refused, "r-1")).isEqualTo("ACCEPTED");
    assertThat(Cast.steps(refused)).startsWith("next-step org14-1 2026-04-03 behind secretariat").noneMatch(s -> s.startsWith("return:"));
    assertThat(Cast.state(CONNECTED.and(Cast.giveBack(KEN, "r-1"), Cast.decline(YUI, "r-1", DeclineReason.EXPERTISE)), "r-1"))
        .isEqualTo("CONNECTED");
  }

  @Test
  void doesNotCountAsADecline() {
    var refused = RETURNING.and(Cast.decline(YUI, "r-1", DeclineReason.EXPERTISE)).state();
    assertThat(refused).isInstanceOfSatisfying(Journey.Open.class, open -> assertThat(open.handovers().declines()).isZero());
  }

  @Test
  void stillAllowsTheFirstContact() {
    var met = RETURNING.and(Cast.met(KEN, "r-1"));
    assertThat(Cast.state(met, "r-1")).isEqualTo("RETURNING");
    assertThat(Cast.steps(met)).noneMatch(s -> s.startsWith("first-contact:"));
    assertThat(Cast.state(met.and(Cast.decline(YUI, "r-1", DeclineReason.EXPERTISE)), "r-1")).isEqualTo("CONNECTED");
  }

  @Test
  void movesNoCustodyWhereTheReceiverOnlySupportsBesideTheHolder() {
    var beside = PROPOSED.and(Cast.propose(YUI, Cast.proposal("r-2", WELFARE)), Cast.accept(KEN, "r-1"), Cast.accept(SORA, "r-2"),
        Cast.giveBack(SORA, "r-2"), Cast.accept(YUI, "r-2"));
    assertThat(Cast.holder(beside)).isEqualTo("org14-1");
    assertThat(Cast.steps(beside)).startsWith("next-step org14-1 2026-04-03");
  }

  @Test
  void needsAReason() {
    ACCEPTED.when(new JourneyCommand.Return(KEN, "r-1", FreeText.of(" "), NOW)).refuses("INVALID required reason");
  }

  @Test
  void isTakenBackByTheReferringSidesOwnWorkers() {
    RETURNING.when(new JourneyCommand.Accept(YUI, "r-1", Cast.worker("org14-1"), null, NOW))
        .refuses("INVALID worker-of-another-organisation worker");
  }
}
