package jp.tsunagu.referral.wiring;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import jp.tsunagu.calendar.OfficeCalendar;
import jp.tsunagu.calendar.Offices;
import jp.tsunagu.journal.Journal;
import jp.tsunagu.journal.Outbox;
import jp.tsunagu.referral.DeadlinePolicy;
import jp.tsunagu.referral.JourneyDecider;
import jp.tsunagu.referral.JourneyEvent;
import jp.tsunagu.referral.outbox.JourneyOutbox;
import jp.tsunagu.runtime.journal.JournalStore;
import jp.tsunagu.runtime.vault.KeptSeals;
import jp.tsunagu.runtime.vault.PersonKey;
import jp.tsunagu.runtime.vault.Seals;
import jp.tsunagu.testing.StoredEventsSpec;

class StoredJourneysTest extends StoredEventsSpec<JourneyEvent> {
  private static final Seals SEALS = new KeptSeals(caseId -> Optional.of(PersonKey.parse(KEY)), Duration.ofHours(1));

  StoredJourneysTest() {
    super("journey", JourneyEvent.class, new JourneyDecider(DeadlinePolicy.proposed(Offices.all(OfficeCalendar.usual()))),
        Outbox.perEvent(JourneyOutbox::message));
  }

  @Override
  protected Journal<JourneyEvent> journal(MongoDatabase database, String prefix) {
    return new JournalStore(database, SEALS).journal(prefix, StoredEvents.TYPES, List.of());
  }

  @Override
  protected String open(String box) {
    return SEALS.of(CASE).open(box).orElseThrow();
  }
}
