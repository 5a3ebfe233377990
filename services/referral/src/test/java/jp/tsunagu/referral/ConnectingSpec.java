package jp.tsunagu.referral;

import static jp.tsunagu.referral.Cast.ACCEPTED;
import static jp.tsunagu.referral.Cast.CONNECTED;
import static jp.tsunagu.referral.Cast.KEN;
import static jp.tsunagu.referral.Cast.NOW;
import static jp.tsunagu.referral.Cast.PROPOSED;
import static jp.tsunagu.referral.Cast.RIN;
import static jp.tsunagu.referral.Cast.SORA;
import static jp.tsunagu.referral.Cast.WELFARE;
import static jp.tsunagu.referral.Cast.YUI;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;

import jp.tsunagu.contracts.OutcomeCode;

import org.junit.jupiter.api.Test;

class ConnectingSpec {
  @Test
  void settlesEverythingThatWaitedForIt() {
    assertThat(Cast.steps(CONNECTED)).containsExactly("next-step org14-1 2026-05-01");
  }

  @Test
  void isReportedByAnyWorkerOfTheReceivingSide() {
    ACCEPTED.when(Cast.met(RIN, "r-1")).refuses("allowed");
    ACCEPTED.when(Cast.met(YUI, "r-1")).refuses("FORBIDDEN not-the-receiving-side");
  }

  @Test
  void happenedBefore() {
    ACCEPTED.when(met(NOW.plus(Duration.ofMinutes(6)), "VISIT")).refuses("INVALID in-the-future at");
    ACCEPTED.when(met(NOW.minus(Duration.ofDays(91)), "VISIT")).refuses("INVALID too-long-ago at");
  }

  @Test
  void saysHowByACode() {
    ACCEPTED.when(met(NOW, "we met at the station")).refuses("INVALID not-a-code how");
    ACCEPTED.when(met(NOW, "HOME_VISIT")).refuses("allowed");
  }

  @Test
  void besideTheHolderLeavesTheHoldersDate() {
    var beside = PROPOSED.and(Cast.propose(YUI, Cast.proposal("r-2", WELFARE)), Cast.accept(KEN, "r-1"), Cast.accept(SORA, "r-2"));
    assertThat(Cast.steps(beside.and(Cast.met(SORA, "r-2"))).getFirst()).isEqualTo(Cast.steps(beside).getFirst());
  }

  @Test
  void completionBringsTheHoldersNextStepForward() {
    var completed = CONNECTED.and(Cast.complete(KEN, "r-1"));
    assertThat(Cast.holder(completed)).isEqualTo("org14-1");
    assertThat(Cast.steps(completed)).containsExactly("next-step org14-1 2026-04-08");
  }

  @Test
  void completionTellsAnotherOutcomeInWords() {
    CONNECTED.when(new JourneyCommand.Complete(KEN, "r-1", OutcomeCode.OTHER, null, NOW)).refuses("INVALID required note");
  }

  private static JourneyCommand met(Instant at, String how) {
    return new JourneyCommand.ReportFirstContact(KEN, "r-1", at, new ContactWay(how), NOW);
  }
}
