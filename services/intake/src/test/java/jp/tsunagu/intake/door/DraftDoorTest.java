package jp.tsunagu.intake.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Map;
import java.util.UUID;

import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;

import jp.tsunagu.intake.drafts.Drafts;
import jp.tsunagu.testing.DoorClient.Answer;

/** What somebody is typing: kept, theirs alone, and gone for good when it is given up or forgotten. */
class DraftDoorTest {
  private static Desk desk;
  private final String draft = "/api/drafts/" + UUID.randomUUID();

  @BeforeAll
  static void start() {
    desk = new Desk();
  }

  @AfterAll
  static void stop() {
    desk.close();
  }

  @BeforeEach
  void clear() {
    desk.service.getBean(MongoDatabase.class).getCollection("drafts").deleteMany(Filters.empty());
    desk.service.getBean(Surroundings.StandingClock.class).putTo(Surroundings.NOW);
  }

  private static Answer keep(String worker, String path, String story) {
    return put(worker, path, "{\"fields\":{\"story\":[\"" + story + "\"],\"worry\":[\"DEBT\",\"HOUSING\"]}}");
  }

  private static Answer put(String worker, String path, String body) {
    return desk.send("PUT", worker, path, body, Map.of());
  }

  private static Answer giveUp(String worker, String path) {
    return desk.send("DELETE", worker, path, null, Map.of());
  }

  @Test
  void keepsWhatWasTypedLast() {
    assertThat(keep("org05-1", draft, "途中").status()).isEqualTo(204);
    keep("org05-1", draft, "途中まで");
    var one = desk.get("org05-1", draft);
    assertThat(one.text("/fields/story/0")).isEqualTo("途中まで");
    assertThat(one.text("/fields/worry/1")).isEqualTo("HOUSING");
    assertThat(desk.get("org05-1", "/api/drafts").body().path("items")).singleElement()
        .satisfies(d -> assertThat(d.toString()).contains(draft.substring(12), "2026").doesNotContain("途中"));
  }

  @Test
  void isItsWritersAlone() {
    keep("org05-1", draft, "途中");
    for (String other : new String[]{"org05-2", "org08-1", "org05-m"}) {
      assertThat(desk.get(other, draft).status()).as(other).isEqualTo(404);
      assertThat(keep(other, draft, "他人").status()).as(other).isEqualTo(404);
      assertThat(giveUp(other, draft).status()).as(other).isEqualTo(204);
      assertThat(desk.get(other, "/api/drafts").body().path("items")).as(other).isEmpty();
    }
    assertThat(desk.get("org05-1", draft).text("/fields/story/0")).isEqualTo("途中");
    assertThat(keep("admin", draft, "途中").status()).isEqualTo(403);
  }

  @Test
  void opensNowhereOnceItIsGivenUp() {
    keep("org05-1", draft, "途中");
    var stored = desk.service.getBean(MongoDatabase.class).getCollection("drafts").find().first();
    assertThat(String.valueOf(stored)).doesNotContain("途中", "DEBT");
    assertThat(giveUp("org05-1", draft).status()).isEqualTo(204);
    assertThat(giveUp("org05-1", draft).status()).isEqualTo(204);
    assertThat(desk.get("org05-1", draft).status()).isEqualTo(404);
    var keys = desk.service.getBean(MongoClient.class).getDatabase(desk.database + "-vault").getCollection("personKeys");
    assertThat(keys.find(Filters.eq("_id", "draft-" + draft.substring(12))).into(new ArrayList<Document>())).singleElement()
        .satisfies(key -> assertThat(key).containsOnlyKeys("_id", "destroyedAt"));
    assertThat(keep("org05-1", draft, "また").status()).as("under a destroyed key nothing is kept").isEqualTo(404);
  }

