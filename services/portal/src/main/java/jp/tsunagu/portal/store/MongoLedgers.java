package jp.tsunagu.portal.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Filters.regex;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.bson.Document;
import org.bson.conversions.Bson;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;

import jp.tsunagu.contracts.Step;
import jp.tsunagu.portal.ledger.Custody;
import jp.tsunagu.portal.ledger.Ledger;
import jp.tsunagu.portal.ledger.Ledgers;
import jp.tsunagu.portal.ledger.Progress;

/**
 * {@code {_id: case, revision, known, open, holder: organisation, since, organisations: […], steps: [{…}], progress: {…},
 * ledger: "…"}}. All but the ledger itself is derived from it, for what is asked without reading it whole. It is kept as
 * text: written at every message and never asked for by its parts, it would cost most of a message as a tree.
 */
public final class MongoLedgers implements Ledgers {
  private final MongoCollection<Document> ledgers;
  private final Values values = new Values();

  public MongoLedgers(MongoDatabase database) {
    this.ledgers = database.getCollection("ledgers").withWriteConcern(WriteConcern.MAJORITY);
    ledgers.createIndex(Indexes.compoundIndex(Indexes.ascending("organisations"), Indexes.descending("since")), named("of-organisation"));
    ledgers.createIndex(Indexes.ascending("steps.worker"), named("owing"));
  }

  private static IndexOptions named(String name) {
    return new IndexOptions().name(name);
  }

  @Override
  public Optional<Entry> find(String caseId) {
    return Optional.ofNullable(ledgers.find(eq("_id", caseId)).first())
        .map(d -> new Entry(d.get("revision", Number.class).longValue(), ledger(d)));
  }

  @Override
  public Progress progress(String caseId) {
    Document found = ledgers.find(eq("_id", caseId)).projection(Projections.include("progress")).first();
    if (found == null) return Progress.none();
    Document progress = found.get("progress", Document.class);
    return progress == null ? find(caseId).orElseThrow().ledger().progress() : values.read(progress, Progress.class);
  }

  @Override
  public boolean replace(long revision, Ledger next) {
    Document document = document(revision + 1, next);
    if (revision > 0) return ledgers.replaceOne(and(eq("_id", next.caseId()), eq("revision", revision)), document).getMatchedCount() == 1;
    try {
      ledgers.insertOne(document);
      return true;
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) return false;
      throw e;
    }
  }

  @Override
  public List<Owed> owing(String organisation, String worker) {
    return ledgers.find(elemMatch("steps", and(eq("worker", worker), eq("organisation", organisation))))
        .projection(Projections.include("steps")).map(this::owed).into(new ArrayList<>());
  }

  private Owed owed(Document document) {
    String caseId = document.getString("_id");
    List<Document> steps = document.getList("steps", Document.class);
    // Documents that were written when only the owners stood here have the steps in the ledger alone.
    if (steps.stream().anyMatch(s -> !s.containsKey("key"))) return new Owed(caseId, find(caseId).orElseThrow().ledger().openSteps());
    return new Owed(caseId, steps.stream().map(s -> values.read(s, Step.class)).toList());
  }

  @Override
  public List<Ledger> of(Search search) {
    List<Bson> conditions = new ArrayList<>(List.of(eq("organisations", search.organisation()), eq("known", true)));
    if (search.open() != null) conditions.add(eq("open", search.open()));
    if (search.holder() != null) conditions.add(eq("holder", search.holder()));
    if (search.among() != null) conditions.add(in("_id", search.among()));
    if (search.text() != null) conditions.add(regex("_id", "^" + Pattern.quote(search.text())));
    if (search.after() != null) conditions.add(beyond(search.after()));
    return ledgers.find(and(conditions)).sort(Sorts.descending("since", "_id")).limit(search.limit()).map(this::ledger)
        .into(new ArrayList<>());
  }

  private static Bson beyond(Mark mark) {
    Date since = Date.from(mark.since());
    return or(lt("since", since), and(eq("since", since), lt("_id", mark.caseId())));
  }

  private Ledger ledger(Document document) {
    return document.get("ledger") instanceof Document tree // as it was kept before the progress stood beside it
        ? values.read(tree, Ledger.class)
        : values.read(document.getString("ledger"), Ledger.class);
  }

  private Document document(long revision, Ledger ledger) {
    var document = new Document("_id", ledger.caseId()).append("revision", revision).append("known", ledger.known())
        .append("open", ledger.open())
        .append("organisations", ledger.parties().organisations())
        .append("steps", ledger.openSteps().stream().map(values::write).toList())
        .append("progress", values.write(ledger.progress())).append("ledger", values.text(ledger));
    ledger.custody().last().ifPresent(span -> holder(document, span));
    return document;
  }

  private static void holder(Document document, Custody.Span span) {
    document.append("holder", span.organisation()).append("since", Date.from(span.from()));
  }
}
