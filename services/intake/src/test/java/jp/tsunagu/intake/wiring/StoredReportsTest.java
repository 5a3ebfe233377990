package jp.tsunagu.intake.wiring;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tsunagu.intake.AbuseReportDecider;
import jp.tsunagu.intake.AbuseReportEvent;
import jp.tsunagu.intake.outbox.AbuseReportOutbox;
import jp.tsunagu.journal.Journal;
import jp.tsunagu.journal.Outbox;
import jp.tsunagu.runtime.journal.JournalStore;
import jp.tsunagu.runtime.vault.KeptSeals;
import jp.tsunagu.runtime.vault.PersonKey;
import jp.tsunagu.runtime.vault.Seals;
import jp.tsunagu.testing.StoredEventsSpec;

class StoredReportsTest extends StoredEventsSpec<AbuseReportEvent> {
  private static final Seals SEALS = new KeptSeals(caseId -> Optional.of(PersonKey.parse(KEY)), Duration.ofHours(1));

  StoredReportsTest() {
    super("reports", AbuseReportEvent.class, new AbuseReportDecider(), Outbox.perEvent(AbuseReportOutbox::message));
  }

  @Override
  protected Journal<AbuseReportEvent> journal(MongoDatabase database, String prefix) {
    return new JournalStore(database, SEALS).journal(prefix, CallConfiguration.REPORTS, List.of());
  }

  @Override
  protected String open(String box) {
    return SEALS.of(CASE).open(box).orElseThrow();
  }

  /** A receipt comes later, in an event of its own. */
  @Override
  protected Set<String> neverWritten() {
    return Set.of("AbuseReport.receipt");
  }
}
