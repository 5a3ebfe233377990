package jp.tsunagu.runtime.inbox;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.messaging.Message;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.ResourceAccessException;

import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;

import jp.tsunagu.journal.CommandHandler;
import jp.tsunagu.runtime.logs.LogContext;
import jp.tsunagu.runtime.trace.Traces;
import tools.jackson.databind.node.StringNode;

/**
 * Where messages come in. Each consumer is one Spring Cloud Stream function made here.
 *
 * <p>
 * A message that fails is tried a few times and then parked; the later ones of its case park behind it, other cases flow
 * on. Only when the store itself is away does the function throw: then nothing could be kept, and the broker sends again.
 */
public final class Inbox {
  private static final Logger log = LoggerFactory.getLogger(Inbox.class);
  private static final int TRIES = 3;
  private static final String UNREADABLE = "unreadable";
  /** Lanes of a poll that take effect side by side: each waits for the store most of its time, and the more do, the more share a write. */
  private static final int SIDE_BY_SIDE = 100;

  private final MongoDatabase database;
  private final PublisherJournals publishers;
  private final ParkingLot parking;
  private final Wire wire;
  private final Traces traces;
  private final InstantSource clock;
  private final Executor lanes;
  private final List<Consumer> consumers = new CopyOnWriteArrayList<>();

  public Inbox(MongoDatabase database, PublisherJournals publishers, ParkingLot parking, Wire wire, Traces traces, InstantSource clock) {
    this(database, publishers, parking, wire, traces, clock,
        Executors.newFixedThreadPool(SIDE_BY_SIDE, Thread.ofVirtual().name("inbox-", 0).factory()));
  }

  /** @param lanes on which what came of different lanes takes effect */
  public Inbox(MongoDatabase database, PublisherJournals publishers, ParkingLot parking, Wire wire, Traces traces, InstantSource clock,
      Executor lanes) {
    this.lanes = lanes;
    this.database = database;
    this.publishers = publishers;
    this.parking = parking;
    this.wire = wire;
    this.traces = traces;
    this.clock = clock;
  }

  /** @param consumer unique in the service; what it has seen is kept under this name */
  public java.util.function.Consumer<Message<List<byte[]>>> reaction(String consumer, Reaction reaction) {
    return projection(consumer, noting(consumer, reaction));
  }

  /** A reaction as a part of a projection of several. */
  public Projection noting(String consumer, Reaction reaction) {
    return new Seen(database, consumer, reaction);
  }

  public java.util.function.Consumer<Message<List<byte[]>>> projection(String name, Projection projection) {
    var consumer = new Consumer(name, projection, publishers, wire, traces);
    consumers.add(consumer);
    return batch -> receive(consumer, Batch.records(batch));
  }

  /**
   * Takes in, now, what this service has not yet seen of a publisher's stream, without waiting for the broker.
   *
   * @param stream of a case, e.g. {@code journey-c-1}; the case is what follows the first dash
   * @return true if something new took effect
   */
  public boolean catchUp(String service, String stream) {
    return catchUp(service, stream, stream.substring(stream.indexOf('-') + 1));
  }

  /** The same for a stream that is not named after its case, such as a notice's. */
  public boolean catchUp(String service, String stream, String caseId) {
    boolean news = false;
    for (Consumer consumer : consumers)
      if (consumer.reads(service) && !waits(consumer, stream, caseId)) news |= consumer.catchUp(service, stream, caseId);
    return news;
  }

  /** Whether what comes of this stream waits behind something that is parked. */
  public boolean waits(String stream, String caseId) {
    return consumers.stream().anyMatch(consumer -> waits(consumer, stream, caseId));
  }

  private boolean waits(Consumer consumer, String stream, String caseId) {
    return parking.holds(consumer.name(), consumer.lane(stream, caseId));
  }

  private void receive(Consumer consumer, List<Batch.Record> records) {
    Map<String, List<WireMessage>> byLane = new LinkedHashMap<>();
    for (Batch.Record record : records)
      read(consumer, record).ifPresent(message -> byLane.computeIfAbsent(lane(consumer, message), _ -> new ArrayList<>()).add(message));
    CompletableFuture<?>[] all = byLane.entrySet().stream()
        .map(lane -> CompletableFuture.runAsync(() -> takeLane(consumer, lane.getKey(), lane.getValue()), lanes))
        .toArray(CompletableFuture[]::new);
    try {
      CompletableFuture.allOf(all).join(); // of all of them, also when one of them failed: the poll is not done before
    } catch (CompletionException e) {
      if (e.getCause() instanceof Error end) throw end;
      throw e.getCause() instanceof RuntimeException storeAway ? storeAway : e;
    }
  }

  private void takeLane(Consumer consumer, String lane, List<WireMessage> messages) {
    try (var _ = LogContext.none().ofCase(messages.getFirst().subject()); var _ = Traces.within(messages.getFirst().traceparent())) {
      take(consumer, lane, messages);
    }
  }

  private static String lane(Consumer consumer, WireMessage message) {
    return consumer.lane(message.stream(), message.subject());
  }

