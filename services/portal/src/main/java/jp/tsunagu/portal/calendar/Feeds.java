package jp.tsunagu.portal.calendar;

import static com.mongodb.client.model.Filters.eq;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

import org.bson.Document;
import org.springframework.stereotype.Component;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;

import jp.tsunagu.contracts.Party;
import jp.tsunagu.runtime.http.Ids;

/** {@code {_id: worker, organisation, token}}; of the token only its digest is kept, so the store opens no calendar. One each. */
@Component
public class Feeds {
  private static final int TOKEN_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final MongoCollection<Document> feeds;

  Feeds(MongoDatabase database) {
    this.feeds = database.getCollection("calendar_feeds").withWriteConcern(WriteConcern.MAJORITY);
    feeds.createIndex(Indexes.ascending("token"), new IndexOptions().name("token").unique(true));
  }

  /** @return the token, which is told this once; the one before opens nothing any more */
  public String open(Party worker) {
    byte[] random = new byte[TOKEN_BYTES];
    RANDOM.nextBytes(random);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    var d = new Document("_id", worker.worker()).append("organisation", worker.organisation()).append("token", digest(token));
    feeds.replaceOne(eq("_id", worker.worker()), d, new ReplaceOptions().upsert(true));
    return token;
  }

  /** Where a calendar program finds it. */
  public static String address(String door, String token) {
    return door + "/calendar/" + token + ".ics";
  }

  public void close(Party worker) {
    feeds.deleteOne(eq("_id", worker.worker()));
  }

  Optional<Party> of(String token) {
    return Optional.ofNullable(feeds.find(eq("token", digest(token))).first())
        .map(d -> new Party(d.getString("organisation"), d.getString("_id")));
  }

  private static String digest(String token) {
    return HexFormat.of().formatHex(Ids.sha256().digest(token.getBytes(StandardCharsets.UTF_8)));
  }
}
