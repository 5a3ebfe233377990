package jp.tsunagu.runtime.counts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

class SmallCountsSpec {
  @Test
  void showsNothingBetweenNoneAndFive() {
    assertThat(SmallCounts.shown(0)).isZero();
    assertThat(SmallCounts.shown(1)).isNull();
    assertThat(SmallCounts.shown(4)).isNull();
    assertThat(SmallCounts.shown(5)).isEqualTo(5);
  }

  @Test
  void hidesASecondOneWhereTheTotalWouldGiveTheFirstAway() {
    assertThat(SmallCounts.shown(Map.of("PHONE", 40L, "WALK_IN", 12L, "GUIDE", 2L, "OTHER", 0L)))
        .isEqualTo(Map.of("PHONE", Optional.of(40L),
            "WALK_IN", Optional.empty(), "GUIDE", Optional.empty(), "OTHER", Optional.of(0L)));
  }

  @Test
  void hidesAnotherOneWhereTheHiddenAreFewTogether() {
    assertThat(SmallCounts.shown(Map.of("PHONE", 40L, "WALK_IN", 12L, "GUIDE", 1L, "OTHER", 2L)))
        .isEqualTo(Map.of("PHONE", Optional.of(40L),
            "WALK_IN", Optional.empty(), "GUIDE", Optional.empty(), "OTHER", Optional.empty()));
  }

  @Test
  void hidesNoMoreWhereTwoAreSmall() {
    assertThat(SmallCounts.shown(Map.of("PHONE", 40L, "WALK_IN", 3L, "GUIDE", 2L)))
        .isEqualTo(Map.of("PHONE", Optional.of(40L), "WALK_IN", Optional.empty(), "GUIDE", Optional.empty()));
  }

  @Test
  void keepsTheOrderGiven() {
    var counts = new java.util.LinkedHashMap<String, Long>();
    for (String what : new String[]{"WALK_IN", "PHONE", "GUIDE"}) counts.put(what, 7L);
    assertThat(SmallCounts.shown(counts).keySet()).containsExactly("WALK_IN", "PHONE", "GUIDE");
  }

  @Test
  void showsABreakdownWithoutSmallOnesWhole() {
    assertThat(SmallCounts.shown(Map.of("PHONE", 40L, "WALK_IN", 5L)))
        .isEqualTo(Map.of("PHONE", Optional.of(40L), "WALK_IN", Optional.of(5L)));
  }
}
