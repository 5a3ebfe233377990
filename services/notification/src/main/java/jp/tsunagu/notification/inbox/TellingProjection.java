package jp.tsunagu.notification.inbox;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.bson.Document;
import org.bson.conversions.Bson;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
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
  private static final int RECENT = 500;

  private final MongoCollection<Document> cases;
  private final Notices notices;
  private final People people;
  private final InstantSource clock;
  private final JsonMapper json = StoredJson.mapper();
  /** As last noted from here: messages of a case come in bursts. */
  private final Cache<String, Known> recent = Caffeine.newBuilder().maximumSize(RECENT).build();

  /** @param journey the sequence of the journey's last message in the memory; no other stream changes it */
  private record Known(CaseMemory memory, long journey) {
    static Known nothing() {
      return new Known(CaseMemory.none(), 0);
    }

    Known after(Envelope envelope) {
      return envelope.message() instanceof ReferralMessage m ? new Known(memory.after(m), envelope.sequence()) : this;
    }

    /** Not if another replica heard of the journey since. */
    boolean precedes(List<Envelope> messages) {
      return ofJourney(messages).map(e -> e.sequence() == journey + 1).orElse(true);
    }

    private static Optional<Envelope> ofJourney(List<Envelope> messages) {
      return messages.stream().filter(e -> e.message() instanceof ReferralMessage).findFirst();
    }
  }

  TellingProjection(MongoDatabase database, Notices notices, People people, InstantSource clock) {
    this.cases = database.getCollection("cases").withWriteConcern(WriteConcern.MAJORITY);
    this.notices = notices;
    this.people = people;
    this.clock = clock;
  }

  @Override
  public long seen(String stream, String caseId) {
    return find(caseId).map(d -> seen(d, stream)).orElse(0L);
  }

  private static long seen(Document d, String stream) {
    Number seen = d.getEmbedded(List.of("seen", stream), Number.class);
    return seen == null ? 0 : seen.longValue();
  }

  @Override
  public boolean apply(List<Envelope> messages) {
    String caseId = messages.getFirst().caseId();
    Known now = before(caseId, messages);
    for (Envelope envelope : messages) {
      now = now.after(envelope);
      tell(envelope, now.memory());
    }
    boolean noted = note(caseId, messages, now.memory());
    if (noted) recent.put(caseId, now);
    else
      recent.invalidate(caseId);
    return noted;
  }

  private void tell(Envelope envelope, CaseMemory memory) {
    var at = clock.instant();
    NoticePolicy.tellings(envelope.message(), memory, people).forEach(telling -> notices.raise(envelope, telling, at));
  }

  private Known before(String caseId, List<Envelope> messages) {
    boolean opened = Known.ofJourney(messages).filter(e -> e.sequence() == 1).isPresent();
    Known known = opened ? Known.nothing() : recent.getIfPresent(caseId);
    return known != null && known.precedes(messages) ? known : find(caseId).map(this::known).orElseGet(Known::nothing);
  }

  private Known known(Document d) {
    String memory = d.getString("memory");
    return memory == null ? Known.nothing() : new Known(json.readValue(memory, CaseMemory.class), seen(d, "journey-" + d.getString("_id")));
  }

  /** Only the journey's own messages change the memory, so streams of one case that come at once do not undo each other. */
  private boolean note(String caseId, List<Envelope> messages, CaseMemory memory) {
    Map<String, Envelope> first = new HashMap<>();
    Map<String, Envelope> last = new HashMap<>();
    for (Envelope envelope : messages) {
      first.putIfAbsent(envelope.stream(), envelope);
      last.put(envelope.stream(), envelope);
    }
    List<Bson> unchanged = new ArrayList<>(List.of(eq("_id", caseId)));
    first.forEach(
        (stream, e) -> unchanged.add(e.sequence() == 1 ? exists("seen." + stream, false) : eq("seen." + stream, e.sequence() - 1)));
    List<Bson> changes = new ArrayList<>();
    last.forEach((stream, e) -> changes.add(Updates.set("seen." + stream, e.sequence())));
    if (messages.stream().anyMatch(e -> e.message() instanceof ReferralMessage))
      changes.add(Updates.set("memory", json.writeValueAsString(memory)));
    boolean mayBeNew = first.values().stream().allMatch(e -> e.sequence() == 1);
    try {
      var result = cases.updateOne(and(unchanged), Updates.combine(changes), new UpdateOptions().upsert(mayBeNew));
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
