package jp.tsunagu.runtime.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;

import jp.tsunagu.journal.Actor;
import jp.tsunagu.journal.Cause;
import jp.tsunagu.journal.CommandHandler;
import jp.tsunagu.journal.Leases;
import jp.tsunagu.testing.Infrastructure;
import jp.tsunagu.testing.Note;

/** How far streams of several kinds are, page by page. */
class HeadsTest {
  private static final Instant AT = Instant.parse("2026-04-01T00:00:00Z");
  private static MongoClient client;
  private static Journals journals;

  @BeforeAll
  static void write() {
    client = MongoClients.create(Infrastructure.mongoUri(HeadsTest.class));
    journals = new Journals(new JournalStore(client.getDatabase("heads")), message -> CompletableFuture.completedFuture(null),
        Leases.all(MongoJournal.BUCKETS));
    for (String prefix : List.of("note", "call", "notes")) {
      var handler = journals
          .open(new Aggregate<>(prefix, new Note(AT), MongoJournalTest.TYPES, (stream, published) -> List.of(), List.of()));
      for (int i = 1; i <= 3; i++) for (int word = 0; word < i; word++) write(handler, prefix + "-c" + i, "c" + i, "word" + word);
    }
  }

  private static void write(CommandHandler<Note.Write, Note.Event, List<String>> handler, String stream, String caseId, String word) {
    handler.handle(stream, caseId, new Note.Write(word), AT, new Actor("org05", "org05-1"), Cause.message(stream + word), null);
  }

  @AfterAll
  static void close() {
    journals.close();
    client.close();
  }

  @Test
  void tellsOfEveryStreamItsCaseAndVersionInTheOrderOfTheirIds() {
    List<MongoJournal.Head> all = journals.heads("", 100);
    assertThat(all).extracting(MongoJournal.Head::stream).containsExactly("call-c1", "call-c2", "call-c3", "note-c1", "note-c2", "note-c3",
        "notes-c1", "notes-c2", "notes-c3").isSorted();
    assertThat(all).contains(new MongoJournal.Head("note-c3", "c3", 3), new MongoJournal.Head("call-c1", "c1", 1));
  }

  @Test
  void tellsThemPageByPageWithoutLeavingOneOut() {
    List<String> streams = new ArrayList<>();
    List<MongoJournal.Head> page = journals.heads("", 2);
    while (!page.isEmpty()) {
      assertThat(page).hasSizeLessThanOrEqualTo(2);
      page.forEach(head -> streams.add(head.stream()));
      page = journals.heads(streams.getLast(), 2);
    }
    assertThat(streams).hasSize(9).isSorted();
  }
}
