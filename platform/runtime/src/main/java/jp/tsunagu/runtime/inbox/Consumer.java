package jp.tsunagu.runtime.inbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import jp.tsunagu.runtime.trace.Traces;

/**
 * Brings one projection forward: repeats are ignored, holes are mended first.
 *
 * <p>
 * Replicas and threads may do the same work: the projection's condition lets only one of them win. What this one saw last
 * of a stream is remembered, so that a burst of messages is not as many questions to the store. The memory is never ahead;
 * where others went on since, either a message does not follow on it or the condition fails, and the store is asked.
 */
final class Consumer {
  private static final int ATTEMPTS = 50;
  private static final int STREAMS = 20_000;

  private final String name;
  private final Projection projection;
  private final PublisherJournals publishers;
  private final Wire wire;
  private final Traces traces;
  private final Cache<String, Long> lastSeen = Caffeine.newBuilder().maximumSize(STREAMS).build();

  Consumer(String name, Projection projection, PublisherJournals publishers, Wire wire, Traces traces) {
    this.name = name;
    this.projection = projection;
    this.publishers = publishers;
    this.wire = wire;
    this.traces = traces;
  }

  boolean reads(String service) {
    return projection.reads(service);
  }

  String name() {
    return name;
  }

  String lane(String stream, String caseId) {
    return projection.lane(stream, caseId);
  }

  /** @param messages of one lane, in the order of their arrival */
  void take(List<WireMessage> messages) {
    apply(messages.stream().map(wire::open).toList());
  }

  /** Counts the message as seen without its effect; it is never asked for again. */
  void passOver(WireMessage message) {
    take(List.of(new WireMessage(message.id(), "discarded", message.source(), message.subject(), message.time(), message.sequence(),
        message.complete(), message.data(), message.traceparent())));
    settle();
  }

  /** Asks the publisher for everything after what was seen. Returns whether something new took effect. */
  boolean catchUp(String service, String stream, String caseId) {
    List<WireMessage> missing = publishers.after(service, stream, projection.seen(stream, caseId));
    if (missing.isEmpty()) return false;
    take(missing);
    settle();
    return true;
  }

  void settle() {
    projection.settle();
  }

  private void apply(List<Envelope> arrived) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      List<Envelope> due = due(arrived, attempt == 0 ? this::atLeast : this::stored);
      if (due.isEmpty() || applied(due)) return;
    }
    throw new IllegalStateException("too many writers on " + arrived.getFirst().caseId());
  }

  private boolean applied(List<Envelope> due) {
    boolean done = false;
    try {
      done = effective(due);
    } finally {
      if (!done) due.forEach(e -> lastSeen.invalidate(e.stream()));
    }
    if (done) due.forEach(e -> lastSeen.put(e.stream(), e.sequence()));
    return done;
  }

  private boolean effective(List<Envelope> due) {
    try (var handling = new Handling(traces, name, due)) {
      try {
        return projection.apply(handling.messages());
      } catch (RuntimeException e) {
        handling.failed(e);
        throw e;
      }
    }
  }

  /** What is left to do of what arrived, with what is missing before it. */
  private List<Envelope> due(List<Envelope> arrived, ToLongFunction<Envelope> seenBefore) {
    List<Envelope> due = new ArrayList<>();
    Map<String, Long> reached = new HashMap<>();
    for (Envelope envelope : arrived) {
      long seen = reached.computeIfAbsent(envelope.stream(), _ -> seenBefore.applyAsLong(envelope));
      if (envelope.sequence() <= seen) continue;
      if (!envelope.isSnapshot() && envelope.sequence() > seen + 1) due.addAll(missing(envelope, seen));
      due.add(envelope);
      reached.put(envelope.stream(), envelope.sequence());
    }
    return due;
  }

  /** What is remembered, as long as the message follows on it; nothing is as good a memory as any for the first of a stream. */
  private long atLeast(Envelope envelope) {
    Long remembered = lastSeen.getIfPresent(envelope.stream());
    long atLeast = remembered == null ? 0 : remembered;
    return envelope.sequence() <= atLeast + 1 ? atLeast : stored(envelope);
  }

  private long stored(Envelope envelope) {
    return projection.seen(envelope.stream(), envelope.caseId());
  }

  /** Everything between what was seen and a message that came too early. */
  private List<Envelope> missing(Envelope late, long seen) {
    List<Envelope> between = publishers.after(late.source(), late.stream(), seen).stream().map(wire::open)
        .takeWhile(e -> e.sequence() < late.sequence()).toList();
    long last = between.isEmpty() ? seen : between.getLast().sequence();
    if (last != late.sequence() - 1) throw new IllegalStateException("a hole before " + late.id() + ": seen " + seen + ", got " + last);
    return between;
  }
}
