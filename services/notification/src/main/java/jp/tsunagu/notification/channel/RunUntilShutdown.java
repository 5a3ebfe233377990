package jp.tsunagu.notification.channel;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

import jp.tsunagu.runtime.relay.MongoLeases;

/** Keeps our share of the lanes and looks at every beat for what is due, until the service stops. */
final class RunUntilShutdown implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(RunUntilShutdown.class);

  private static final Duration LAST_LETTERS = Duration.ofSeconds(5);

  private final List<Sweep> sweeps;
  private final MongoLeases leases;
  private final ExecutorService letters;
  private final Duration every;
  private volatile boolean running;
  private volatile ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

  RunUntilShutdown(List<Sweep> sweeps, MongoLeases leases, ExecutorService letters, Duration every) {
    this.sweeps = List.copyOf(sweeps);
    this.leases = leases;
    this.letters = letters;
    this.every = every;
  }

  @Override
  public void start() {
    running = true;
    timer = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("lanes").factory());
    timer.scheduleWithFixedDelay(this::beat, 0, every.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** A failed beat is followed by the next one; an exception must not end the timer. */
  private void beat() {
    try {
      leases.renew();
      sweeps.forEach(Sweep::sweep);
    } catch (RuntimeException e) {
      if (running) log.warn("looking for what is due failed and will be repeated: {}", e.toString());
    }
  }

  /** A letter that is on its way may arrive; one that takes too long is broken off, and what is not written down as sent goes out again. */
  @Override
  public void stop() {
    running = false;
    timer.shutdownNow();
    letters.shutdown();
    try {
      if (!letters.awaitTermination(LAST_LETTERS.toMillis(), TimeUnit.MILLISECONDS)) letters.shutdownNow();
    } catch (InterruptedException e) {
      letters.shutdownNow();
      Thread.currentThread().interrupt();
    }
    try {
      leases.releaseAll();
    } catch (RuntimeException e) {
      log.debug("the leases end by themselves: {}", e.toString());
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
