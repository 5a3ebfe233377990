package jp.tsunagu.runtime.inbox;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;

import org.bson.Document;

import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;

import jp.tsunagu.runtime.journal.StoredJson;
import tools.jackson.databind.json.JsonMapper;

/**
 * Messages that wait for a human or for a neighbour to come back, in the order they arrived per case:
 * {@code {_id: "<consumer>|<message id>", consumer, case, order, wire, reason, passing, state, at}}.
 */
public final class ParkingLot {
  private final MongoCollection<Document> parked;
  private final JsonMapper json = StoredJson.mapper();

  public ParkingLot(MongoDatabase database) {
    this.parked = database.getCollection("parking").withWriteConcern(WriteConcern.MAJORITY);
    parked.createIndex(Indexes.ascending("state", "consumer", "case", "order"), new IndexOptions().name("waiting"));
  }

  /**
   * @param reason  what went wrong, without personal data
   * @param passing true if trying again later may help (a neighbour was down)
   */
  public record Parked(String id, String consumer, String caseId, WireMessage message, String reason, boolean passing, String state,
      Instant at) {
  }

  public boolean holds(String consumer, String caseId) {
    return parked.find(waiting(consumer, caseId)).projection(new Document("_id", 1)).first() != null;
  }

  public void park(String consumer, WireMessage message, String reason, boolean passing, Instant at) {
    var entry = new Document("_id", consumer + "|" + message.id()).append("consumer", consumer).append("case", message.subject())
        .append("order", System.currentTimeMillis() * 1_000 + message.sequence() % 1_000).append("wire", json.writeValueAsString(message))
        .append("reason", reason).append("passing", passing).append("state", "WAITING").append("at", Date.from(at));
    try {
      parked.insertOne(entry);
    } catch (MongoWriteException alreadyParked) {
      return; // the broker gave it twice
    }
  }

  public List<Parked> of(String consumer, String caseId) {
    return parked.find(waiting(consumer, caseId)).sort(Sorts.ascending("order")).map(this::read).into(new ArrayList<>());
  }

  public List<Parked> waiting(int limit) {
    return parked.find(eq("state", "WAITING")).sort(Sorts.ascending("consumer", "case", "order")).limit(limit).map(this::read)
        .into(new ArrayList<>());
  }

  public Optional<Parked> find(String id) {
    return Optional.ofNullable(parked.find(eq("_id", id)).map(this::read).first());
  }

  public void leave(String id) {
    parked.deleteOne(eq("_id", id));
  }

  /** Kept, with who and why, but no longer in the way. */
  public boolean discard(String id, String worker, String reason) {
    var discarded = new Document("$set", new Document("state", "DISCARDED").append("discardedBy", worker).append("discardReason", reason));
    return parked.updateOne(and(eq("_id", id), eq("state", "WAITING")), discarded).getMatchedCount() == 1;
  }

  private static org.bson.conversions.Bson waiting(String consumer, String caseId) {
    return Filters.and(eq("state", "WAITING"), eq("consumer", consumer), eq("case", caseId));
  }

  private Parked read(Document d) {
    return new Parked(d.getString("_id"), d.getString("consumer"), d.getString("case"),
        json.readValue(d.getString("wire"), WireMessage.class),
        d.getString("reason"), d.getBoolean("passing", false), d.getString("state"), d.getDate("at").toInstant());
  }
}
