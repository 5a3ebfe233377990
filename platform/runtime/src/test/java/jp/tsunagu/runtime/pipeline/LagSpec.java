package jp.tsunagu.runtime.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LagSpec {
  @Test
  void isWhatWasNotNotedAsTakenIn() {
    assertThat(Lag.of(7L, 0, 10)).isEqualTo(3);
    assertThat(Lag.of(10L, 0, 10)).isZero();
  }

  @Test
  void isEverythingForAGroupThatNeverNotedAnything() {
    assertThat(Lag.of(null, 4, 10)).isEqualTo(6);
    assertThat(Lag.of(null, 0, 0)).isZero();
  }

  @Test
  void countsNothingThatIsNotThereAnyMore() {
    assertThat(Lag.of(2L, 8, 10)).isEqualTo(2);
  }

  @Test
  void isNoneWhereTheTopicWasMadeAnew() {
    assertThat(Lag.of(90L, 0, 10)).isZero();
  }
}
