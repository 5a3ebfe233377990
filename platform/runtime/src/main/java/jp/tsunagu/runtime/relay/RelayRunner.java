package jp.tsunagu.runtime.relay;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

import jp.tsunagu.runtime.health.AwaitedBroker;

/**
 * Keeps the clockwork of a service going: leases are renewed, pending streams swept, what was taken in is noted, waiting
 * messages are tried again. It starts before the readers and the doors and stops after them: what the doors accepted at the very end is still
 * published, what the readers took in is noted, and only then others get the leases.
 */
public final class RelayRunner implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(RelayRunner.class);

  private static final Duration LAST_ROUND = Duration.ofSeconds(3);
  private static final Duration LAST_MESSAGES = Duration.ofSeconds(5);

  private final MongoLeases leases;
  private final Drain drain;
  private final Runnable sweep;
  private final Runnable settle;
  private final Runnable replay;
  private final Duration sweepEvery;
  private final Duration renewEvery;
  private volatile ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private volatile boolean running;

  /** Waits for what is on its way, at most so long. */
  @FunctionalInterface
  public interface Drain {
    void within(Duration patience) throws InterruptedException;
  }

  public RelayRunner(MongoLeases leases, Drain drain, Runnable sweep, Runnable settle, Runnable replay, Duration sweepEvery,
      Duration renewEvery) {
    this.leases = leases;
    this.drain = drain;
    this.sweep = sweep;
    this.settle = settle;
    this.replay = replay;
    this.sweepEvery = sweepEvery;
    this.renewEvery = renewEvery;
  }

  @Override
  public void start() {
    timer = Executors.newScheduledThreadPool(2, Thread.ofPlatform().daemon().name("clockwork-", 0).factory());
    every(renewEvery, leases::renew);
    every(sweepEvery, sweep);
    every(Duration.ofSeconds(1), settle);
    every(Duration.ofSeconds(5), replay);
    running = true;
  }

  private void every(Duration period, Runnable work) {
    timer.scheduleWithFixedDelay(() -> guarded(work), 0, period.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** A failed round is followed by the next one; an exception must not end the timer. */
  private void guarded(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      if (running) log.warn("a round failed and will be repeated: {}", e.toString());
    }
  }

  @Override
  public void stop() {
    running = false;
    timer.shutdown();
    try {
      if (!timer.awaitTermination(LAST_ROUND.toMillis(), TimeUnit.MILLISECONDS)) timer.shutdownNow();
      drain.within(LAST_MESSAGES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    guarded(settle);
    guarded(leases::releaseAll);
  }

  @Override
  public int getPhase() {
    return AwaitedBroker.CLOCKWORK;
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
