package jp.tsunagu.intake.wiring;

import static com.mongodb.client.model.Filters.eq;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Objects;

import org.bson.Document;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;

/**
 * The blind index's key. A deployment gives one, apart from the store; a laptop gets one made on its first start. Whichever
 * replica is first makes it, all others read it.
 */
final class IndexKey {
  private static final String ID = "index-key";
  private final MongoCollection<Document> settings;

  IndexKey(MongoDatabase database) {
    settings = database.getCollection("settings").withWriteConcern(WriteConcern.MAJORITY);
  }

  byte[] orGiven(String given) {
    return Base64.getDecoder().decode(given.isBlank() ? kept() : given.strip());
  }

  private String kept() {
    byte[] fresh = new byte[32];
    new SecureRandom().nextBytes(fresh);
    var once = Updates.setOnInsert("value", Base64.getEncoder().encodeToString(fresh));
    Document kept = settings.findOneAndUpdate(eq("_id", ID), once,
        new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
    return Objects.requireNonNull(kept, "an upsert leaves a document").getString("value");
  }
}
