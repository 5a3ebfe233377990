package jp.tsunagu.portal.wiring;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

import jp.tsunagu.portal.auditing.Auditor;
import jp.tsunagu.portal.rebuild.Rebuilder;
import jp.tsunagu.runtime.relay.MongoLeases;

/** Keeps the audit and rebuilds going, in the one replica that has the lease. */
final class Rounds implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(Rounds.class);
  private static final int LEASE = 0;

  private final MongoLeases lease;
  private final Auditor auditor;
  private final Rebuilder rebuilder;
  private final Duration every;
  private volatile ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private volatile boolean running;

  Rounds(MongoLeases lease, Auditor auditor, Rebuilder rebuilder, Duration every) {
    this.lease = lease;
    this.auditor = auditor;
    this.rebuilder = rebuilder;
    this.every = every;
  }

  @Override
  public void start() {
    timer = Executors.newScheduledThreadPool(3, Thread.ofPlatform().daemon().name("audit-", 0).factory());
    again(Duration.ofSeconds(2), lease::renew);
    again(every, () -> ifOurs(auditor::round));
    again(Duration.ofMillis(500), () -> ifOurs(this::rebuild));
    running = true;
  }

  /** Slice after slice while there is something to do. */
  private void rebuild() {
    boolean more = true;
    while (more && running && lease.token(LEASE).isPresent()) more = rebuilder.step();
  }

  private void ifOurs(Runnable work) {
    if (lease.token(LEASE).isPresent()) work.run();
  }

  private void again(Duration period, Runnable work) {
    var unused = timer.scheduleWithFixedDelay(() -> guarded(work), 0, period.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** A failed round is followed by the next one; an exception must not end the timer. */
  private void guarded(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      if (running) log.warn("a round of the audit failed and will be repeated: {}", e.getClass().getSimpleName());
    }
  }

  @Override
  public void stop() {
    running = false;
    timer.shutdownNow();
    guarded(lease::releaseAll);
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
