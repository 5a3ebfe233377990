package jp.tsunagu.intake.vault;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks after the keys, at the start and then every few minutes: erasures are carried out, old wrappings renewed. */
@Component
final class KeyCare implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(KeyCare.class);
  private static final Duration EVERY = Duration.ofMinutes(5);
  private static final int AT_ONCE = 500;

  private final KeyStore keys;
  private final Erasures erasures;
  private volatile @Nullable ScheduledExecutorService timer;

  KeyCare(KeyStore keys, Erasures erasures) {
    this.keys = keys;
    this.erasures = erasures;
  }

  @Override
  public void start() {
    var started = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("key-care").factory());
    started.scheduleWithFixedDelay(this::round, 0, EVERY.toSeconds(), TimeUnit.SECONDS);
    timer = started;
  }

  /** A failed round is followed by the next one. */
  private void round() {
    try {
      int outlived = erasures.carryOutAll();
      if (outlived > 0) log.info("destroyed {} keys whose persons were erased", outlived);
      int renewed = 0;
      for (int some = keys.rewrap(AT_ONCE); some > 0; some = keys.rewrap(AT_ONCE)) renewed += some;
      if (renewed > 0) log.info("wrapped {} keys under the present master key; none is left under an older one", renewed);
    } catch (RuntimeException e) {
      log.warn("the keys could not be looked after and will be again: {}", e.toString());
    }
  }

  @Override
  public void stop() {
    ScheduledExecutorService running = timer;
    if (running != null) running.shutdownNow();
    timer = null;
  }

  @Override
  public boolean isRunning() {
    return timer != null;
  }
}
