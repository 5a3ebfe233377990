package jp.tsunagu.followup.sweep;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Sweeps at every beat, one sweep at a time, until the service stops. */
public final class RunUntilShutdown implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(RunUntilShutdown.class);

  private final DueSweep sweep;
  private final Duration every;
  private volatile boolean running;
  private volatile ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

  public RunUntilShutdown(DueSweep sweep, Duration every) {
    this.sweep = sweep;
    this.every = every;
  }

  @Override
  public void start() {
    timer = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("due-sweep").factory());
    timer.scheduleWithFixedDelay(this::beat, 0, every.toMillis(), TimeUnit.MILLISECONDS);
    running = true;
  }

  /** A failed beat is followed by the next one; an exception must not end the timer. */
  private void beat() {
    try {
      sweep.run();
    } catch (RuntimeException e) {
      if (running) log.warn("a sweep failed and will be repeated: {}", e.toString());
    }
  }

  @Override
  public void stop() {
    running = false;
    timer.close();
    try {
      sweep.release();
    } catch (RuntimeException e) {
      log.debug("the leases end by themselves: {}", e.toString());
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
