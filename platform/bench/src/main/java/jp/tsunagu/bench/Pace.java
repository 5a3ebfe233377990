package jp.tsunagu.bench;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.IntConsumer;

/** An open load: each piece of work begins at its time, whether or not the earlier ones are done. */
final class Pace {
  private Pace() {}

  /**
   * Runs work 0 … count-1 at the given rate per second and returns when all of it has ended.
   *
   * @throws IllegalStateException if any of it failed: figures of the rest would flatter
   */
  static void run(int count, double perSecond, IntConsumer work) throws InterruptedException {
    var done = new CountDownLatch(count);
    var failures = new ConcurrentLinkedQueue<RuntimeException>();
    try (var timer = Executors.newSingleThreadScheduledExecutor(); var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < count; i++) {
        int piece = i;
        timer.schedule(() -> threads.execute(() -> {
          try {
            work.accept(piece);
          } catch (RuntimeException e) {
            failures.add(e);
          } finally {
            done.countDown();
          }
        }), (long) (i / perSecond * 1e9), java.util.concurrent.TimeUnit.NANOSECONDS);
      }
      done.await();
    }
    if (!failures.isEmpty()) throw new IllegalStateException(failures.size() + " of " + count + " failed", failures.peek());
  }
}
