package jp.tsunagu.journal;

import java.time.Instant;
import java.util.List;

/**
 * One decision, recorded.
 *
 * @param version the stream's version after it, 1 for the first
 * @param first   the ordinal, in the whole stream, of its first event, starting at 1
 */
public record Commit<E>(long version, long first, Instant at, Actor by, Cause cause, List<E> events) {
  public Commit {
    if (version < 1 || first < 1) throw new IllegalArgumentException("versions and ordinals start at 1");
    if (events.isEmpty()) throw new IllegalArgumentException("a commit has events");
    events = List.copyOf(events);
  }
}
