package jp.tsunagu.journal;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Publishes what the journal holds: in order within a stream, side by side over streams, marked only after the broker has it.
 *
 * <p>
 * A crash between sending and marking sends again; a message may therefore arrive twice, but never too early and never not
 * at all. {@link #nudge} is the fast path, {@link #sweep} the safety net: what a nudge missed stays pending in the store.
 */
public final class Relay<E, M> {
  private static final int BATCH = 200;
  private static final int LANES = 4;

  private final PendingStreams<E> streams;
  private final Outbox<E, M> outbox;
  private final Publisher<M> publisher;
  private final Leases leases;
  private final Executor executor;
  /** Streams being published here, each with the newest history known of it. */
  private final ConcurrentHashMap<String, Stream<E>> busy = new ConcurrentHashMap<>();
  private final AtomicBoolean sweeping = new AtomicBoolean();

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

  /** Starts on what is pending in our buckets, unless that goes on already; what store or broker refuse waits for the next sweep. */
  public void sweep() {
    if (sweeping.compareAndSet(false, true))
      CompletableFuture.supplyAsync(this::sweepOneBatch, executor)
          .thenCompose(more -> more ? drain() : CompletableFuture.completedFuture(null))
          .whenComplete((_, _) -> sweeping.set(false));
  }

  /** Returns whether there is more. */
  private boolean sweepOneBatch() {
    List<String> pending = pending(leases.held().keySet());
    return publishTogether(pending) && pending.size() == BATCH;
  }

  /** A backlog goes out in lanes: while one waits for the broker or the store, another one reads. */
  private CompletableFuture<Void> drain() {
    return CompletableFuture.allOf(IntStream.range(0, LANES).mapToObj(lane -> CompletableFuture.runAsync(() -> drain(lane), executor))
        .toArray(CompletableFuture[]::new));
  }

  /** Until less than a batch is left. A batch that comes again was sent and could not be marked: somebody else's turn. */
  private void drain(int lane) {
    List<String> last = List.of();
    List<String> pending = pending(lane);
    while (!pending.equals(last) && publishTogether(pending) && pending.size() == BATCH) {
      last = pending;
      pending = pending(lane);
    }
  }

  private List<String> pending(int lane) {
    return pending(leases.held().keySet().stream().filter(bucket -> bucket % LANES == lane).collect(Collectors.toSet()));
  }

  private List<String> pending(Set<Integer> buckets) {
    return buckets.isEmpty() ? List.of() : streams.pending(buckets, BATCH);
  }

  /** One question to the store for all their histories and one for all their marks. Returns whether any of it got out. */
  private boolean publishTogether(List<String> ids) {
    List<Stream<E>> ours = streams.load(ids.stream().filter(id -> !busy.containsKey(id)).toList()).stream()
        .filter(stream -> busy.putIfAbsent(stream.id(), stream) == null).toList();
    try {
      List<Sent> sent = ours.stream().flatMap(stream -> sent(stream).stream()).toList();
      List<PendingStreams.Mark> marks = sent.stream().filter(Sent::acknowledged).map(Sent::mark).toList();
      streams.markPublished(marks);
      return !marks.isEmpty();
    } finally {
      ours.forEach(this::leave);
    }
  }

  private record Sent(PendingStreams.Mark mark, CompletableFuture<?> all) {
    /** Returns when it is known whether the broker has everything. */
    boolean acknowledged() {
      return all.handle((_, failure) -> failure == null).join();
    }
  }

  /** Empty if the bucket is not ours any more, or for a stream that cannot be told: it must not hold the others up. */
  private Optional<Sent> sent(Stream<E> stream) {
    OptionalLong fence = leases.token(streams.bucketOf(stream.id()));
    if (fence.isEmpty()) return Optional.empty();
    try {
      var mark = new PendingStreams.Mark(stream.id(), stream.published(), stream.version(), fence.getAsLong());
      return Optional.of(new Sent(mark, send(stream, stream.published())));
    } catch (RuntimeException e) {
      return Optional.empty();
    }
  }

  /** What was appended and nudged while the batch was under way has its turn now. */
  private void leave(Stream<E> stream) {
    if (!busy.remove(stream.id(), stream)) executor.execute(() -> publishWhileNudged(stream.id()));
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
   * Publishes all that is known of the stream and marks it. Throws if the broker may not have it. Returns how far it came.
   *
   * <p>
   * If more than the last commit seems unpublished, the history was perhaps read before an earlier one was marked: then the
   * store is asked, so that nothing is sent twice for it.
   */
  private long publish(Stream<E> stream, long from) {
    boolean onlyLast = stream.version() == from + 1;
    long published = onlyLast ? from : Math.max(from, streams.load(stream.id()).published());
    OptionalLong fence = leases.token(streams.bucketOf(stream.id()));
    if (published >= stream.version() || fence.isEmpty()) return published;
    send(stream, published).join();
    return streams.markPublished(stream.id(), published, stream.version(), fence.getAsLong()) ? stream.version() : published;
  }

  /** All its messages go out together: they share a partition, and the producer keeps their order. */
  private CompletableFuture<?> send(Stream<E> stream, long published) {
    return CompletableFuture.allOf(outbox.after(stream, published).stream().map(publisher::publish).toArray(CompletableFuture[]::new));
  }
}
