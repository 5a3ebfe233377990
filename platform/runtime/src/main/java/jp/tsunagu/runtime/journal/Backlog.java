package jp.tsunagu.runtime.journal;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What is recorded and not yet with the broker. A commit is here for a moment whenever something is decided.
 *
 * @param more   whether there are streams that were not looked at, so that it is at least so much
 * @param oldest when the oldest of them was recorded; null if there is none
 */
public record Backlog(long commits, boolean more, @Nullable Instant oldest) {
  static final Backlog NONE = new Backlog(0, false, null);

  Backlog and(Backlog other) {
    return new Backlog(commits + other.commits, more || other.more, earlier(oldest, other.oldest));
  }

  private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
    if (one == null || other == null) return one == null ? other : one;
    return one.isBefore(other) ? one : other;
  }
}
