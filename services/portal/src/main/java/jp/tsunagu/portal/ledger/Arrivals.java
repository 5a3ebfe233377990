package jp.tsunagu.portal.ledger;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** Lets a reader wait, without polling, until a projection in this process has changed something. */
public final class Arrivals {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private long changes;

  public void changed() {
    lock.lock();
    try {
      changes++;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Waits until the condition holds, looking again after each change; false if the time is over before. */
  public boolean await(BooleanSupplier condition, Duration atMost) {
    long left = atMost.toNanos();
    while (true) {
      long before = changes();
      if (condition.getAsBoolean()) return true;
      if (left <= 0) return false;
      left = awaitAfter(before, left);
    }
  }

  private long changes() {
    lock.lock();
    try {
      return changes;
    } finally {
      lock.unlock();
    }
  }

  private long awaitAfter(long before, long nanos) {
    long left = nanos;
    lock.lock();
    try {
      while (changes == before && left > 0) left = changed.awaitNanos(left);
      return left;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    } finally {
      lock.unlock();
    }
  }
}
