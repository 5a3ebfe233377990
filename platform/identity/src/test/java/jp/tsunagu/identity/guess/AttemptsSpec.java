package jp.tsunagu.identity.guess;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import jp.tsunagu.identity.IdentitySettings.Throttle;

class AttemptsSpec {
  private static final Throttle PACE = new Throttle(5, Duration.ofSeconds(10), Duration.ofMinutes(15), Duration.ofMinutes(15));
  private static final Instant NOW = Instant.parse("2026-04-01T00:00:00Z");

  @Test
  void costsNothingUpToTheFifthFailure() {
    assertThat(failed(4, Duration.ofSeconds(1)).left(NOW.plusSeconds(3))).isZero();
    assertThat(failed(5, Duration.ofSeconds(1)).left(NOW.plusSeconds(4))).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void doublesTheWaitUpToTheLongest() {
    assertThat(failed(6, Duration.ZERO).left(NOW)).isEqualTo(Duration.ofSeconds(20));
    assertThat(failed(9, Duration.ZERO).left(NOW)).isEqualTo(Duration.ofSeconds(160));
    assertThat(failed(400, Duration.ZERO).left(NOW)).isEqualTo(Duration.ofMinutes(15));
  }

  @Test
  void forgetsOneFailureAQuarterOfAnHour() {
    Attempts five = failed(5, Duration.ZERO);
    assertThat(five.failed(NOW.plus(Duration.ofMinutes(30)), PACE).failures()).isEqualTo(4);
    assertThat(five.failed(NOW.plus(Duration.ofDays(1)), PACE).failures()).isEqualTo(1);
  }

  @Test
  void isOverWhenTheTimeIs() {
    assertThat(failed(5, Duration.ZERO).left(NOW.plusSeconds(10))).isZero();
  }

  private static Attempts failed(int times, Duration apart) {
    Attempts attempts = Attempts.none("name:x");
    for (int i = 0; i < times; i++) attempts = attempts.failed(NOW.plus(apart.multipliedBy(i)), PACE);
    return attempts;
  }
}