  @Test
  void isForgottenAfterTwoWeeks() {
    keep("org05-1", draft, "途中");
    var drafts = desk.service.getBean(Drafts.class);
    assertThat(drafts.clear(Surroundings.NOW.plus(Duration.ofDays(13)))).isZero();
    assertThat(drafts.clear(Surroundings.NOW.plus(Duration.ofDays(15)))).isEqualTo(1);
    assertThat(desk.get("org05-1", draft).status()).isEqualTo(404);
  }

  @Test
  void goesWithTheCaseThatItWouldHaveReferred() {
    String caseId = opened();
    String fields = "{\"caseId\":\"" + caseId + "\",\"fields\":{\"reason\":[\"印の付いた理由\"]}}";
    assertThat(put("org08-1", draft, fields).status()).as("not theirs to refer").isEqualTo(404);
    assertThat(put("org05-1", draft, fields).status()).isEqualTo(204);
    assertThat(desk.get("org05-1", draft).text("/fields/reason/0")).isEqualTo("印の付いた理由");
    assertThat(desk.get("org05-1", "/api/drafts").text("/items/0/caseId")).isEqualTo(caseId);

    desk.publish("referral", desk.journeys.opened(caseId));
    desk.publish("referral", desk.journeys.handedOver(caseId, "org08"));
    await().untilAsserted(() -> assertThat(desk.get("org05-1", draft).status()).isEqualTo(404));
    assertThat(desk.get("org05-1", "/api/drafts").body().path("items")).isEmpty();
    assertThat(put("org05-1", draft, fields).status()).isEqualTo(404);
    var drafts = desk.service.getBean(Drafts.class);
    assertThat(drafts.clearOf((of, organisation) -> !of.equals(caseId), Surroundings.NOW)).isZero();
    assertThat(drafts.clearOf((of, organisation) -> of.equals(caseId) && organisation.equals("org05"), Surroundings.NOW)).isEqualTo(1);
    assertThat(drafts.find("org05-1", draft.substring(12))).isEmpty();
  }

  @Test
  void opensNowhereOnceItsPersonIsErased() {
    String caseId = opened();
    put("org05-1", draft, "{\"caseId\":\"" + caseId + "\",\"fields\":{\"reason\":[\"印の付いた理由\"]}}");
    assertThat(desk.post("org05-m", "/api/cases/" + caseId + "/person/erasure", "{\"reason\": \"PERSON_ASKED\"}").status()).isEqualTo(200);
    assertThat(desk.get("org05-1", draft).status()).isEqualTo(404);
  }

  private static String opened() {
    return desk.post("org05-1", "/api/cases", Bodies.opening(Bodies.PERSON)).text("/caseId");
  }

  @Test
  void refusesWhatNoFormIs() {
    assertThat(keep("org05-1", "/api/drafts/mine", "途中").status()).isEqualTo(404);
    assertThat(put("org05-1", draft, "{}").text("/errors/0/field")).isEqualTo("fields");
    assertThat(put("org05-1", draft, "{\"fields\":{\"a\":[null]}}").text("/errors/0/code")).isEqualTo("too-long");
    assertThat(keep("org05-1", draft, "あ".repeat(20_001)).text("/errors/0/code")).isEqualTo("too-long");
    var many = String.join(",", Collections.nCopies(101, "\"x\""));
    assertThat(put("org05-1", draft, "{\"fields\":{\"a\":[" + many + "]}}").status()).isEqualTo(400);
    assertThat(desk.get("org05-1", "/api/drafts").body().path("items")).isEmpty();
  }

  @Test
  void keepsNoMoreThanSomebodyCanLookThrough() {
    for (int i = 0; i < 20; i++) assertThat(keep("org05-1", "/api/drafts/" + UUID.randomUUID(), "途中").status()).isEqualTo(204);
    assertThat(keep("org05-1", draft, "途中").text("/code")).isEqualTo("too-many-drafts");
    assertThat(keep("org05-2", draft, "途中").status()).isEqualTo(204);
  }
}
