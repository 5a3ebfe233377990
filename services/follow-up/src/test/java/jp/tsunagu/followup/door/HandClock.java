package jp.tsunagu.followup.door;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Stands still until it is moved. */
final class HandClock implements InstantSource {
  private Instant now = Instant.parse("2026-11-24T01:00:00Z");

  @Override
  public synchronized Instant instant() {
    return now;
  }

  Instant in(Duration time) {
    return instant().plus(time);
  }

  synchronized void advance(Duration time) {
    now = now.plus(time);
  }
}
