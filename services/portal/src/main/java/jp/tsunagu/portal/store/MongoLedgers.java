package jp.tsunagu.portal.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.ne;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

import com.mongodb.WriteConcern;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;

import jp.tsunagu.contracts.Party;
import jp.tsunagu.contracts.Step;
import jp.tsunagu.portal.ledger.Ledger;
import jp.tsunagu.portal.ledger.Ledgers;
import jp.tsunagu.portal.ledger.Progress;
import jp.tsunagu.runtime.directory.DirectoryView.Colleagues;
import jp.tsunagu.runtime.writes.SharedWrites;

/** Ledgers in MongoDB, in the form of {@link LedgerDocuments}. */
public final class MongoLedgers implements Ledgers {
  private final MongoCollection<Document> ledgers;
  private final SharedWrites writes;
  private final LedgerDocuments documents = new LedgerDocuments();

  public MongoLedgers(MongoDatabase database) {
    this.ledgers = database.getCollection("ledgers").withWriteConcern(WriteConcern.MAJORITY);
    this.writes = new SharedWrites(ledgers);
    ledgers.createIndex(Indexes.compoundIndex(Indexes.ascending("organisations"), Indexes.descending("opened", "_id")), named("listed"));
    ledgers.createIndex(Indexes.ascending("steps.worker"), named("owing"));
    ledgers.createIndex(Indexes.ascending("barred"), named("barred"));
  }

  private static IndexOptions named(String name) {
    return new IndexOptions().name(name);
  }

  @Override
  public Optional<Entry> find(String caseId) {
    return Optional.ofNullable(ledgers.find(eq("_id", caseId)).first())
        .map(d -> new Entry(LedgerDocuments.revision(d), documents.ledger(d)));
  }

  @Override
  public Progress progress(String caseId) {
    Document found = ledgers.find(eq("_id", caseId)).projection(Projections.include("progress")).first();
    if (found == null) return Progress.none();
    return LedgerDocuments.progress(found).orElseGet(() -> find(caseId).orElseThrow().ledger().progress());
  }

  @Override
  public Map<String, Progress> progress(Collection<String> caseIds) {
    Map<String, Progress> all = new HashMap<>();
    ledgers.find(in("_id", caseIds)).projection(Projections.include("progress"))
        .forEach(d -> all.put(d.getString("_id"), LedgerDocuments.progress(d).orElseGet(() -> inLedger(d.getString("_id")))));
    return all;
  }

  /** Older documents have it in the ledger alone; one that cannot be read has come nowhere. */
  private Progress inLedger(String caseId) {
    return kept(caseId).map(Kept::ledger).map(Ledger::progress).orElse(Progress.none());
  }

  @Override
  public List<Standing> standing(String after, int limit) {
    return ledgers.find(gt("_id", after)).sort(Sorts.ascending("_id")).projection(Projections.include("revision", "open")).limit(limit)
        .map(d -> new Standing(d.getString("_id"), LedgerDocuments.revision(d), d.getBoolean("open", false)))
        .into(new ArrayList<>());
  }

  @Override
  public long count() {
    return ledgers.estimatedDocumentCount();
  }

  @Override
  public Optional<Kept> kept(String caseId) {
    return Optional.ofNullable(ledgers.find(eq("_id", caseId)).first()).map(d -> documents.kept(caseId, d));
  }

  @Override
  public Map<String, Kept> kept(Collection<String> caseIds) {
    Map<String, Kept> all = new HashMap<>();
    if (!caseIds.isEmpty())
      ledgers.find(in("_id", caseIds)).forEach(d -> all.put(d.getString("_id"), documents.kept(d.getString("_id"), d)));
    return all;
  }

  /** Lays beside ledgers that were stored before there were glimpses what they are found by; what cannot be read is the audit's. */
  public void glimpseOlder() {
    List<String> older = ledgers.find(exists("glimpses", false)).projection(Projections.include("_id")).map(d -> d.getString("_id"))
        .into(new ArrayList<>());
    for (String caseId : older) kept(caseId).ifPresent(this::renew);
  }

  private void renew(Kept kept) {
    if (kept.ledger() != null) replace(kept.revision(), kept.ledger());
  }

  @Override
  public boolean replace(long revision, Ledger next) {
    Document document = documents.document(revision + 1, next);
    return revision == 0 ? writes.insert(document) : writes.replace(and(eq("_id", next.caseId()), eq("revision", revision)), document);
  }

  @Override
  public List<Owed> owing(String organisation, String worker) {
    var owner = new Party(organisation, worker);
    return ledgers.find(and(eq("steps.worker", worker), ne("barred", worker)))
        .projection(Projections.include("owed", "organisations", "addressHidden")).map(d -> owed(d, organisation))
        .into(new ArrayList<>()).stream()
        .filter(o -> o.steps().stream().anyMatch(s -> s.owner().equals(owner))).toList();
  }

  @Override
  public Set<String> barredTo(String worker) {
    return ledgers.find(eq("barred", worker)).projection(Projections.include("_id")).map(d -> d.getString("_id")).into(new HashSet<>());
  }

  @Override
  public Map<String, String> heldElsewhere(String organisation, Collection<String> caseIds) {
    var holders = new HashMap<String, String>();
    ledgers.find(and(in("_id", caseIds), ne("organisations", organisation), exists("holder"))).projection(Projections.include("holder"))
        .forEach(d -> holders.put(d.getString("_id"), d.getString("holder")));
    return holders;
  }

  @Override
  public Set<String> addressHidden(String organisation, Collection<String> caseIds) {
    return ledgers.find(and(in("_id", caseIds), eq("organisations", organisation), eq("addressHidden", true)))
        .projection(Projections.include("_id")).map(d -> d.getString("_id")).into(new HashSet<>());
  }

  private Owed owed(Document document, String organisation) {
    String caseId = document.getString("_id");
    String owed = document.getString("owed");
    // Older documents have the steps in the ledger alone.
    List<Step> steps = owed == null ? find(caseId).orElseThrow().ledger().openSteps() : documents.owed(owed);
    boolean party = document.getList("organisations", String.class).contains(organisation);
    return new Owed(caseId, steps, party && document.getBoolean("addressHidden", false));
  }

  @Override
  public List<Ledger> of(Search search, @Nullable Colleagues colleagues) {
    return matching(search, colleagues).map(documents::ledger).into(new ArrayList<>());
  }

  @Override
  public List<String> ids(Search search, @Nullable Colleagues colleagues) {
    return matching(search, colleagues).projection(Projections.include("_id")).map(d -> d.getString("_id")).into(new ArrayList<>());
  }

  @Override
  public long count(Search search, @Nullable Colleagues colleagues) {
    return impossible(search) ? 0 : ledgers.countDocuments(Conditions.of(search, colleagues));
  }

  private FindIterable<Document> matching(Search search, @Nullable Colleagues colleagues) {
    if (impossible(search)) return ledgers.find(eq("_id", ""));
    Bson conditions = Conditions.of(search, colleagues);
    return ledgers.find(search.after() == null ? conditions : and(conditions, Conditions.beyond(search.after())))
        .sort(Sorts.descending("opened", "_id")).limit(search.limit());
  }

  /** No pattern can hold it, and no id has it. */
  private static boolean impossible(Search search) {
    return search.filter().code() != null && search.filter().code().indexOf('\0') >= 0;
  }
}
