package jp.tsunagu.intake.drafts;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Projections.include;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;

import org.bson.Document;
import org.bson.conversions.Bson;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;

import jp.tsunagu.contracts.Party;
import jp.tsunagu.intake.vault.KeyStore;
import jp.tsunagu.runtime.http.Problem;
import jp.tsunagu.runtime.vault.Seals;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Drafts as {@code {_id, worker, organisation, case?, changedAt, sealed}}, each under a key of its own: given up, it opens nowhere any
 * more, old backups included. What is typed about somebody's case is closed under their key as well, and ends with it.
 */
public final class Drafts {
  /** As long as one is kept that nobody comes back to. */
  static final Duration KEPT = Duration.ofDays(14);
  private static final int MOST = 20;
  private static final int AT_ONCE = 500;
  private static final TypeReference<Map<String, List<String>>> FIELDS = new TypeReference<>() {
  };

  private final MongoCollection<Document> drafts;
  private final KeyStore keys;
  private final Seals seals;
  private final JsonMapper json;

  public Drafts(MongoDatabase database, KeyStore keys, Seals seals, JsonMapper json) {
    drafts = database.getCollection("drafts").withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    drafts.createIndex(Indexes.ascending("worker"), new IndexOptions().name("worker"));
    drafts.createIndex(Indexes.ascending("changedAt"), new IndexOptions().name("changedAt"));
    this.keys = keys;
    this.seals = seals;
    this.json = json;
  }

  /**
   * Keeps what stands in the form now, in place of what stood there.
   *
   * @throws Problem 404 where it is another worker's or was given up, 409 where the worker has too many
   */
  public void keep(Party writer, Draft draft) {
    if (!held(writer.worker(), draft.draftId())) begin(writer.worker(), draft.draftId());
    var stored = new Document("_id", draft.draftId()).append("worker", writer.worker()).append("organisation", writer.organisation())
        .append("changedAt", Date.from(draft.changedAt())).append("sealed", closed(draft));
    if (draft.caseId() != null) stored.append("case", draft.caseId());
    try {
      drafts.replaceOne(own(writer.worker(), draft.draftId()), stored, new ReplaceOptions().upsert(true));
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) throw Problem.notFound();
      throw e;
    }
  }

  private String closed(Draft draft) {
    String clear = json.writeValueAsString(draft.fields());
    String caseId = draft.caseId();
    return seals.of(key(draft.draftId())).close(caseId == null ? clear : seals.of(caseId).close(clear));
  }

  private void begin(String worker, String draftId) {
    if (keys.find(key(draftId)).isEmpty()) throw Problem.notFound();
    if (drafts.countDocuments(eq("worker", worker)) >= MOST)
      throw Problem.conflict("too-many-drafts", "There are " + MOST + " drafts already; one has to be given up or sent.");
  }

  private boolean held(String worker, String draftId) {
    return drafts.countDocuments(own(worker, draftId)) > 0;
  }

  /** A worker's own, the latest first. */
  public List<Draft.Title> of(String worker) {
    return drafts.find(eq("worker", worker)).projection(include("changedAt", "case")).sort(Sorts.descending("changedAt"))
        .map(d -> new Draft.Title(d.getString("_id"), d.getString("case"), d.getDate("changedAt").toInstant())).into(new ArrayList<>());
  }

  public Optional<Draft> find(String worker, String draftId) {
    return Optional.ofNullable(drafts.find(own(worker, draftId)).first()).flatMap(this::opened);
  }

  private Optional<Draft> opened(Document stored) {
    String draftId = stored.getString("_id");
    String caseId = stored.getString("case");
    Optional<String> own = seals.of(key(draftId)).open(stored.getString("sealed"));
    return (caseId == null ? own : own.flatMap(seals.of(caseId)::open))
        .map(clear -> new Draft(draftId, caseId, stored.getDate("changedAt").toInstant(), json.readValue(clear, FIELDS)));
  }

  /** Sent, or given up. One that is not there is given up already. */
  public void giveUp(String worker, String draftId, Instant at) {
    if (held(worker, draftId)) end(draftId, at);
  }

  /** @return how many nobody had come back to */
  public int clear(Instant now) {
    Bson forgotten = lt("changedAt", Date.from(now.minus(KEPT)));
    List<String> old = drafts.find(forgotten).limit(AT_ONCE).map(d -> d.getString("_id")).into(new ArrayList<>());
    old.forEach(draftId -> end(draftId, now));
    return old.size();
  }

  /**
   * Ends what was typed about cases that its writer's organisation has to do with no longer.
   *
   * @param left asked of a case and an organisation
   * @return how many were ended
   */
  public int clearOf(BiPredicate<String, String> left, Instant now) {
    List<String> over = drafts.find(exists("case")).projection(include("case", "organisation")).into(new ArrayList<>()).stream()
        .filter(d -> left.test(d.getString("case"), d.getString("organisation"))).map(d -> d.getString("_id")).toList();
    over.forEach(draftId -> end(draftId, now));
    return over.size();
  }

  /** The key first: what a crash leaves behind can be read by nobody, and is cleared away later. */
  private void end(String draftId, Instant at) {
    keys.destroy(key(draftId), at);
    seals.forget(key(draftId));
    drafts.deleteOne(eq("_id", draftId));
  }

  private static Bson own(String worker, String draftId) {
    return and(eq("_id", draftId), eq("worker", worker));
  }

  private static String key(String draftId) {
    return "draft-" + draftId;
  }
}
