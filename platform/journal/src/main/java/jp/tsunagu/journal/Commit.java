package jp.tsunagu.journal;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One decision, recorded.
 *
 * @param version the stream's version after it, 1 for the first
 * @param first   the ordinal, in the whole stream, of its first event, starting at 1
 * @param trace   of what the decision was a part of, as W3C's {@code traceparent}: whoever publishes it later, in another process
 *                perhaps, goes on with that trace; null where there is none
 */
public record Commit<E>(long version, long first, Instant at, Actor by, Cause cause, List<E> events, @Nullable String trace) {
  public Commit {
    if (version < 1 || first < 1) throw new IllegalArgumentException("versions and ordinals start at 1");
    if (events.isEmpty()) throw new IllegalArgumentException("a commit has events");
    events = List.copyOf(events);
  }

  public Commit(long version, long first, Instant at, Actor by, Cause cause, List<E> events) {
    this(version, first, at, by, cause, events, null);
  }
}
