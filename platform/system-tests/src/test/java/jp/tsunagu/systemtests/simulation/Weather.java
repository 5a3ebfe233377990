package jp.tsunagu.systemtests.simulation;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * What becomes of each step of input or output. In bad weather it may fail before or after it took effect, be the last thing
 * its process does, take so long that leases end, or wait while others act: that is how one thread shows what many could do
 * to each other.
 */
final class Weather {
  private static final int DEPTH = 3;
  private final Lot lot;
  private final VirtualClock clock;
  private final int storm;
  private Runnable meanwhile = () -> {};
  private boolean calm;
  private int depth;
  private long steps;
  private long trace;

  /** @param storm how bad it is: about so many in a thousand steps kill or fail */
  Weather(Lot lot, VirtualClock clock, int storm) {
    this.lot = lot;
    this.clock = clock;
    this.storm = storm;
  }

  /** @param others does one thing of somebody else's */
  void meanwhile(Runnable others) {
    this.meanwhile = others;
  }

  void calmDown() {
    calm = true;
  }

  long steps() {
    return steps;
  }

  /** Two runs of one seed end with the same. */
  long trace() {
    return trace;
  }

  /**
   * @param reachable whether the other side is there at all
   * @param failure   what the process sees where it is not, or does not answer
   */
  <T> T step(Life life, String what, BooleanSupplier reachable, Supplier<T> effect, Supplier<? extends RuntimeException> failure) {
    life.goOn();
    note(life, what);
    if (!calm) dawdle(life);
    if (!reachable.getAsBoolean()) throw failure.get();
    return calm ? effect.get() : befall(life, effect, failure);
  }

  private void note(Life life, String what) {
    steps++;
    trace = trace * 31 + life.name().hashCode() * 7L + what.hashCode();
  }

  private void dawdle(Life life) {
    clock.pass(Duration.ofMillis(lot.below(20)));
    if (lot.promille(2)) clock.pass(Duration.ofSeconds(3 + lot.below(20)));
    if (depth >= DEPTH || !lot.oneIn(15)) return;
    depth++;
    try {
      for (int i = lot.below(4); i >= 0; i--) meanwhile.run();
    } finally {
      depth--;
    }
    life.goOn();
  }

  private <T> T befall(Life life, Supplier<T> effect, Supplier<? extends RuntimeException> failure) {
    int fate = lot.below(4_000);
    if (fate < storm) throw life.die();
    if (fate < 2 * storm) throw failure.get();
    T result = effect.get();
    if (fate < 3 * storm) throw life.die();
    if (fate < 4 * storm) throw failure.get();
    return result;
  }
}
