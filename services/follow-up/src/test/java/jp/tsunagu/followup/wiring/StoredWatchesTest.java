package jp.tsunagu.followup.wiring;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tsunagu.followup.WatchDecider;
import jp.tsunagu.followup.WatchEvent;
import jp.tsunagu.followup.WatchPolicy;
import jp.tsunagu.followup.outbox.WatchOutbox;
import jp.tsunagu.journal.Journal;
import jp.tsunagu.journal.Outbox;
import jp.tsunagu.runtime.journal.JournalStore;
import jp.tsunagu.runtime.vault.KeptSeals;
import jp.tsunagu.runtime.vault.PersonKey;
import jp.tsunagu.runtime.vault.Seals;
import jp.tsunagu.testing.StoredEventsSpec;

class StoredWatchesTest extends StoredEventsSpec<WatchEvent> {
  private static final Seals SEALS = new KeptSeals(caseId -> Optional.of(PersonKey.parse(KEY)), Duration.ofHours(1));

  StoredWatchesTest() {
    super("watch", WatchEvent.class, new WatchDecider(WatchPolicy.proposed()), Outbox.perEvent(WatchOutbox::message));
  }

  @Override
  protected Journal<WatchEvent> journal(MongoDatabase database, String prefix) {
    return new JournalStore(database, SEALS).journal(prefix, FollowUpConfiguration.EVENTS, List.of());
  }

  @Override
  protected String open(String box) {
    return SEALS.of(CASE).open(box).orElseThrow();
  }

  /** A circle is told of by journeys, which have no support meetings. */
  @Override
  protected Set<String> neverWritten() {
    return Set.of("CaseParties$Meeting.meetingId", "CaseParties$Meeting.members");
  }
}
