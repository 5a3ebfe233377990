package jp.tsunagu.health;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;

/** Asks, and waits no longer than it is worth. What has not answered yet is not asked a second time meanwhile. */
final class Asking {
  private final Need need;
  private @Nullable FutureTask<Boolean> open;

  Asking(Need need) {
    this.need = need;
  }

  /** Empty if it answered; otherwise what is wrong. */
  synchronized Optional<Throwable> ask(Duration patience) throws InterruptedException {
    FutureTask<Boolean> asked = open == null ? begin() : open;
    open = asked;
    try {
      asked.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      open = null;
      return Optional.empty();
    } catch (TimeoutException slow) {
      return Optional.of(slow);
    } catch (ExecutionException | CancellationException no) {
      open = null;
      return Optional.of(no.getCause() == null ? no : no.getCause());
    }
  }

  private FutureTask<Boolean> begin() {
    var asked = new FutureTask<>(() -> {
      need.question().ask();
      return true;
    });
    Thread.ofVirtual().name("ask-" + need.name()).start(asked);
    return asked;
  }
}
