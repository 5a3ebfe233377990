package jp.tsunagu.systemtests;

import static jp.tsunagu.systemtests.Town.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;

import tools.jackson.databind.JsonNode;

/** The gap audit in the running system: nothing where nothing is wrong, and something where something is. */
@ExtendWith(Town.Here.class)
class GapAuditTest {
  private final Town town;
  private final Desk yell;
  private final Desk houboku;
  private final Desk admin;

  GapAuditTest(Town town) {
    this.town = town;
    this.yell = town.desk("org05");
    this.houboku = town.desk("org15");
    this.admin = town.desk("admin");
  }

  /** Declined, referred again, accepted, silent until the ladder climbs, connected, ended with check-ins, closed. */
  private Matter aWholeLife() {
    Matter person = yell.opens("TROUBLE_AT_WORK");
    person.refer("org08-1").at(town.desk("org08")).decline("NO_CAPACITY", "org15").done();
    Handover handover = person.refer("org15-1").at(houboku);
    handover.accept("org15-1").done();
    eventually(() -> assertThat(handover.matter().ledger().deadlinesOf(handover)).containsKeys("FIRST_CONTACT", "VISIT", "WATCHER"));
    town.pass(Duration.ofDays(8));
    eventually(() -> assertThat(handover.matter().ledger().climbed(handover)).isNotEmpty());
    handover.meet().done();
    handover.matter().endSupport(Matter.checkIns("org15-1", town.today().plusDays(7))).done();
    eventually(() -> assertThat(handover.matter().ledger().checkIns()).hasSize(1));
    handover.matter().close("GOAL_MET", Map.of("agreedBy", "PERSON")).done();
    return handover.matter();
  }

  private JsonNode gaps() {
    return admin.get("/api/gaps").done().body();
  }

  /** All cases have been looked at twice, the second time more than the grace time after the first. */
  private JsonNode afterTwoLooks() {
    Instant begun = town.now();
    Awaitility.await().atMost(Duration.ofSeconds(90)).pollInterval(Duration.ofSeconds(1))
        .until(() -> Instant.parse(gaps().path("checkedAt").asString("1970-01-01T00:00:00Z")).isAfter(begun.plusSeconds(25)));
    return gaps();
  }

  @Test
  void findsNoGapInLivesAsTheyAreAndFoldsAfreshWhatSomebodyDamaged() {
    Matter closed = aWholeLife();
    Matter open = yell.opens("JOB_SEARCH");
    JsonNode healthy = afterTwoLooks();
    assertThat(healthy.path("open").toString()).isEqualTo("[]");
    assertThat(healthy.path("gapSeconds").asLong()).isZero();
    assertThat(healthy.path("cases").asLong()).isGreaterThanOrEqualTo(2);
    for (JsonNode pipe : healthy.path("pipeline")) assertThat(pipe.path("behind").asLong()).as("%s", pipe).isZero();

    try (var store = MongoClients.create(town.mongo())) {
      var ledgers = store.getDatabase("tsunagu-portal").getCollection("ledgers");
      for (Matter matter : List.of(closed, open))
        assertThat(ledgers.updateOne(Filters.eq("_id", matter.id()), new Document("$set", new Document("holder", "org01")))
            .getModifiedCount()).isEqualTo(1);
      JsonNode begun = admin.post("/api/rebuild", Map.of("what", "LEDGERS")).done().body();
      assertThat(begun.path("what").asString()).isEqualTo("LEDGERS");
      eventually(() -> assertThat(rebuild().has("finishedAt")).isTrue());
      assertThat(rebuild().path("differences").asLong()).isEqualTo(2);
      assertThat(ledgers.find(Filters.eq("_id", open.id())).first().getString("holder")).isEqualTo("org05");
    }
  }

  private JsonNode rebuild() {
    return admin.get("/api/rebuild").done().body().path("rebuilds").valueStream().filter(r -> r.path("what").asString().equals("LEDGERS"))
        .findFirst().orElseThrow();
  }
}
