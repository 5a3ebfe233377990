package jp.tsunagu.notification.wiring;

import com.mongodb.client.MongoDatabase;
import java.util.List;
import jp.tsunagu.journal.Journal;
import jp.tsunagu.notification.NoticeDecider;
import jp.tsunagu.notification.NoticeEvent;
import jp.tsunagu.notification.outbox.NoticeOutbox;
import jp.tsunagu.runtime.journal.JournalStore;
import jp.tsunagu.testing.StoredEventsSpec;

class StoredNoticesTest extends StoredEventsSpec<NoticeEvent> {
  StoredNoticesTest() {
    super("notice", NoticeEvent.class, new NoticeDecider(), new NoticeOutbox());
  }

  @Override
  protected Journal<NoticeEvent> journal(MongoDatabase database, String prefix) {
    return new JournalStore(database).journal(prefix, NotificationConfiguration.EVENTS, List.of());
  }
}
