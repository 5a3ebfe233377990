package jp.tsunagu.intake.sight;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.bson.Document;
import org.springframework.stereotype.Component;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Updates;

import jp.tsunagu.contracts.ReferralMessage;
import jp.tsunagu.intake.Participants;
import jp.tsunagu.runtime.inbox.Envelope;
import jp.tsunagu.runtime.inbox.Projection;
import jp.tsunagu.runtime.journal.StoredJson;
import tools.jackson.databind.json.JsonMapper;

/** Participants of every case as the journey last told: {@code {_id: case, seen, participants}}, the latter as JSON. */
@Component
public final class ParticipantsProjection implements Projection {
  private static final int RECENT = 500;

  private final MongoCollection<Document> cases;
  private final JsonMapper json = StoredJson.mapper();
  /** As last written from here; what another replica wrote since is told apart by its sequence. */
  private final Cache<String, Known> recent = Caffeine.newBuilder().maximumSize(RECENT).build();

  private record Known(Participants participants, long seen) {}

  ParticipantsProjection(MongoDatabase database) {
    cases = database.getCollection("participants").withWriteConcern(WriteConcern.MAJORITY);
  }

  /** Empty before the journey has said anything. */
  public Optional<Participants> of(String caseId) {
    return Optional.ofNullable(cases.find(eq("_id", caseId)).first()).map(this::read);
  }

  public Map<String, Participants> of(Collection<String> caseIds) {
    Map<String, Participants> known = new HashMap<>();
    cases.find(in("_id", caseIds)).forEach(d -> known.put(d.getString("_id"), read(d)));
    return known;
  }

  @Override
  public long seen(String stream, String caseId) {
    Document d = cases.find(eq("_id", caseId)).first();
    return d == null ? 0 : d.get("seen", Number.class).longValue();
  }

  @Override
  public boolean apply(List<Envelope> messages) {
    Envelope first = messages.getFirst();
    Participants now = before(first);
    for (Envelope envelope : messages)
      if (envelope.message() instanceof ReferralMessage told) now = JourneyNews.after(now, told, envelope.time());
    long seen = messages.getLast().sequence();
    boolean written = first.sequence() == 1 ? insert(first.caseId(), seen, now) : update(first.caseId(), first.sequence() - 1, seen, now);
    if (written) recent.put(first.caseId(), new Known(now, seen));
    return written;
  }

  private Participants before(Envelope first) {
    if (first.sequence() == 1) return Participants.none();
    Known known = recent.getIfPresent(first.caseId());
    return known != null && known.seen() == first.sequence() - 1 ? known.participants() : of(first.caseId()).orElseGet(Participants::none);
  }

  private boolean insert(String caseId, long seen, Participants now) {
    try {
      cases.insertOne(new Document("_id", caseId).append("seen", seen).append("participants", json.writeValueAsString(now)));
      return true;
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) return false;
      throw e;
    }
  }

  private boolean update(String caseId, long before, long seen, Participants now) {
    var forward = Updates.combine(Updates.set("seen", seen), Updates.set("participants", json.writeValueAsString(now)));
    return cases.updateOne(and(eq("_id", caseId), eq("seen", before)), forward).getMatchedCount() == 1;
  }

  private Participants read(Document d) {
    return json.readValue(d.getString("participants"), Participants.class);
  }
}
