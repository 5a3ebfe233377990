package jp.tsunagu.runtime.inbox;

import static com.mongodb.client.model.Filters.eq;

import org.bson.Document;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;

import jp.tsunagu.contracts.UnknownMessage;

/** How far a reaction has come in each stream. Noted after the effect: a crash in between repeats it, which it recognises. */
final class Seen implements Projection {
  private final MongoCollection<Document> inbox;
  private final String consumer;
  private final Reaction reaction;

  Seen(MongoDatabase database, String consumer, Reaction reaction) {
    this.inbox = database.getCollection("inbox").withWriteConcern(WriteConcern.MAJORITY);
    this.consumer = consumer;
    this.reaction = reaction;
  }

  @Override
  public long seen(String stream, String caseId) {
    Document d = inbox.find(eq("_id", id(stream))).first();
    return d == null ? 0 : d.get("seen", Number.class).longValue();
  }

  @Override
  public boolean apply(Envelope envelope) {
    if (!(envelope.message() instanceof UnknownMessage)) reaction.on(envelope);
    inbox.updateOne(eq("_id", id(envelope.stream())), Updates.max("seen", envelope.sequence()), new UpdateOptions().upsert(true));
    return true;
  }

  private String id(String stream) {
    return consumer + "|" + stream;
  }
}
