package jp.tsunagu.notification.channel.webhook;

import static com.mongodb.client.model.Filters.eq;

import java.net.URI;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

import org.bson.Document;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;

import jp.tsunagu.notification.seal.Sealing;

/** {@code {_id: worker, url, secret}}, both sealed to the worker. One each. */
public final class Webhooks {
  private static final int SECRET_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final MongoCollection<Document> webhooks;
  private final Sealing sealing;

  Webhooks(MongoDatabase database, Sealing sealing) {
    this.webhooks = database.getCollection("webhooks").withWriteConcern(WriteConcern.MAJORITY);
    this.sealing = sealing;
  }

  public Optional<Webhook> of(String worker) {
    return Optional.ofNullable(webhooks.find(eq("_id", worker)).first())
        .map(d -> new Webhook(URI.create(opened(d, "url", worker)), opened(d, "secret", worker)));
  }

  boolean has(String worker) {
    return webhooks.countDocuments(eq("_id", worker)) > 0;
  }

  /** @return its new secret, which is told this once */
  public String put(String worker, URI url) {
    byte[] random = new byte[SECRET_BYTES];
    RANDOM.nextBytes(random);
    String secret = "whsec_" + Base64.getEncoder().encodeToString(random);
    var d = new Document("_id", worker).append("url", sealing.close(url.toString(), purpose("url", worker))).append("secret",
        sealing.close(secret, purpose("secret", worker)));
    webhooks.replaceOne(eq("_id", worker), d, new ReplaceOptions().upsert(true));
    return secret;
  }

  public void remove(String worker) {
    webhooks.deleteOne(eq("_id", worker));
  }

  private String opened(Document d, String name, String worker) {
    return sealing.open(d.getString(name), purpose(name, worker))
        .orElseThrow(
            () -> new IllegalStateException("the webhook of " + worker + " does not open: is the key the one it was sealed with?"));
  }

  private static String purpose(String name, String worker) {
    return "webhook " + name + " " + worker;
  }
}
