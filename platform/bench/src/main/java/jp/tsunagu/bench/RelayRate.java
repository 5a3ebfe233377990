package jp.tsunagu.bench;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;

import com.mongodb.client.MongoDatabase;

import jp.tsunagu.contracts.Message;
import jp.tsunagu.contracts.MessageTypes;
import jp.tsunagu.journal.Actor;
import jp.tsunagu.journal.Cause;
import jp.tsunagu.journal.Commit;
import jp.tsunagu.journal.Leases;
import jp.tsunagu.journal.Outbox;
import jp.tsunagu.journal.Outgoing;
import jp.tsunagu.journal.Relay;
import jp.tsunagu.journal.Stream;
import jp.tsunagu.runtime.inbox.Wire;
import jp.tsunagu.runtime.journal.EventTypes;
import jp.tsunagu.runtime.journal.JournalStore;
import jp.tsunagu.runtime.journal.MongoJournal;
import jp.tsunagu.runtime.relay.KafkaPublisher;
import jp.tsunagu.runtime.trace.Traces;

/**
 * A relay that finds a backlog, as after an outage of the broker, beside a producer with the same settings that has the same messages at
 * hand and sends them all.
 */
final class RelayRate implements AutoCloseable {
  private static final String SERVICE = "bench";
  private static final int STREAMS = 2_000;

  private final MongoDatabase database;
  private final MongoJournal<Message> journal;
  private final KafkaPublisher publisher;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Relay<Message, Message> relay;
  private final Outbox<Message, Message> outbox = Outbox.perEvent((_, message) -> message);
  private final List<Outgoing<Message>> messages = new ArrayList<>();
  private final Beside rates = new Beside();

  /** @param history what a journey of a person who was handed over has published */
  RelayRate(MongoDatabase database, String kafka, List<Outgoing<Message>> history) throws InterruptedException, ExecutionException {
    this.database = database;
    this.journal = new JournalStore(database).journal("journey", EventTypes.of(MessageTypes.all()), List.of());
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
      admin.createTopics(List.of(new NewTopic(KafkaPublisher.topic(SERVICE), 12, (short) 1))).all().get();
    }
    Map<String, Object> settings = Map.of("bootstrap.servers", kafka, "acks", "all", "enable.idempotence", true, "linger.ms", 2);
    publisher = new KafkaPublisher(new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer()), SERVICE, new Wire(),
        Traces.none());
    relay = new Relay<>(journal, outbox, publisher, Leases.all(MongoJournal.BUCKETS), threads);
    fill(history);
  }

  private void fill(List<Outgoing<Message>> history) {
    for (int s = 0; s < STREAMS; s++) {
      Stream<Message> stream = Stream.empty("journey-b-" + s, "b-" + s);
      for (int v = 1; v <= history.size(); v++) {
        var message = history.get(v - 1);
        var commit = new Commit<>(v, v, message.time(), new Actor("bench", "bench"), Cause.message("m" + v), List.of(message.body()));
        if (!journal.append(stream, commit, Map.of())) throw new IllegalStateException("an append was lost");
        stream = stream.with(commit);
      }
      messages.addAll(outbox.after(stream, 0));
    }
  }

  void round() {
    double floor = perSecond(() -> CompletableFuture.allOf(messages.stream().map(publisher::publish).toArray(CompletableFuture[]::new))
        .join());
    database.getCollection("journal_journey").updateMany(new Document(), combine(set("published", 0L), set("pending", true)));
    rates.add(floor, perSecond(this::drain));
  }

  void forget() {
    rates.forget();
  }

  private void drain() {
    relay.sweep();
    while (database.getCollection("journal_journey").find(eq("pending", true)).first() != null) LockSupport.parkNanos(5_000_000);
  }

  private double perSecond(Runnable work) {
    long began = System.nanoTime();
    work.run();
    return messages.size() / ((System.nanoTime() - began) / 1e9);
  }

  Table table() {
    var table = new Table("%,d messages of %,d streams".formatted(messages.size(), STREAMS), "per second");
    return rates.rows(table, "a bare producer, all at once", "relay of a backlog");
  }

  @Override
  public void close() {
    threads.shutdownNow();
    publisher.close();
  }
}
