package jp.tsunagu.intake.sight;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.bson.Document;
import org.springframework.stereotype.Component;

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
  private final MongoCollection<Document> cases;
  private final JsonMapper json = StoredJson.mapper();

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
  public boolean conditional() {
    return true;
  }

  @Override
  public boolean apply(Envelope envelope) {
    Participants before = of(envelope.caseId()).orElseGet(Participants::none);
    Participants now = envelope.message() instanceof ReferralMessage told ? JourneyNews.after(before, told, envelope.time()) : before;
    return envelope.sequence() == 1 ? insert(envelope, now) : update(envelope, now);
  }

  private boolean insert(Envelope envelope, Participants now) {
    try {
      cases.insertOne(
          new Document("_id", envelope.caseId()).append("seen", envelope.sequence()).append("participants", json.writeValueAsString(now)));
      return true;
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) return false;
      throw e;
    }
  }

  private boolean update(Envelope envelope, Participants now) {
    var unchanged = and(eq("_id", envelope.caseId()), eq("seen", envelope.sequence() - 1));
    var forward = Updates.combine(Updates.set("seen", envelope.sequence()), Updates.set("participants", json.writeValueAsString(now)));
    return cases.updateOne(unchanged, forward).getMatchedCount() == 1;
  }

  private Participants read(Document d) {
    return json.readValue(d.getString("participants"), Participants.class);
  }
}
