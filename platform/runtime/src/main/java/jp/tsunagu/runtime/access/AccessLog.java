package jp.tsunagu.runtime.access;

import static com.mongodb.client.model.Filters.eq;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

import org.bson.Document;
import org.jspecify.annotations.Nullable;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;

import jp.tsunagu.runtime.http.Act;

/**
 * Writes one chain per replica, so that replicas do not wait for each other. How long a chain is stands in a second place,
 * where an end that was cut off is missed.
 */
public final class AccessLog {
  static final String ENTRIES = "accessLog";
  static final String HEADS = "accessLogHeads";
  private static final int ATTEMPTS = 5;

  private final MongoCollection<Document> entries;
  private final MongoCollection<Document> heads;
  private final String chain;
  private final ReentrantLock writing = new ReentrantLock();
  private @Nullable Head head;

  private record Head(long n, String hash) {}

  /** What the look was for. */
  public enum Why {
    READ, LABEL, SEARCH, CHANGE, BROKEN_GLASS
  }

  /** @param fields of the person that are shown, e.g. {@code name} */
  public record Look(String caseId, List<String> fields) {}

  /** @param instance this replica's name */
  public AccessLog(MongoDatabase database, String instance) {
    entries = database.getCollection(ENTRIES).withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    heads = database.getCollection(HEADS).withWriteConcern(WriteConcern.MAJORITY);
    chain = instance;
    List<String> needed = List.of(entries.createIndex(Indexes.ascending("case", "at"), new IndexOptions().name("case-at")),
        entries.createIndex(Indexes.ascending("chain", "n"), new IndexOptions().name("chain-n")));
    List<String> present = entries.listIndexes().map(d -> d.getString("name")).into(new ArrayList<>());
    if (!present.containsAll(needed)) throw new IllegalStateException("the access log lacks an index: needs " + needed);
  }

  /** Returns when it is written. A look at nothing leaves no entry. */
  public void add(Act act, Why why, List<Look> looks) {
    List<Entry> all = looks.stream().filter(l -> !l.fields().isEmpty())
        .map(l -> new Entry(l.caseId(), act.at(), act.caller().organisation(), act.caller().worker(), why, l.fields())).toList();
    if (all.isEmpty()) return;
    writing.lock();
    try {
      for (int i = 1; !append(all); i++)
        if (i == ATTEMPTS) throw new IllegalStateException("the access log has another writer under the name " + chain);
    } finally {
      writing.unlock();
    }
  }

  /** The newest first. */
  public List<Entry> of(String caseId, int limit) {
    return entries.find(eq("case", caseId)).sort(Sorts.descending("at")).limit(limit).map(Entry::of).into(new ArrayList<>());
  }

  /** False if the chain has grown meanwhile, by a process that had this name before us. */
  private boolean append(List<Entry> all) {
    Head last = head == null ? stored() : head;
    List<Document> linked = new ArrayList<>();
    for (Entry entry : all) {
      Document next = entry.linked(chain, last.n() + 1, last.hash());
      linked.add(next);
      last = new Head(last.n() + 1, next.getString("hash"));
    }
    try {
      entries.insertMany(linked);
    } catch (MongoBulkWriteException e) {
      head = null;
      if (e.getWriteErrors().stream().allMatch(w -> ErrorCategory.fromErrorCode(w.getCode()) == ErrorCategory.DUPLICATE_KEY)) return false;
      throw e;
    } catch (RuntimeException e) {
      head = null; // perhaps it was written, perhaps not
      throw e;
    }
    head = last;
    heads.replaceOne(eq("_id", chain), new Document("n", last.n()).append("hash", last.hash()), new ReplaceOptions().upsert(true));
    return true;
  }

  private Head stored() {
    Document last = entries.find(eq("chain", chain)).sort(Sorts.descending("n")).first();
    return last == null ? new Head(0, "") : new Head(last.get("n", Number.class).longValue(), last.getString("hash"));
  }
}
