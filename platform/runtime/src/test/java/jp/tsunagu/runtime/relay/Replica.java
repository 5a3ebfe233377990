package jp.tsunagu.runtime.relay;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;

import jp.tsunagu.contracts.IntakeMessage;
import jp.tsunagu.contracts.Message;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.journal.Actor;
import jp.tsunagu.journal.Cause;
import jp.tsunagu.journal.CommandHandler;
import jp.tsunagu.journal.Outbox;
import jp.tsunagu.journal.PendingStreams;
import jp.tsunagu.journal.Relay;
import jp.tsunagu.journal.Stream;
import jp.tsunagu.runtime.inbox.Wire;
import jp.tsunagu.runtime.journal.EventTypes;
import jp.tsunagu.runtime.journal.JournalStore;
import jp.tsunagu.runtime.journal.MongoJournal;
import jp.tsunagu.runtime.trace.Traces;
import jp.tsunagu.testing.Infrastructure;
import jp.tsunagu.testing.Note;
import jp.tsunagu.testing.Note.Event;

/** One process of a publishing service, as far as relaying goes: its own connections, leases and producer. */
final class Replica implements AutoCloseable {
  static final Outbox<Event, Message> OUTBOX = Outbox.perEvent((caseId, event) -> switch (event) {
    case Event.Written e -> new IntakeMessage.PersonRecorded(caseId, new Party("org05", "w" + e.length()));
    case Event.Doubled e -> new IntakeMessage.PersonRecorded(caseId, new Party("org05", "doubled"));
  });
  private static final Instant AT = Instant.parse("2026-04-01T00:00:00Z");

  private final MongoClient client;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  final MongoJournal<Event> journal;
  final MongoLeases leases;
  final KafkaPublisher publisher;
  final Relay<Event, Message> relay;
  private final CommandHandler<Note.Write, Event, List<String>> handler;

  Replica(String name, String service, String database) {
    this(name, service, database, journal -> journal);
  }

  Replica(String name, String service, String database, java.util.function.UnaryOperator<PendingStreams<Event>> between) {
    this(name, service, database, between, Traces.none());
  }

  /** @param between what the relay sees instead of the journal, e.g. one that dies before it marks */
  Replica(String name, String service, String database, java.util.function.UnaryOperator<PendingStreams<Event>> between, Traces traces) {
    client = MongoClients.create(Infrastructure.mongoUri(database));
    MongoDatabase db = client.getDatabase(database);
    var types = EventTypes.<Event>of(Map.of("note.written.v1", Event.Written.class, "note.doubled.v1", Event.Doubled.class));
    journal = new JournalStore(db).journal("note", types, List.of("words"));
    leases = new MongoLeases(db, new StoreClock(db), "relay", MongoJournal.BUCKETS, name);
    var settings = new Properties();
    settings.put("bootstrap.servers", Infrastructure.kafka());
    settings.put("acks", "all");
    settings.put("enable.idempotence", "true");
    publisher = new KafkaPublisher(new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer()), service, new Wire(),
        traces);
    relay = new Relay<>(between.apply(journal), OUTBOX, publisher, leases, threads);
    handler = new CommandHandler<>(new Note(AT), journal, relay::nudge, Traces::current);
  }

  void write(String stream, String word) {
    handler.handle(stream, stream.substring(stream.indexOf('-') + 1), new Note.Write(word), AT, new Actor("org05", "org05-1"),
        Cause.message(stream + word), null);
  }

  Stream<Event> load(String stream) {
    return journal.load(stream);
  }

  @Override
  public void close() {
    threads.shutdownNow();
    publisher.close();
    client.close();
  }
}
