package jp.tsunagu.runtime.inbox;

import static com.mongodb.client.model.Filters.eq;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.bson.Document;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;

/**
 * How far a reaction has come in each stream. Noted some time after the effects: a crash in between repeats them, which they
 * recognise.
 */
final class Seen implements Projection {
  private final MongoCollection<Document> inbox;
  private final String consumer;
  private final Reaction reaction;
  /** Stream → sequence that is not noted in the store yet. */
  private final ConcurrentHashMap<String, Long> unsettled = new ConcurrentHashMap<>();

  Seen(MongoDatabase database, String consumer, Reaction reaction) {
    // A note that a crash takes back is an effect that comes again and is recognised.
    this.inbox = database.getCollection("inbox").withWriteConcern(WriteConcern.W1.withJournal(false));
    this.consumer = consumer;
    this.reaction = reaction;
  }

  @Override
  public long seen(String stream, String caseId) {
    Document d = inbox.find(eq("_id", id(stream))).first();
    long noted = d == null ? 0 : d.get("seen", Number.class).longValue();
    return Math.max(noted, unsettled.getOrDefault(stream, 0L));
  }

  @Override
  public boolean reads(String service) {
    return reaction.reads(service);
  }

  @Override
  public boolean apply(List<Envelope> messages) {
    reaction.onAll(messages, envelope -> unsettled.merge(envelope.stream(), envelope.sequence(), Math::max));
    return true;
  }

  @Override
  public void settle() {
    Map<String, Long> now = Map.copyOf(unsettled);
    if (now.isEmpty()) return;
    List<UpdateOneModel<Document>> notes = now.entrySet().stream().map(e -> new UpdateOneModel<Document>(eq("_id", id(e.getKey())),
        Updates.max("seen", e.getValue()), new UpdateOptions().upsert(true))).toList();
    inbox.bulkWrite(notes, new BulkWriteOptions().ordered(false));
    now.forEach(unsettled::remove); // unless it went on meanwhile
  }

  private String id(String stream) {
    return consumer + "|" + stream;
  }
}
