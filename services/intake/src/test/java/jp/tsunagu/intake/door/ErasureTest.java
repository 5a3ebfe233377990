package jp.tsunagu.intake.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import com.mongodb.client.MongoClient;
import com.mongodb.client.model.Filters;

import jp.tsunagu.contracts.BasisKind;

/** 消去: the person goes, for everybody and for good; the case and its history stay. */
class ErasureTest {
  private static final String WANTED = "{\"reason\": \"PERSON_ASKED\"}";
  private static Desk desk;

  @BeforeAll
  static void start() {
    desk = new Desk();
  }

  @AfterAll
  static void stop() {
    desk.close();
  }

  private static String open() {
    return desk.post("org05-1", "/api/cases", Bodies.opening(Bodies.PERSON)).text("/caseId");
  }

  private static DoorClientAnswer erase(String worker, String caseId) {
    var answer = desk.post(worker, "/api/cases/" + caseId + "/person/erasure", WANTED);
    return new DoorClientAnswer(answer.status(), answer.text("/code"));
  }

  private record DoorClientAnswer(int status, String code) {}

  @Test
  void isDecidedByAManagerOfTheHolder() {
    String caseId = open();
    assertThat(erase("org05-1", caseId)).isEqualTo(new DoorClientAnswer(403, "not-a-manager"));
    assertThat(erase("org15-m", caseId).status()).isEqualTo(404);
    assertThat(erase("admin", caseId).status()).isEqualTo(404);
    assertThat(desk.post("org05-m", "/api/cases/" + caseId + "/person/erasure", "{\"reason\": \"印の付いた理由\"}").text("/errors/0/field"))
        .isEqualTo("reason");
    assertThat(desk.get("org05-1", "/api/cases/" + caseId).text("/person/familyName")).isEqualTo("印付");
    assertThat(erase("org05-m", caseId).status()).isEqualTo(200);
    assertThat(erase("org05-m", caseId).status()).as("again").isEqualTo(200);
  }

  @Test
  void leavesNothingOfThePersonAndAllOfTheCase() {
    String caseId = open();
    desk.post("org05-1", "/api/cases/" + caseId + "/consents", Bodies.consent("org15", "NAME", "HISTORY"));
    desk.journeys.proposed(caseId, "org15", BasisKind.CONSENT);
    await().until(() -> desk.get("org15-1", "/api/cases/" + caseId).status() == 200);
    assertThat(erase("org05-m", caseId).status()).isEqualTo(200);

    for (String worker : new String[]{"org05-1", "org15-1"}) {
      var read = desk.get(worker, "/api/cases/" + caseId);
      assertThat(read.body().toString()).doesNotContain(Bodies.MARKS);
      assertThat(read.body().at("/person/erased").asBoolean()).isTrue();
      assertThat(read.text("/openedBy/worker")).isEqualTo("org05-1");
      assertThat(read.text("/consents/0/recipient")).isEqualTo("org15");
    }
    assertThat(desk.post("org05-1", "/api/cases/search", "{\"q\": \"印付\"}").body().toString()).doesNotContain(caseId);
    assertThat(desk.post("org05-1", "/api/cases/names", "{\"caseIds\": [\"" + caseId + "\"]}").text("/items/0/label")).isEqualTo("消去済み");
  }

  @Test
  void isForGood() {
    String caseId = open();
    erase("org05-m", caseId);
    var again = desk.send("PUT", "org05-1", "/api/cases/" + caseId + "/person", "{\"pseudonym\": \"さくら印\"}", java.util.Map.of());
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.text("/code")).isEqualTo("person-erased");
    var vault = desk.service.getBean(MongoClient.class).getDatabase(desk.database + "-vault").getCollection("personKeys");
    assertThat(vault.find(Filters.eq("_id", caseId)).first()).containsOnlyKeys("_id", "destroyedAt");
  }
}
