package jp.tsunagu.referral;

import static jp.tsunagu.referral.Cast.KEN;
import static jp.tsunagu.referral.Cast.PROPOSED;
import static jp.tsunagu.referral.Cast.YUI;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import jp.tsunagu.contracts.ClosingReason;
import jp.tsunagu.referral.Holding.What;

import org.junit.jupiter.api.Test;

class HoldingTest {
  @Test
  void namesEveryDutyOfAWorker() {
    assertThat(Holding.of(PROPOSED.state(), "org05-1")).containsExactly(new Holding(What.HOLDER, null), new Holding(What.REFERRER, "r-1"));
    assertThat(Holding.of(PROPOSED.state(), "org14-m")).containsExactly(new Holding(What.ANSWER, "r-1"));
    assertThat(Holding.of(Cast.ACCEPTED.state(), "org14-1"))
        .containsExactly(new Holding(What.HOLDER, null), new Holding(What.RECEIVER, "r-1"));
    assertThat(Holding.of(Cast.ACCEPTED.state(), "org05-1")).containsExactly(new Holding(What.REFERRER, "r-1"));
  }

  @Test
  void endsWithTheCase() {
    assertThat(Holding.of(Cast.CONNECTED.and(Cast.complete(KEN, "r-1")).state(), "org05-1")).isEmpty();
    assertThat(Holding.of(PROPOSED.and(Cast.close(YUI, Cast.agreed(ClosingReason.GOAL_MET))).state(), "org05-1")).isEmpty();
    assertThat(Holding.of(Cast.NOTHING.state(), "org05-1")).isEmpty();
  }

  /** What is asked by the fact is what is then listed: else a worker could leave and still hold something. */
  @Test
  void listsExactlyTheWorkersOfTheFacts() {
    for (var spec : List.of(PROPOSED, Cast.ACCEPTED, Cast.CONNECTED, Cast.RETURNING)) {
      Journey journey = spec.state();
      for (String worker : new String[]{"org05-1", "org05-2", "org14-1", "org14-2", "org14-m"})
        assertThat(String.valueOf(Cast.DECIDER.facts(journey).get("workers")).contains(worker)).as(worker)
            .isEqualTo(!Holding.of(journey, worker).isEmpty());
    }
  }
}
