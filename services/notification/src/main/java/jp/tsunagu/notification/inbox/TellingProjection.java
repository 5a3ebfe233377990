package jp.tsunagu.notification.inbox;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

import org.bson.Document;
import org.bson.conversions.Bson;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;

import jp.tsunagu.contracts.ReferralMessage;
import jp.tsunagu.notification.telling.CaseMemory;
import jp.tsunagu.notification.telling.NoticePolicy;
import jp.tsunagu.notification.telling.People;
import jp.tsunagu.runtime.inbox.Envelope;
import jp.tsunagu.runtime.inbox.Projection;
import jp.tsunagu.runtime.journal.StoredJson;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is remembered of each case, and how far each of its streams has been heard: {@code {_id: case, seen: {stream: n},
 * memory}}.
 *
 * <p>
 * Notices are raised before the message counts as seen. A crash in between raises them again, which they recognise; the
 * other way round somebody would never be told.
 */
final class TellingProjection implements Projection {
  private final MongoCollection<Document> cases;
  private final Notices notices;
  private final People people;
  private final InstantSource clock;
  private final JsonMapper json = StoredJson.mapper();

  TellingProjection(MongoDatabase database, Notices notices, People people, InstantSource clock) {
    this.cases = database.getCollection("cases").withWriteConcern(WriteConcern.MAJORITY);
    this.notices = notices;
    this.people = people;
    this.clock = clock;
  }

  @Override
  public long seen(String stream, String caseId) {
    return find(caseId).map(d -> d.getEmbedded(List.of("seen", stream), Number.class)).map(Number::longValue).orElse(0L);
  }

  @Override
  public boolean apply(Envelope envelope) {
    CaseMemory before = find(envelope.caseId()).map(d -> d.getString("memory")).map(text -> json.readValue(text, CaseMemory.class))
        .orElseGet(CaseMemory::none);
    CaseMemory memory = envelope.message() instanceof ReferralMessage m ? before.after(m) : before;
    var now = clock.instant();
    NoticePolicy.tellings(envelope.message(), memory, people).forEach(telling -> notices.raise(envelope, telling, now));
    return note(envelope, memory);
  }

  /** Only the journey's own messages change the memory, so streams of one case that come at once do not undo each other. */
  private boolean note(Envelope envelope, CaseMemory memory) {
    String seen = "seen." + envelope.stream();
    Bson before = envelope.sequence() == 1 ? exists(seen, false) : eq(seen, envelope.sequence() - 1);
    Bson heard = Updates.set(seen, envelope.sequence());
    Bson change = envelope.message() instanceof ReferralMessage
        ? Updates.combine(heard, Updates.set("memory", json.writeValueAsString(memory)))
        : heard;
    try {
      var options = new UpdateOptions().upsert(envelope.sequence() == 1);
      var result = cases.updateOne(and(eq("_id", envelope.caseId()), before), change, options);
      return result.getMatchedCount() == 1 || result.getUpsertedId() != null;
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) return false; // another replica was first
      throw e;
    }
  }

  private Optional<Document> find(String caseId) {
    return Optional.ofNullable(cases.find(eq("_id", caseId)).first());
  }
}
