package jp.tsunagu.local;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The time all services of this process go by: real time, moved forward as far as somebody asked. It never goes back. */
public final class MovableClock implements InstantSource {
  private static final String FACT = "clock.ahead";

  private final Home home;
  private volatile Duration ahead;

  MovableClock(Home home) {
    this.home = home;
    this.ahead = Duration.parse(home.fact(FACT, "PT0S"));
  }

  @Override
  public Instant instant() {
    return Instant.now().plus(ahead);
  }

  /** Kept over restarts: what was dated ahead must not lie in the future again. */
  public synchronized Instant advance(Duration by) {
    if (by.isNegative()) throw new IllegalArgumentException("time only moves forward");
    ahead = ahead.plus(by);
    home.note(FACT, ahead.toString());
    return instant();
  }
}
