package jp.tsunagu.portal.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

class SmallSpec {
  @Test
  void showsNothingBetweenNoneAndFive() {
    assertThat(Small.shown(0)).isZero();
    assertThat(Small.shown(1)).isNull();
    assertThat(Small.shown(4)).isNull();
    assertThat(Small.shown(5)).isEqualTo(5);
  }

  @Test
  void hidesASecondOneWhereTheTotalWouldGiveTheFirstAway() {
    assertThat(Small.shown(Map.of("PHONE", 40L, "WALK_IN", 12L, "GUIDE", 2L, "OTHER", 0L))).isEqualTo(Map.of("PHONE", Optional.of(40L),
        "WALK_IN", Optional.empty(), "GUIDE", Optional.empty(), "OTHER", Optional.of(0L)));
  }

  @Test
  void hidesAnotherOneWhereTheHiddenAreFewTogether() {
    assertThat(Small.shown(Map.of("PHONE", 40L, "WALK_IN", 12L, "GUIDE", 1L, "OTHER", 2L))).isEqualTo(Map.of("PHONE", Optional.of(40L),
        "WALK_IN", Optional.empty(), "GUIDE", Optional.empty(), "OTHER", Optional.empty()));
  }

  @Test
  void hidesNoMoreWhereTwoAreSmall() {
    assertThat(Small.shown(Map.of("PHONE", 40L, "WALK_IN", 3L, "GUIDE", 2L)))
        .isEqualTo(Map.of("PHONE", Optional.of(40L), "WALK_IN", Optional.empty(), "GUIDE", Optional.empty()));
  }

  @Test
  void showsABreakdownWithoutSmallOnesWhole() {
    assertThat(Small.shown(Map.of("PHONE", 40L, "WALK_IN", 5L))).isEqualTo(Map.of("PHONE", Optional.of(40L), "WALK_IN", Optional.of(5L)));
  }
}
