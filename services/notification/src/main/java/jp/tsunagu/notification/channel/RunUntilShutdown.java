package jp.tsunagu.notification.channel;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

import jp.tsunagu.runtime.relay.MongoLeases;

/** Keeps our share of the lanes and looks at every beat for what waits in them, until the service stops. */
final class RunUntilShutdown implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(RunUntilShutdown.class);

  private final Channels channels;
  private final MongoLeases leases;
  private final ExecutorService letters;
  private final Duration every;
  private volatile boolean running;
  private volatile ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

  RunUntilShutdown(Channels channels, MongoLeases leases, ExecutorService letters, Duration every) {
    this.channels = channels;
    this.leases = leases;
    this.letters = letters;
    this.every = every;
  }

  @Override
  public void start() {
    running = true;
    if (channels.lanes().isEmpty()) return;
    timer = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("lanes").factory());
    timer.scheduleWithFixedDelay(this::beat, 0, every.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** A failed beat is followed by the next one; an exception must not end the timer. */
  private void beat() {
    try {
      leases.renew();
      channels.sweep();
    } catch (RuntimeException e) {
      if (running) log.warn("looking for waiting notices failed and will be repeated: {}", e.toString());
    }
  }

  /** A letter that is on its way is broken off; what is not written down as sent goes out again. */
  @Override
  public void stop() {
    running = false;
    timer.shutdownNow();
    letters.shutdownNow();
    if (channels.lanes().isEmpty()) return;
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
