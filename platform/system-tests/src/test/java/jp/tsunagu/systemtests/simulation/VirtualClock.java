package jp.tsunagu.systemtests.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Time, which passes only when it is told to. */
public final class VirtualClock implements InstantSource {
  /** A Wednesday, ten in the morning in Japan. */
  static final Instant BEGINNING = Instant.parse("2026-04-01T01:00:00Z");
  private Instant now = BEGINNING;

  @Override
  public Instant instant() {
    return now;
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  /** A monotonic clock that began a second before the first history. */
  long nanos() {
    return Duration.between(BEGINNING.minusSeconds(1), now).toNanos();
  }
}
