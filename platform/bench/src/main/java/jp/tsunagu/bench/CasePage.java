package jp.tsunagu.bench;

import static com.mongodb.client.model.Filters.eq;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.bson.Document;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;

import tools.jackson.databind.JsonNode;

/**
 * What encryption costs whoever opens a case: the same case twice, once closed under the person's key and once as journals were
 * kept before there were keys, asked for in turns.
 */
final class CasePage implements AutoCloseable {
  private static final String DESK = "org02";
  private static final String TEXT = "職場に出られない日が続いている。".repeat(60);

  private final Door door;
  private final MongoClient mongo;
  private final String sealed;
  private final String open;

  CasePage(Door door, String mongoUri) {
    this.door = door;
    this.mongo = MongoClients.create(mongoUri);
    this.sealed = opened();
    this.open = unsealedCopy();
    JsonNode one = door.get(DESK, path(sealed));
    JsonNode other = door.get(DESK, path(open));
    for (String part : List.of("/person", "/story", "/wishes"))
      if (!one.at(part).equals(other.at(part))) throw new IllegalStateException("the two cases differ in " + part);
  }

  void measure(int count, Latencies closed, Latencies plain) {
    for (int i = 0; i < count; i++) {
      time(sealed, closed);
      time(open, plain);
    }
  }

  private void time(String caseId, Latencies into) {
    long began = System.nanoTime();
    door.get(DESK, path(caseId));
    into.add(System.nanoTime() - began);
  }

  private static String path(String caseId) {
    return "/api/cases/" + caseId;
  }

  private String opened() {
    var person = Map.of("familyName", "架空", "givenName", "花子", "familyNameKana", "カクウ", "givenNameKana", "ハナコ", "birthDate", "1999-09-09",
        "phones", List.of("000-1234-5678"), "email", "hanako@mail.example", "address", Map.of("postcode", "803-0000", "text", "見本町九丁目"),
        "language", "ja");
    String caseId = door.post(DESK, "/api/cases", Map.of("person", person, "worries", List.of(Map.of("kind", "JOB_SEARCH", "main", true)),
        "story", TEXT, "wishes", TEXT, "channel", "WALK_IN", "urgency", "NORMAL"), 201).path("caseId").asString();
    door.post(DESK, path(caseId) + "/consents", Map.of("recipient", "org03", "purpose", "計測", "items", List.of("NAME"), "how", "WRITTEN",
        "givenOn", LocalDate.now(ZoneId.of("Asia/Tokyo")).toString(), "language", "ja"), 201);
    return caseId;
  }

  /** Written into the store as no service writes it any more; it is read by the same code. */
  private String unsealedCopy() {
    MongoCollection<Document> journal = mongo.getDatabase("tsunagu-intake").getCollection("journal_casefile");
    Document copy = journal.find(eq("_id", "casefile-" + sealed)).first();
    if (copy == null) throw new IllegalStateException("the case is not in the store");
    String caseId = sealed.substring(0, sealed.length() - 4) + "0000";
    copy.append("_id", "casefile-" + caseId).append("case", caseId).append("pending", false);
    for (Document commit : copy.getList("commits", Document.class))
      for (Document event : commit.getList("events", Document.class)) unseal(event.get("data", Document.class), caseId);
    journal.insertOne(copy);
    return caseId;
  }

  private static void unseal(Document data, String caseId) {
    if (data.get("opening") instanceof Document opening) {
      opening.append("caseId", caseId).append("story", new Document("text", TEXT)).append("wishes", new Document("text", TEXT));
    }
    if (data.containsKey("person")) data.append("person", plainPerson());
    if (data.get("consent") instanceof Document consent) consent.append("purpose", new Document("text", "計測"));
  }

  private static Document plainPerson() {
    var contact = new Document("phones", new ArrayList<>(List.of(new Document("number", "000-1234-5678"))))
        .append("email", new Document("address", "hanako@mail.example"))
        .append("address", new Document("postcode", new Document("value", "803-0000")).append("text", new Document("value", "見本町九丁目")));
    return new Document("familyName", new Document("value", "架空")).append("givenName", new Document("value", "花子"))
        .append("familyNameKana", new Document("value", "カクウ")).append("givenNameKana", new Document("value", "ハナコ"))
        .append("birthDate", "1999-09-09").append("contact", contact).append("language", new Document("tag", "ja"));
  }

  @Override
  public void close() {
    mongo.close();
  }
}
