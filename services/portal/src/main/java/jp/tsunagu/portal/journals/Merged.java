package jp.tsunagu.portal.journals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jp.tsunagu.runtime.inbox.Envelope;

/**
 * Streams of one case as one: by time, and within a stream always in its own order. Whoever loses a race for a commit is appended after
 * the winner and may have been on the way before; so a commit can be timed a moment before the one it follows.
 */
public final class Merged {
  private Merged() {}

  /** @param at not before any message that stands before it in its stream */
  private record Placed(Instant at, Envelope envelope) {}

  public static List<Envelope> of(Collection<Envelope> messages) {
    return placed(messages).stream().map(Placed::envelope).toList();
  }

  /** The same with times that never go back. */
  public static List<Envelope> timed(Collection<Envelope> messages) {
    return placed(messages).stream().map(p -> at(p.envelope(), p.at())).toList();
  }

  private static List<Placed> placed(Collection<Envelope> messages) {
    Map<String, Instant> reached = new HashMap<>();
    List<Placed> placed = new ArrayList<>();
    messages.stream().sorted(Comparator.comparing(Envelope::stream).thenComparing(Envelope::sequence)).forEach(e -> {
      Instant at = reached.merge(e.stream(), e.time(), (before, now) -> now.isBefore(before) ? before : now);
      placed.add(new Placed(at, e));
    });
    placed.sort(Comparator.comparing(Placed::at));
    return placed;
  }

  private static Envelope at(Envelope e, Instant at) {
    return new Envelope(e.id(), e.source(), e.stream(), e.version(), e.sequence(), e.complete(), e.caseId(), at, e.message(), e.trace());
  }
}
