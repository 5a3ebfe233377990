package jp.tsunagu.referral;

import static jp.tsunagu.referral.Cast.ACCEPTED;
import static jp.tsunagu.referral.Cast.KEN;
import static jp.tsunagu.referral.Cast.NOW;
import static jp.tsunagu.referral.Cast.RIN;
import static jp.tsunagu.referral.Cast.YUI;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import jp.tsunagu.journal.FreeText;

class AccompanyingSpec {
  private static final Instant TOMORROW = NOW.plus(Duration.ofDays(1));

  @Test
  void isAgreedByAnyWorkerOfEitherSide() {
    ACCEPTED.when(visit(TOMORROW, null)).refuses("allowed");
    ACCEPTED.when(new JourneyCommand.PlanAccompaniedVisit(RIN, "r-1", TOMORROW, null, NOW)).refuses("allowed");
    ACCEPTED.when(new JourneyCommand.PlanAccompaniedVisit(KEN, "r-1", TOMORROW, null, NOW)).refuses("allowed");
  }

  @Test
  void liesAhead() {
    ACCEPTED.when(visit(NOW, null)).refuses("INVALID in-the-past at");
    ACCEPTED.when(visit(NOW.plus(Duration.ofDays(181)), null)).refuses("INVALID too-far-ahead at");
    ACCEPTED.when(visit(TOMORROW, Cast.words("あ".repeat(4_001)))).refuses("INVALID too-long place");
  }

  @Test
  void leavesWhatIsOwedAsItWas() {
    assertThat(Cast.steps(ACCEPTED.and(visit(TOMORROW, null)))).isEqualTo(Cast.steps(ACCEPTED));
  }

  @Test
  void isMovedBySayingAnotherTime() {
    var moved = ACCEPTED.and(visit(TOMORROW, null), visit(TOMORROW.plus(Duration.ofHours(3)), null));
    assertThat(at(moved.state())).isEqualTo(TOMORROW.plus(Duration.ofHours(3)));
  }

  @Test
  void isCalledOffOnce() {
    var off = ACCEPTED.and(visit(TOMORROW, null), new JourneyCommand.CancelAccompaniedVisit(KEN, "r-1", NOW));
    assertThat(at(off.state())).isNull();
    off.when(new JourneyCommand.CancelAccompaniedVisit(KEN, "r-1", NOW)).refuses("CONFLICT no-visit-planned");
  }

  private static JourneyCommand visit(Instant at, @Nullable FreeText place) {
    return new JourneyCommand.PlanAccompaniedVisit(YUI, "r-1", at, place, NOW);
  }

  private static @Nullable Instant at(Journey journey) {
    return ((Journey.Open) journey).handovers().referral("r-1").orElseThrow().visitAt();
  }
}
