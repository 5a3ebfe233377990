package jp.tsunagu.intake.wiring;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import jp.tsunagu.intake.BlindIndex;
import jp.tsunagu.intake.CaseFileDecider;
import jp.tsunagu.intake.CaseFileEvent;
import jp.tsunagu.intake.outbox.CaseFileOutbox;
import jp.tsunagu.journal.Journal;
import jp.tsunagu.journal.Outbox;
import jp.tsunagu.runtime.journal.JournalStore;
import jp.tsunagu.runtime.vault.KeptSeals;
import jp.tsunagu.runtime.vault.PersonKey;
import jp.tsunagu.runtime.vault.Seals;
import jp.tsunagu.testing.StoredEventsSpec;

class StoredCaseFilesTest extends StoredEventsSpec<CaseFileEvent> {
  private static final Seals SEALS = new KeptSeals(caseId -> Optional.of(PersonKey.parse(KEY)), Duration.ofHours(1));

  StoredCaseFilesTest() {
    super("casefile", CaseFileEvent.class, new CaseFileDecider(new BlindIndex(new byte[32])), Outbox.perEvent(CaseFileOutbox::message));
  }

  @Override
  protected Journal<CaseFileEvent> journal(MongoDatabase database, String prefix) {
    return new JournalStore(database, SEALS).journal(prefix, IntakeConfiguration.EVENTS, List.of());
  }

  @Override
  protected String open(String box) {
    return SEALS.of(CASE).open(box).orElseThrow();
  }
}
