package jp.tsunagu.runtime.journal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.bson.Document;
import org.bson.conversions.Bson;

import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;

import jp.tsunagu.journal.Journal;
import jp.tsunagu.runtime.vault.Seals;

/** A collection per kind of stream, with its indexes; start-up fails where one cannot be made. */
public final class JournalStore {
  private final MongoDatabase database;
  private final Seals seals;

  /** For journals in which nothing personal stands. */
  public JournalStore(MongoDatabase database) {
    this(database, Seals.none());
  }

  public JournalStore(MongoDatabase database, Seals seals) {
    this.database = database;
    this.seals = seals;
  }

  void forget(String caseId) {
    seals.forget(caseId);
  }

  public <E> MongoJournal<E> journal(String prefix, EventTypes<E> types, List<String> indexedFacts) {
    return journal(prefix, types, indexedFacts, Journal.MAX_COMMITS, Journal.MAX_BYTES);
  }

  /** With limits of its own, so that a test can reach them. */
  public <E> MongoJournal<E> journal(String prefix, EventTypes<E> types, List<String> indexedFacts, int maxCommits, int maxBytes) {
    MongoCollection<Document> streams = database.getCollection("journal_" + prefix)
        .withWriteConcern(WriteConcern.MAJORITY.withJournal(true)).withReadConcern(ReadConcern.MAJORITY);
    List<String> needed = new ArrayList<>();
    needed.add(streams.createIndex(Indexes.ascending("bucket"),
        new IndexOptions().name("pending").partialFilterExpression(Filters.eq("pending", true))));
    for (String fact : indexedFacts)
      needed.add(streams.createIndex(index(fact), new IndexOptions().name("fact-" + fact)));
    List<String> present = streams.listIndexes().map(d -> d.getString("name")).into(new ArrayList<>());
    if (!present.containsAll(needed)) throw new IllegalStateException("the journal lacks an index: needs " + needed + ", has " + present);
    return new MongoJournal<>(streams, new CommitCodec<>(types, StoredJson.with(types.forms()), seals), maxCommits, maxBytes);
  }

  /** {@code a,b} is one index on both facts, in this order. */
  private static Bson index(String facts) {
    return Indexes.ascending(Arrays.stream(facts.split(",")).map(fact -> "facts." + fact).toList());
  }
}
