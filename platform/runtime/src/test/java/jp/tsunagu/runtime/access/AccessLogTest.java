package jp.tsunagu.runtime.access;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;

import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Updates;

import jp.tsunagu.journal.Cause;
import jp.tsunagu.runtime.http.Act;
import jp.tsunagu.runtime.http.Caller;
import jp.tsunagu.runtime.http.Ids;
import jp.tsunagu.testing.Infrastructure;

/** What was written down can be neither altered nor taken out without being missed. */
class AccessLogTest {
  private static final Instant NOW = Instant.parse("2026-04-01T03:00:00.123Z");

  private final String name = "access-" + UUID.randomUUID();
  private final MongoClient mongo = MongoClients.create(Infrastructure.mongoUri(name));
  private final MongoDatabase database = mongo.getDatabase(name);
  private final MongoCollection<Document> entries = database.getCollection("accessLog");
  private final AccessLog log = new AccessLog(database, "a");

  @AfterEach
  void close() {
    database.drop();
    mongo.close();
  }

  private static Act act(String worker) {
    return new Act(new Caller("org05", worker, Set.of()), NOW, Cause.message("m"), null, Ids.random());
  }

  private static void look(AccessLog into, String caseId, String... fields) {
    into.add(act("org05-1"), AccessLog.Why.READ, List.of(new AccessLog.Look(caseId, List.of(fields))));
  }

  private List<String> broken() {
    return VerifyAccessLog.verify(database).broken();
  }

  private void threeLooks() {
    look(log, "c-1", "name");
    log.add(act("org05-2"), AccessLog.Why.LABEL,
        List.of(new AccessLog.Look("c-1", List.of("name")), new AccessLog.Look("c-2", List.of("name"))));
  }

  @Test
  void tellsWhoLookedAtWhat() {
    threeLooks();
    look(log, "c-1");
    assertThat(log.of("c-1", 10)).containsExactlyInAnyOrder(
        new Entry("c-1", NOW, "org05", "org05-1", AccessLog.Why.READ, List.of("name")),
        new Entry("c-1", NOW, "org05", "org05-2", AccessLog.Why.LABEL, List.of("name")));
    assertThat(broken()).isEmpty();
    assertThat(Printout.table(log.of("c-2", 10), false).rows())
        .containsExactly(List.of("2026-04-01 12:00:00", "org05", "org05-2", "LABEL", "name"));
    assertThat(Printout.table(log.of("c-2", 10), true).rows()).allSatisfy(row -> assertThat(row).endsWith("住所秘匿"));
  }

  @Test
  void goesOnAfterARestartAndBesideOthers() throws InterruptedException {
    threeLooks();
    var again = new AccessLog(database, "a");
    var other = new AccessLog(database, "b");
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 20; i++) for (AccessLog one : List.of(again, other)) threads.submit(() -> look(one, "c-3", "name"));
    }
    look(log, "c-3", "name"); // it had its name taken, and takes up the thread
    assertThat(log.of("c-3", 100)).hasSize(41);
    assertThat(broken()).isEmpty();
  }

  @Test
  void missesAnEntryThatWasTakenOut() {
    threeLooks();
    entries.deleteOne(eq("_id", "a/2"));
    assertThat(broken()).containsExactly("a: 2 is missing");
  }

  @Test
  void missesTheEnd() {
    threeLooks();
    entries.deleteOne(eq("_id", "a/3"));
    assertThat(broken()).containsExactly("a: it was cut off before 3");
    entries.deleteMany(eq("chain", "a"));
    assertThat(broken()).containsExactly("a: it was cut off before 3");
  }

  @Test
  void seesAnEntryThatWasAltered() {
    for (var change : List.of(Updates.set("worker", "org05-9"), Updates.set("fields", List.of()), Updates.set("case", "c-9"))) {
      entries.deleteMany(new Document());
      database.getCollection("accessLogHeads").deleteMany(new Document());
      var fresh = new AccessLog(database, "a");
      look(fresh, "c-1", "name");
      look(fresh, "c-1", "contact");
      entries.updateOne(eq("_id", "a/1"), change);
      assertThat(broken()).containsExactly("a: 1 was altered");
    }
  }

  @Test
  void seesAnEndThatWasWrittenAnew() {
    threeLooks();
    Document second = entries.find(eq("_id", "a/2")).first();
    assertThat(second).isNotNull();
    var forged = new Entry("c-2", NOW, "org05", "org05-9", AccessLog.Why.LABEL, List.of("name"));
    entries.replaceOne(eq("_id", "a/3"), forged.linked("a", 3, second.getString("hash")));
    assertThat(broken()).containsExactly("a: its end at 3 was written anew");
  }

  @Test
  void seesAnEntryThatBelongsToNoChain() {
    entries.insertOne(new Document("case", "c-0").append("at", java.util.Date.from(NOW.minusSeconds(9))));
    threeLooks();
    assertThat(VerifyAccessLog.verify(database)).isEqualTo(new VerifyAccessLog.Findings(List.of(), 4, 1));
    entries.updateOne(eq("_id", "a/3"),
        Updates.combine(Updates.unset("chain"), Updates.set("at", java.util.Date.from(NOW.plusSeconds(9)))));
    assertThat(broken()).contains("an entry of 2026-04-01T03:00:09.123Z belongs to no chain");
  }
}
