package jp.tsunagu.journal;

import java.util.List;
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
  /** Streams being drained here; true when another nudge came meanwhile. */
  private final ConcurrentHashMap<String, Boolean> busy = new ConcurrentHashMap<>();

  public Relay(PendingStreams<E> streams, Outbox<E, M> outbox, Publisher<M> publisher, Leases leases, Executor executor) {
    this.streams = streams;
    this.outbox = outbox;
    this.publisher = publisher;
    this.leases = leases;
    this.executor = executor;
  }

  /** Something was appended to the stream; publishes it soon if its bucket is ours. */
  public void nudge(String stream) {
    if (leases.token(streams.bucketOf(stream)).isEmpty()) return;
    if (busy.merge(stream, false, (running, first) -> true)) return;
    executor.execute(() -> drainWhileNudged(stream));
  }

  /** Looks for pending streams in our buckets and starts on them. Returns how many there were, up to a batch. */
  public int sweep() {
    Set<Integer> buckets = leases.held().keySet();
    if (buckets.isEmpty()) return 0;
    List<String> pending = streams.pending(buckets, BATCH);
    pending.forEach(this::nudge);
    return pending.size();
  }

  private void drainWhileNudged(String stream) {
    try {
      do {
        busy.put(stream, false);
        drain(stream);
      } while (!busy.remove(stream, false));
    } catch (RuntimeException e) {
      busy.remove(stream); // still pending in the store: the next sweep tries again
    }
  }

  /** Publishes and marks commit by commit until nothing is left, the bucket is lost, or the broker fails (throws). */
  public void drain(String stream) {
    Stream<E> loaded = streams.load(stream);
    long published = loaded.published();
    while (published < loaded.version()) {
      OptionalLong fence = leases.token(streams.bucketOf(stream));
      if (fence.isEmpty()) return;
      published = publishNext(loaded, published, fence.getAsLong());
      if (published < 0) return;
      if (published == loaded.version()) loaded = streams.load(stream);
    }
  }

  /** One commit's messages go out together: they share a partition, and the producer keeps their order. */
  private long publishNext(Stream<E> stream, long published, long fence) {
    long next = published + 1;
    List<Outgoing<M>> messages = outbox.after(upTo(stream, next), published);
    CompletableFuture.allOf(messages.stream().map(publisher::publish).toArray(CompletableFuture[]::new)).join();
    return streams.markPublished(stream.id(), published, next, fence) ? next : -1;
  }

  private static <E> Stream<E> upTo(Stream<E> stream, long version) {
    return new Stream<>(stream.id(), stream.caseId(), stream.published(),
        stream.commits().stream().filter(c -> c.version() <= version).toList());
  }
}
