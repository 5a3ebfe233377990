package jp.tsunagu.bench;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

import org.bson.Document;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;

import jp.tsunagu.journal.Actor;
import jp.tsunagu.journal.Cause;
import jp.tsunagu.journal.Commit;
import jp.tsunagu.journal.Stream;
import jp.tsunagu.runtime.journal.EventTypes;
import jp.tsunagu.runtime.journal.JournalStore;
import jp.tsunagu.runtime.journal.MongoJournal;

/** Appends to a journal beside bare compare-and-sets that put as many bytes into as many documents of the same store. */
final class Appends {
  private static final int HANDS = 8;
  private static final int STREAMS = 240;
  private static final int COMMITS = 10;
  private static final String TEXT = "x".repeat(500);

  record Said(String what) {}

  private final MongoJournal<Said> journal;
  private final MongoCollection<Document> bare;
  private final Beside rates = new Beside();

  Appends(MongoDatabase database) {
    journal = new JournalStore(database).journal("appends", EventTypes.of(Map.of("said.v1", Said.class)), List.of());
    bare = database.getCollection("bare").withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
  }

  void round() throws InterruptedException, ExecutionException {
    rates.add(perSecond(this::compareAndSet), perSecond(this::append));
  }

  void forget() {
    rates.forget();
  }

  private static double perSecond(Consumer<String> stream) throws InterruptedException, ExecutionException {
    String round = UUID.randomUUID().toString();
    long began = System.nanoTime();
    var all = new ArrayList<Future<?>>();
    try (var threads = Executors.newFixedThreadPool(HANDS)) {
      for (int s = 0; s < STREAMS; s++) {
        String id = "said-" + round + "-" + s;
        all.add(threads.submit(() -> stream.accept(id)));
      }
      for (Future<?> one : all) one.get();
    }
    return STREAMS * COMMITS / ((System.nanoTime() - began) / 1e9);
  }

  private void append(String id) {
    Stream<Said> stream = Stream.empty(id, "c");
    for (int v = 1; v <= COMMITS; v++) {
      var commit = new Commit<>(v, v, Instant.EPOCH, new Actor("bench", "bench"), Cause.message("m" + v), List.of(new Said(TEXT)));
      if (!journal.append(stream, commit, Map.of())) throw new IllegalStateException("an append was lost");
      stream = stream.with(commit);
    }
  }

  private void compareAndSet(String id) {
    for (int v = 1; v <= COMMITS; v++) {
      var element = new Document("version", v).append("at", Instant.EPOCH.toString()).append("by", "bench").append("cause", "m" + v)
          .append("what", TEXT);
      if (v == 1) bare.insertOne(new Document("_id", id).append("version", v).append("commits", List.of(element)));
      else
        if (bare.updateOne(and(eq("_id", id), eq("version", v - 1)), combine(set("version", v), push("commits", element)))
            .getMatchedCount() != 1)
          throw new IllegalStateException("a compare-and-set was lost");
    }
  }

  Table table() {
    var table = new Table("%d hands, %d × %d a round".formatted(HANDS, STREAMS, COMMITS), "per second");
    return rates.rows(table, "bare compare-and-set", "append to a journal");
  }
}
