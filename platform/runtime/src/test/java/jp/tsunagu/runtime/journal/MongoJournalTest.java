package jp.tsunagu.runtime.journal;

import java.util.List;
import java.util.Map;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

import jp.tsunagu.journal.Journal;
import jp.tsunagu.journal.PendingStreams;
import jp.tsunagu.testing.Infrastructure;
import jp.tsunagu.testing.JournalContract;
import jp.tsunagu.testing.Note.Event;

/** On the embedded store, or on the server that {@code tsunagu.test.mongo.uri} names. */
class MongoJournalTest extends JournalContract {
  static final EventTypes<Event> TYPES = EventTypes
      .of(Map.of("note.written.v1", Event.Written.class, "note.doubled.v1", Event.Doubled.class));

  private static MongoClient client;

  @BeforeAll
  static void connect() {
    client = MongoClients.create(Infrastructure.mongoUri("journal-contract"));
  }

  @AfterAll
  static void leave() {
    client.close();
  }

  private static MongoJournal<Event> open(int commits, int bytes) {
    return new JournalStore(client.getDatabase("journal-contract")).journal("note", TYPES, List.of("words"), commits, bytes);
  }

  @Override
  protected Journal<Event> journal() {
    return open(Journal.MAX_COMMITS, Journal.MAX_BYTES);
  }

  @Override
  protected PendingStreams<Event> pending() {
    return open(Journal.MAX_COMMITS, Journal.MAX_BYTES);
  }

  @Override
  protected Journal<Event> limited(int commits, int bytes) {
    return open(commits, bytes);
  }
}
