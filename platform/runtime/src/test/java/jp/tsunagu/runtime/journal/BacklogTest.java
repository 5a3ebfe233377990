package jp.tsunagu.runtime.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;

import jp.tsunagu.journal.Actor;
import jp.tsunagu.journal.Cause;
import jp.tsunagu.testing.Infrastructure;
import jp.tsunagu.testing.Note;

/** What is recorded and nobody takes to the broker, as nobody has a lease. */
class BacklogTest {
  private static final Instant MORNING = Instant.parse("2026-04-01T00:00:00Z");
  private static final Instant NOON = Instant.parse("2026-04-01T03:00:00Z");
  private static final Instant EVENING = Instant.parse("2026-04-01T09:00:00Z");
  private final MongoClient client = MongoClients.create(Infrastructure.mongoUri(BacklogTest.class));
  private final Journals journals = new Journals(new JournalStore(client.getDatabase("backlog")),
      message -> CompletableFuture.completedFuture(null), Map::of);

  @AfterEach
  void close() {
    client.getDatabase("backlog").drop();
    journals.close();
    client.close();
  }

  private void write(String prefix, String caseId, String word, Instant at) {
    var handler = journals.open(new Aggregate<>(prefix, new Note(at), MongoJournalTest.TYPES, (stream, published) -> List.of(), List.of()));
    handler.handle(prefix + "-" + caseId, caseId, new Note.Write(word), at, new Actor("org05", "org05-1"), Cause.message(caseId + word),
        null);
  }

  @Test
  void isNothingWhereNothingWaits() {
    assertThat(journals.backlog()).isEqualTo(new Backlog(0, false, null));
  }

  @Test
  void countsCommitsOfEveryKindOfStreamAndKnowsTheOldest() {
    write("note", "c1", "one", NOON);
    write("note", "c1", "two", EVENING);
    write("call", "c1", "one", MORNING);
    assertThat(journals.backlog()).isEqualTo(new Backlog(3, false, MORNING));
  }

  @Test
  void leavesOutWhatThePublisherHasBroughtOut() {
    write("note", "c1", "one", MORNING);
    write("note", "c1", "two", NOON);
    write("note", "c2", "one", EVENING);
    journals.journal("note").markPublished("note-c1", 0, 1, 1);
    assertThat(journals.backlog()).isEqualTo(new Backlog(2, false, NOON));
    journals.journal("note").markPublished("note-c1", 1, 2, 1);
    journals.journal("note").markPublished("note-c2", 0, 1, 1);
    assertThat(journals.backlog()).isEqualTo(new Backlog(0, false, null));
  }

  @Test
  void saysThatThereIsMoreThanItLookedAt() {
    for (int i = 1; i <= 3; i++) write("note", "c" + i, "one", NOON);
    assertThat(journals.journal("note").backlog(2)).isEqualTo(new Backlog(2, true, NOON));
    assertThat(journals.journal("note").backlog(3)).isEqualTo(new Backlog(3, false, NOON));
  }
}
