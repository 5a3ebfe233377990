package jp.tsunagu.runtime.asking;

import java.time.Duration;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/** An answer that many want at the same time, asked for at most once in a while. Where asking fails, the next one asks again. */
public final class Lately<T> implements Supplier<T> {
  private final Supplier<T> question;
  private final long fresh;
  private @Nullable Answer<T> known;

  /** @param at by the monotonic clock */
  private record Answer<T>(T value, long at) {}

  /** @param fresh how long an answer is good enough */
  public Lately(Duration fresh, Supplier<T> question) {
    this.question = question;
    this.fresh = fresh.toNanos();
  }

  @Override
  public synchronized T get() {
    Answer<T> last = known;
    if (last != null && System.nanoTime() - last.at() < fresh) return last.value();
    var answer = new Answer<>(question.get(), System.nanoTime());
    known = answer;
    return answer.value();
  }
}
