package jp.tsunagu.directory.register;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.bson.Document;
import org.springframework.stereotype.Component;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;

import jp.tsunagu.directory.Organisation.Member;
import jp.tsunagu.runtime.journal.ShownWords;
import jp.tsunagu.runtime.journal.StoredJson;
import tools.jackson.databind.json.JsonMapper;

/** {@code {_id: organisation, version, workers: [id], entry: JSON}}; and which organisation a worker's id belongs to. */
@Component
public class Register {
  private static final String WORKERS = "workers";

  private final MongoCollection<Document> entries;
  private final MongoCollection<Document> ids;
  private final JsonMapper json = StoredJson.with(List.of(new ShownWords()));

  Register(MongoDatabase database) {
    entries = database.getCollection("register").withWriteConcern(WriteConcern.MAJORITY);
    ids = database.getCollection("worker_ids").withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    entries.createIndex(Indexes.ascending(WORKERS), new IndexOptions().name(WORKERS));
    if (entries.listIndexes().map(index -> index.getString("name")).into(new ArrayList<>()).stream().noneMatch(WORKERS::equals))
      throw new IllegalStateException("the register lacks its index on workers");
  }

  public List<Entry> all() {
    return entries.find().sort(new Document("_id", 1)).map(this::read).into(new ArrayList<>());
  }

  public Optional<Entry> find(String organisation) {
    return Optional.ofNullable(entries.find(eq("_id", organisation)).map(this::read).first());
  }

  public Optional<Entry> employing(String worker) {
    return Optional.ofNullable(entries.find(eq(WORKERS, worker)).map(this::read).first());
  }

  /** An older state never replaces a newer one. */
  void put(long version, Member member) {
    Entry entry = Entry.of(version, member);
    var workers = entry.workers().stream().map(Entry.Person::worker).toList();
    String body = json.writeValueAsString(entry);
    var older = and(eq("_id", entry.organisation()), lt("version", version));
    var newer = combine(set("version", version), set(WORKERS, workers), set("entry", body));
    if (entries.updateOne(older, newer).getMatchedCount() == 1) return;
    insert(entries, new Document("_id", entry.organisation()).append("version", version).append(WORKERS, workers).append("entry", body));
  }

  /** Log-ins are the workers' ids, so an id is one organisation's for ever; false if it is another's. */
  boolean claim(String worker, String organisation) {
    if (insert(ids, new Document("_id", worker).append("organisation", organisation))) return true;
    return ids.find(and(eq("_id", worker), eq("organisation", organisation))).first() != null;
  }

  /** Whether it could be claimed now. */
  boolean claimable(String worker, String organisation) {
    Document claimed = ids.find(eq("_id", worker)).first();
    return claimed == null || organisation.equals(claimed.getString("organisation"));
  }

  private static boolean insert(MongoCollection<Document> into, Document document) {
    try {
      into.insertOne(document);
      return true;
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) return false;
      throw e;
    }
  }

  private Entry read(Document stored) {
    return json.readValue(stored.getString("entry"), Entry.class);
  }
}
