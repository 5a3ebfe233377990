package jp.tsunagu.intake.wiring;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import jp.tsunagu.intake.CallDecider;
import jp.tsunagu.intake.CallEvent;
import jp.tsunagu.journal.Journal;
import jp.tsunagu.runtime.journal.JournalStore;
import jp.tsunagu.runtime.vault.KeptSeals;
import jp.tsunagu.runtime.vault.PersonKey;
import jp.tsunagu.runtime.vault.Seals;
import jp.tsunagu.testing.StoredEventsSpec;

class StoredCallsTest extends StoredEventsSpec<CallEvent> {
  private static final Seals SEALS = new KeptSeals(caseId -> Optional.of(PersonKey.parse(KEY)), Duration.ofHours(1));

  StoredCallsTest() {
    super("call", CallEvent.class, new CallDecider(), (stream, published) -> List.of());
  }

  @Override
  protected Journal<CallEvent> journal(MongoDatabase database, String prefix) {
    return new JournalStore(database, SEALS).journal(prefix, CallConfiguration.CALLS, List.of());
  }

  @Override
  protected String open(String box) {
    return SEALS.of(CASE).open(box).orElseThrow();
  }
}
