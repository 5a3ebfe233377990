package jp.tsunagu.runtime.inbox;

import java.util.List;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * Brings one projection forward by one message: repeats are ignored, holes are mended first.
 *
 * <p>
 * Replicas and threads may do the same work: the projection's condition lets only one of them win. What this one saw last
 * of a stream is remembered where the projection allows it, so that a burst of messages is not as many questions to the
 * store; if others went on since, the condition fails and the store is asked.
 */
final class Consumer {
  private static final int ATTEMPTS = 50;
  private static final int STREAMS = 20_000;

  private final String name;
  private final Projection projection;
  private final PublisherJournals publishers;
  private final Wire wire;
  private final Cache<String, Long> lastSeen = Caffeine.newBuilder().maximumSize(STREAMS).build();

  Consumer(String name, Projection projection, PublisherJournals publishers, Wire wire) {
    this.name = name;
    this.projection = projection;
    this.publishers = publishers;
    this.wire = wire;
  }

  boolean reads(String service) {
    return projection.reads(service);
  }

  String name() {
    return name;
  }

  void take(WireMessage message) {
    take(wire.open(message));
  }

  /** Counts the message as seen without its effect; it is never asked for again. */
  void passOver(WireMessage message) {
    take(wire.open(new WireMessage(message.id(), "discarded", message.source(), message.subject(), message.time(), message.sequence(),
        message.complete(), message.data())));
  }

  private void take(Envelope envelope) {
    Long remembered = lastSeen.getIfPresent(envelope.stream());
    long seen = remembered != null && envelope.sequence() <= remembered + 1
        ? remembered
        : projection.seen(envelope.stream(), envelope.caseId());
    if (envelope.sequence() <= seen) return;
    boolean hole = !envelope.isSnapshot() && envelope.sequence() > seen + 1;
    if (hole) mend(envelope, seen);
    applyOnce(envelope, hole ? projection.seen(envelope.stream(), envelope.caseId()) : seen);
  }

  /** Asks the publisher for everything after what was seen. Returns whether something new took effect. */
  boolean catchUp(String service, String stream, String caseId) {
    long seen = projection.seen(stream, caseId);
    List<WireMessage> missing = publishers.after(service, stream, seen);
    missing.stream().map(wire::open).forEach(this::applyOnce);
    return !missing.isEmpty();
  }

  private void mend(Envelope late, long seen) {
    for (WireMessage missing : publishers.after(late.source(), late.stream(), seen)) {
      if (missing.sequence() >= late.sequence()) break;
      applyOnce(wire.open(missing));
    }
  }

  private void applyOnce(Envelope envelope) {
    applyOnce(envelope, projection.seen(envelope.stream(), envelope.caseId()));
  }

  private void applyOnce(Envelope envelope, long seenAtFirst) {
    long seen = seenAtFirst;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      if (envelope.sequence() <= seen) return;
      if (!envelope.isSnapshot() && envelope.sequence() != seen + 1)
        throw new IllegalStateException("a hole before " + envelope.id() + ": seen " + seen + ", got " + envelope.sequence());
      if (projection.apply(envelope)) {
        if (projection.conditional()) lastSeen.put(envelope.stream(), envelope.sequence());
        return;
      }
      lastSeen.invalidate(envelope.stream());
      seen = projection.seen(envelope.stream(), envelope.caseId());
    }
    throw new IllegalStateException("too many writers on " + envelope.caseId());
  }
}
