package jp.tsunagu.health;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a start waiting until what it needs is there, and says so. */
public final class Waiting {
  private static final Logger log = LoggerFactory.getLogger(Waiting.class);
  private static final Duration ROUND = Duration.ofSeconds(1);
  private static final Duration SAY_AGAIN = Duration.ofSeconds(30);

  private final Need need;
  private final Predicate<Throwable> hopeless;
  private final Asking asking;

  /** @param hopeless what no waiting mends */
  public Waiting(Need need, Predicate<Throwable> hopeless) {
    this.need = need;
    this.hopeless = hopeless;
    this.asking = new Asking(need);
  }

  /** What is open while somebody waits. */
  public interface Open extends AutoCloseable {
    @Override
    void close();
  }

  /** @param meanwhile opened if it is not there at once; closed when it is */
  @FunctionalInterface
  public interface Meanwhile {
    Open open(Need need);
  }

  /**
   * Returns when it is there.
   *
   * @throws IllegalStateException if there is no hope, or the process is told to stop
   */
  public void untilThere(Meanwhile meanwhile) {
    try (var stop = new ToldToStop(Thread.currentThread())) {
      Optional<Throwable> wrong = asking.ask(ROUND);
      if (wrong.isPresent()) wait(wrong.get(), meanwhile);
      stop.check();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("told to stop while waiting for " + need, e);
    }
  }

  private void wait(Throwable first, Meanwhile meanwhile) throws InterruptedException {
    long since = System.nanoTime();
    long said = since - SAY_AGAIN.toNanos();
    Optional<Throwable> wrong = Optional.of(first);
    try (var _ = meanwhile.open(need)) {
      while (wrong.isPresent()) {
        if (hopeless.test(wrong.get())) throw new IllegalStateException(need + " will not have us", wrong.get());
        if (System.nanoTime() - said >= SAY_AGAIN.toNanos()) {
          said = System.nanoTime();
          log.warn("waiting for {}, for {} s already: {}", need, seconds(since), Watch.reason(wrong.get()));
        }
        Thread.sleep(ROUND);
        wrong = asking.ask(ROUND);
      }
    }
    log.info("{} is there after {} s", need, seconds(since));
  }

  private static long seconds(long since) {
    return Duration.ofNanos(System.nanoTime() - since).toSeconds();
  }

  /** A context that is still being made is closed only afterwards, so whoever is told to stop must not go on waiting. */
  private static final class ToldToStop implements AutoCloseable {
    private final Thread hook;

    ToldToStop(Thread waiting) {
      hook = new Thread(waiting::interrupt, "stop-waiting");
      Runtime.getRuntime().addShutdownHook(hook);
    }

    void check() throws InterruptedException {
      if (Thread.interrupted()) throw new InterruptedException();
    }

    @Override
    public void close() {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException stopping) {
        // the hook has run
      }
    }
  }
}
