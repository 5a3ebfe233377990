package jp.tsunagu.notification.inbox;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.bson.Document;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;

import jp.tsunagu.contracts.ReferralMessage;
import jp.tsunagu.notification.telling.CaseMemory;
import jp.tsunagu.runtime.inbox.Envelope;
import jp.tsunagu.runtime.inbox.Projection;
import jp.tsunagu.runtime.journal.StoredJson;
import jp.tsunagu.runtime.trace.Traces;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is remembered of each case from its journey, and how far that was heard: {@code {_id: case, seen: {stream: n}, memory, barred}}.
 *
 * <p>
 * Notices are raised before the message counts as seen. A crash in between raises them again, which they recognise; the
 * other way round somebody would never be told.
 */
final class TellingProjection implements Projection {
  private static final int RECENT = 500;

  private final MongoCollection<Document> cases;
  private final Tellings tellings;
  private final JsonMapper json = StoredJson.mapper();
  /** As last noted from here; what another replica heard since is told apart by its sequence. */
  private final Cache<String, Known> recent = Caffeine.newBuilder().maximumSize(RECENT).build();

  /** @param seen the sequence of the last message in the memory */
  private record Known(CaseMemory memory, long seen) {
    static Known nothing() {
      return new Known(CaseMemory.none(), 0);
    }

    Known after(Envelope envelope) {
      return new Known(envelope.message() instanceof ReferralMessage m ? memory.after(m, envelope.time()) : memory, envelope.sequence());
    }
  }

  TellingProjection(MongoDatabase database, Tellings tellings) {
    this.cases = database.getCollection("cases").withWriteConcern(WriteConcern.MAJORITY);
    this.tellings = tellings;
    cases.createIndex(Indexes.ascending("barred"), new IndexOptions().name("barred"));
  }

  @Override
  public long seen(String stream, String caseId) {
    return find(caseId, stream).seen();
  }

  /** What is remembered of a case by now; nothing before its journey was heard of. */
  CaseMemory memory(String caseId) {
    return find(caseId, "journey-" + caseId).memory();
  }

  /** The cases from which a worker is barred. */
  Set<String> barredTo(String worker) {
    return cases.find(eq("barred", worker)).projection(Projections.include("_id")).map(d -> d.getString("_id")).into(new HashSet<>());
  }

  @Override
  public boolean apply(List<Envelope> messages) {
    Envelope first = messages.getFirst();
    Known before = before(first);
    if (before.seen() != first.sequence() - 1) return false;
    Known now = before;
    for (Envelope envelope : messages) {
      now = now.after(envelope);
      try (var _ = Traces.within(envelope.trace())) {
        tellings.raise(envelope, now.memory());
      }
    }
    boolean noted = note(first, before.seen(), now);
    if (noted) recent.put(first.caseId(), now);
    else
      recent.invalidate(first.caseId());
    return noted;
  }

  private Known before(Envelope first) {
    if (first.sequence() == 1) return Known.nothing();
    Known known = recent.getIfPresent(first.caseId());
    return known != null && known.seen() == first.sequence() - 1 ? known : find(first.caseId(), first.stream());
  }

  private Known find(String caseId, String stream) {
    Document d = cases.find(eq("_id", caseId)).first();
    Number seen = d == null ? null : d.getEmbedded(List.of("seen", stream), Number.class);
    return d == null || seen == null
        ? Known.nothing()
        : new Known(json.readValue(d.getString("memory"), CaseMemory.class), seen.longValue());
  }

  private boolean note(Envelope first, long before, Known now) {
    String seen = "seen." + first.stream();
    var unheard = and(eq("_id", first.caseId()), before == 0 ? exists(seen, false) : eq(seen, before));
    var heard = Updates.combine(Updates.set(seen, now.seen()), Updates.set("memory", json.writeValueAsString(now.memory())),
        Updates.set("barred", now.memory().barred()));
    try {
      var result = cases.updateOne(unheard, heard, new UpdateOptions().upsert(before == 0));
      return result.getMatchedCount() == 1 || result.getUpsertedId() != null;
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) return false; // another replica was first
      throw e;
    }
  }
}
