package jp.tsunagu.journal;

import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/**
 * Publishes what the journal holds: in order within a stream, side by side over streams, marked only after the broker has it.
 *
 * <p>
 * A crash between sending and marking sends again; a message may therefore arrive twice, but never too early and never not
 * at all. {@link #nudge} is the fast path, {@link #sweep} the safety net: what a nudge missed stays pending in the store.
 */
public final class Relay<E, M> {
  private static final int BATCH = 200;

  private final PendingStreams<E> streams;
  private final Outbox<E, M> outbox;
  private final Publisher<M> publisher;
  private final Leases leases;
  private final Executor executor;
  /** Streams being published here, each with the newest history known of it. */
  private final ConcurrentHashMap<String, Stream<E>> busy = new ConcurrentHashMap<>();

  public Relay(PendingStreams<E> streams, Outbox<E, M> outbox, Publisher<M> publisher, Leases leases, Executor executor) {
    this.streams = streams;
    this.outbox = outbox;
    this.publisher = publisher;
    this.leases = leases;
    this.executor = executor;
  }

  /** Something was appended to the stream; publishes it soon if its bucket is ours. */
  public void nudge(Stream<E> stream) {
    if (leases.token(streams.bucketOf(stream.id())).isEmpty()) return;
    if (busy.putIfAbsent(stream.id(), stream) == null) executor.execute(() -> publishWhileNudged(stream.id()));
    else if (busy.computeIfPresent(stream.id(), (id, known) -> newer(known, stream)) == null) nudge(stream); // it ended just now
  }

  private static <E> Stream<E> newer(Stream<E> one, Stream<E> other) {
    return one.version() >= other.version() ? one : other;
  }

  /** Whether something is on its way to the broker, or waits to be marked. */
  public boolean isBusy() {
    return !busy.isEmpty();
  }

  /** Looks for pending streams in our buckets and starts on them. Returns how many there were, up to a batch. */
  public int sweep() {
    Set<Integer> buckets = leases.held().keySet();
    if (buckets.isEmpty()) return 0;
    List<String> pending = streams.pending(buckets, BATCH);
    for (String stream : pending) if (!busy.containsKey(stream)) executor.execute(() -> nudgePending(stream));
    return pending.size();
  }

  private void nudgePending(String id) {
    try {
      nudge(streams.load(id));
    } catch (RuntimeException e) {
      // the store is away for now: still pending, and the next sweep tries again
    }
  }

  private void publishWhileNudged(String id) {
    try {
      Stream<E> known;
      long published = 0;
      do {
        known = Objects.requireNonNull(busy.get(id)); // nobody else takes it out
        published = publish(known, Math.max(published, known.published()));
      } while (!busy.remove(id, known));
    } catch (RuntimeException e) {
      busy.remove(id); // still pending in the store: the next sweep tries again
    }
  }

  /**
   * Publishes and marks commit by commit until all that is known of the stream is out, the bucket is lost, or the broker
   * fails (throws). Returns how far it came.
   *
   * <p>
   * If more than the last commit seems unpublished, the history was perhaps read before an earlier one was marked: then the
   * store is asked, so that nothing is sent twice for it.
   */
  private long publish(Stream<E> stream, long from) {
    boolean onlyLast = stream.version() == from + 1;
    long published = onlyLast ? from : Math.max(from, streams.load(stream.id()).published());
    while (published < stream.version()) {
      OptionalLong fence = leases.token(streams.bucketOf(stream.id()));
      if (fence.isEmpty() || !publishNext(stream, published, fence.getAsLong())) return published;
      published++;
    }
    return published;
  }

  /** One commit's messages go out together: they share a partition, and the producer keeps their order. */
  private boolean publishNext(Stream<E> stream, long published, long fence) {
    long next = published + 1;
    List<Outgoing<M>> messages = outbox.after(upTo(stream, next), published);
    CompletableFuture.allOf(messages.stream().map(publisher::publish).toArray(CompletableFuture[]::new)).join();
    return streams.markPublished(stream.id(), published, next, fence);
  }

  private static <E> Stream<E> upTo(Stream<E> stream, long version) {
    return new Stream<>(stream.id(), stream.caseId(), stream.published(),
        stream.commits().stream().filter(c -> c.version() <= version).toList());
  }
}
