package jp.tsunagu.directory.wiring;

import com.mongodb.client.MongoDatabase;
import java.util.List;
import jp.tsunagu.directory.OrganisationDecider;
import jp.tsunagu.directory.OrganisationEvent;
import jp.tsunagu.directory.outbox.OrganisationOutbox;
import jp.tsunagu.journal.Journal;
import jp.tsunagu.journal.Outbox;
import jp.tsunagu.runtime.journal.JournalStore;
import jp.tsunagu.testing.StoredEventsSpec;

class StoredOrganisationsTest extends StoredEventsSpec<OrganisationEvent> {
  StoredOrganisationsTest() {
    super("organisation", OrganisationEvent.class, new OrganisationDecider(),
        Outbox.snapshot(new OrganisationDecider(), OrganisationOutbox::message));
  }

  @Override
  protected Journal<OrganisationEvent> journal(MongoDatabase database, String prefix) {
    return new JournalStore(database).journal(prefix, DirectoryConfiguration.EVENTS, List.of());
  }
}
