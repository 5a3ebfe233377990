package jp.tsunagu.runtime.relay;

import static com.mongodb.client.model.Filters.eq;

import java.util.Optional;

import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;

/**
 * Fills a service's topic again when it is not the one that its journals were published to: a broker was lost with all it had, or
 * a backup was brought to an empty place. Every topic has an id of its own from the day it is made, which is kept beside the
 * journals; where the broker tells another, everything is published once more. Readers know what they have seen.
 */
public final class Refill {
  private static final Logger log = LoggerFactory.getLogger(Refill.class);
  private final MongoCollection<Document> notes;
  private final String topic;
  private final Named broker;
  private final Republish journals;
  private volatile boolean looked;

  /** The id of a topic; empty while the broker or the topic is not there. */
  @FunctionalInterface
  public interface Named {
    Optional<String> id(String topic);
  }

  /** Everything is pending again. Returns how many streams that are. */
  @FunctionalInterface
  public interface Republish {
    long everything();
  }

  public Refill(MongoDatabase database, String topic, Named broker, Republish journals) {
    this.notes = database.getCollection("topics").withWriteConcern(WriteConcern.MAJORITY);
    this.topic = topic;
    this.broker = broker;
    this.journals = journals;
  }

  /** Until the broker has told once; after that only when it was away. */
  public void look() {
    if (!looked) broker.id(topic).ifPresent(this::compare);
  }

  /** The broker was away: perhaps it came back as another. */
  public void again() {
    looked = false;
  }

  /** Published again before the new id is noted: a crash in between publishes twice, and nothing is forgotten. */
  private void compare(String id) {
    Document known = notes.find(eq("_id", topic)).first();
    if (known == null || !id.equals(known.getString("id"))) {
      if (known != null) publishAgain();
      notes.replaceOne(eq("_id", topic), new Document("_id", topic).append("id", id), new ReplaceOptions().upsert(true));
    }
    looked = true;
  }

  private void publishAgain() {
    long streams = journals.everything();
    log.warn("the topic {} is a new one; {} streams are published again from the journals", topic, streams);
  }
}
