package jp.tsunagu.health;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Goes on asking whether something is there. Says it when that changes, and every minute while it is away; whoever wants to know its health
 * is told what was heard last and waits for nothing.
 */
public final class Watch implements HealthIndicator, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Watch.class);
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration SAY_AGAIN = Duration.ofMinutes(1);

  private final Need need;
  private final Asking asking;
  private final Runnable whenBack;
  private final ScheduledExecutorService timer;
  private volatile @Nullable Away away;
  /** Whoever has not met it yet is kept waiting by {@link Waiting}, which says so. */
  private volatile boolean met;

  /** @param said by the monotonic clock, as is {@code since} */
  private record Away(long since, long said, String why) {}

  private Watch(Need need, Runnable whenBack) {
    this.need = need;
    this.asking = new Asking(need);
    this.whenBack = whenBack;
    this.timer = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("watch-" + need.name()).factory());
  }

  /** @param whenBack done when it is there again; what it throws is only logged */
  public static Watch over(Need need, Duration every, Runnable whenBack) {
    var watch = new Watch(need, whenBack);
    watch.timer.scheduleWithFixedDelay(watch::look, 0, every.toMillis(), TimeUnit.MILLISECONDS);
    return watch;
  }

  private void look() {
    try {
      Optional<Throwable> wrong = asking.ask(PATIENCE);
      if (timer.isShutdown()) return;
      if (wrong.isPresent()) away(reason(wrong.get()));
      else there();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void away(String why) {
    Away before = away;
    long now = System.nanoTime();
    if (before == null) {
      away = new Away(now, now, why);
      if (met) log.warn("{} is away: {}", need, why);
    } else if (met && now - before.said() >= SAY_AGAIN.toNanos()) {
      away = new Away(before.since(), now, why);
      log.warn("{} has been away for {} s: {}", need, seconds(before), why);
    }
  }

  private void there() {
    Away before = away;
    boolean again = met;
    met = true;
    away = null;
    if (before == null || !again) return;
    log.info("{} is back after {} s", need, seconds(before));
    try {
      whenBack.run();
    } catch (RuntimeException e) {
      log.warn("what is to be done when {} is back failed: {}", need, e.toString());
    }
  }

  private static long seconds(Away away) {
    return Duration.ofNanos(System.nanoTime() - away.since()).toSeconds();
  }

  /** Only the class: a foreign exception's words could repeat an address with a password in it. */
  static String reason(Throwable wrong) {
    return wrong.getClass().getSimpleName();
  }

  public boolean isThere() {
    return away == null;
  }

  @Override
  public Health health() {
    Away now = away;
    if (now == null) return Health.up().build();
    return Health.down().withDetail("awaySeconds", seconds(now)).withDetail("reason", now.why()).build();
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
