package jp.tsunagu.directory.wiring;

import com.mongodb.client.MongoDatabase;
import java.util.List;
import jp.tsunagu.directory.NetworkDecider;
import jp.tsunagu.directory.NetworkEvent;
import jp.tsunagu.journal.Journal;
import jp.tsunagu.runtime.journal.JournalStore;
import jp.tsunagu.testing.StoredEventsSpec;

class StoredNetworkTest extends StoredEventsSpec<NetworkEvent> {
  StoredNetworkTest() {
    super("network", NetworkEvent.class, new NetworkDecider(), (stream, published) -> List.of());
  }

  @Override
  protected Journal<NetworkEvent> journal(MongoDatabase database, String prefix) {
    return new JournalStore(database).journal(prefix, DirectoryConfiguration.OF_THE_NETWORK, List.of());
  }
}