  private Optional<WireMessage> read(Consumer consumer, Batch.Record record) {
    try {
      WireMessage message = wire.read(record::header, record.body());
      Origin.check(record, message);
      return Optional.of(message);
    } catch (Origin.Doubtful doubtful) {
      log.warn("{} parks a record that cannot be what it says at {}: {}", consumer.name(), record.position(), doubtful.getMessage());
      park(consumer, unreadable(record), String.valueOf(doubtful.getMessage()));
      return Optional.empty();
    } catch (RuntimeException unreadable) {
      log.warn("{} parks a record that is no message at {}", consumer.name(), record.position());
      park(consumer, unreadable(record), UNREADABLE);
      return Optional.empty();
    }
  }

  private void park(Consumer consumer, WireMessage unreadable, String reason) {
    parking.park(consumer.name(), unreadable.subject(), unreadable, reason, false, clock.instant());
  }

  /** Without a case of its own it waits alone, under its place in the topic. */
  private WireMessage unreadable(Batch.Record record) {
    return new WireMessage(record.position(), UNREADABLE, "broker", "unreadable:" + record.position(), clock.instant(), 0, true,
        StringNode.valueOf(Base64.getEncoder().encodeToString(record.body())), null);
  }

  /** All messages of the lane at once if they go through; otherwise one by one, to find the one that does not. */
  private void take(Consumer consumer, String lane, List<WireMessage> messages) {
    boolean together = messages.size() > 1 && !parking.holds(consumer.name(), lane) && attempt(consumer, messages, 1).isEmpty();
    if (!together) messages.forEach(message -> {
      try (var _ = LogContext.ofMessage(message.id(), message.subject()); var _ = Traces.within(message.traceparent())) {
        take(consumer, lane, message);
      }
    });
  }

  private void take(Consumer consumer, String lane, WireMessage message) {
    if (parking.holds(consumer.name(), lane)) {
      parking.park(consumer.name(), lane, message, "behind an earlier one", true, clock.instant());
      return;
    }
    attempt(consumer, List.of(message), TRIES).ifPresent(failure -> {
      log.warn("{} parks {} and what follows of {}: {}", consumer.name(), message.id(), lane, reason(failure));
      parking.park(consumer.name(), lane, message, reason(failure), passing(failure), clock.instant());
    });
  }

  private static Optional<RuntimeException> attempt(Consumer consumer, List<WireMessage> messages, int tries) {
    RuntimeException last = null;
    for (int i = 0; i < tries; i++) {
      try {
        consumer.take(messages);
        return Optional.empty();
      } catch (MongoException storeAway) {
        throw storeAway;
      } catch (RuntimeException e) {
        last = e;
      }
    }
    return Optional.ofNullable(last);
  }

  /**
   * Gives a parked message up, for a reason that is kept. It counts as seen, so nobody fetches it again.
   *
   * @return false if it is not waiting, or another one of its case waits before it
   */
  public boolean discard(String id, String worker, String reason) {
    Optional<ParkingLot.Parked> parked = parking.find(id).filter(parking::isInFront);
    if (parked.isEmpty()) return false;
    WireMessage message = parked.get().message();
    if (!message.type().equals(UNREADABLE)) consumer(parked.get().consumer()).passOver(message);
    return parking.discard(id, worker, reason, clock.instant());
  }

  private Consumer consumer(String name) {
    return consumers.stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow();
  }

  /** Tries the parked messages of a case again, in order, up to the first that still fails. Returns how many went through. */
  public int replay(String consumerName, String lane) {
    Consumer consumer = consumer(consumerName);
    int through = 0;
    for (ParkingLot.Parked parked : parking.of(consumerName, lane)) {
      WireMessage message = parked.message();
      try (var _ = LogContext.ofMessage(message.id(), message.subject()); var _ = Traces.within(message.traceparent())) {
        if (attempt(consumer, List.of(message), TRIES).isPresent()) return through;
      }
      consumer.settle();
      parking.leave(parked.id());
      through++;
    }
    return through;
  }

  /** Notes how far everything is, where that was only remembered. */
  public void settle() {
    consumers.forEach(Consumer::settle);
  }

  /** Tries again what waits for a neighbour to come back. */
  public void replayPassing() {
    Map<String, ParkingLot.Parked> heads = new LinkedHashMap<>();
    parking.waiting(500).forEach(p -> heads.putIfAbsent(p.consumer() + "|" + p.caseId(), p));
    heads.values().stream().filter(ParkingLot.Parked::passing).forEach(p -> replay(p.consumer(), p.caseId()));
  }

  private static boolean passing(RuntimeException failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) if (mendsItself(t)) return true;
    return false;
  }

  /** A neighbour that is not there, or is there but in trouble itself; or many who wrote at once. */
  private static boolean mendsItself(Throwable failure) {
    return failure instanceof ResourceAccessException || failure instanceof HttpServerErrorException
        || failure instanceof java.io.IOException || failure instanceof PassingFailure || failure instanceof CommandHandler.Contention;
  }

  /** The class and our own words; a message of a foreign exception could quote what it choked on. */
  private static String reason(RuntimeException failure) {
    boolean ours = failure instanceof IllegalStateException || failure instanceof PassingFailure;
    return failure.getClass().getSimpleName() + (ours && failure.getMessage() != null ? ": " + failure.getMessage() : "");
  }
}
