package jp.tsunagu.intake.wiring;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.List;
import jp.tsunagu.intake.ConnectionDecider;
import jp.tsunagu.intake.ConnectionEvent;
import jp.tsunagu.intake.outbox.ConnectionOutbox;
import jp.tsunagu.journal.Journal;
import jp.tsunagu.journal.Outbox;
import jp.tsunagu.runtime.journal.JournalStore;
import jp.tsunagu.testing.StoredEventsSpec;

class StoredConnectionsTest extends StoredEventsSpec<ConnectionEvent> {
  StoredConnectionsTest() {
    super("connection", ConnectionEvent.class, new ConnectionDecider(Duration.ofDays(7), Duration.ofDays(7)),
        Outbox.perEvent((caseId, event) -> ConnectionOutbox.message(caseId, "n-1", event)));
  }

  @Override
  protected Journal<ConnectionEvent> journal(MongoDatabase database, String prefix) {
    return new JournalStore(database).journal(prefix, ConnectionConfiguration.EVENTS, List.of());
  }
}
