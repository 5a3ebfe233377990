package jp.tsunagu.notification.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import com.mongodb.client.MongoDatabase;

import tools.jackson.databind.JsonNode;

/** A worker's own chat is told too: signed, in order, once, and whatever it does, nobody else waits for it. */
class WebhookTest {
  private static final String PATH = "/api/notices/webhook";
  private static House house;
  private static Receiver chat;

  @BeforeAll
  static void start() {
    house = new House();
    chat = new Receiver();
  }

  @AfterAll
  static void stop() {
    house.close();
    chat.close();
  }

  /** @return the secret */
  private static String set(String worker, String url) {
    house.put(worker, "/api/notices/preferences", "{\"channels\": [\"WEBHOOK\"]}");
    var answer = house.put(worker, PATH, "{\"url\": \"" + url + "\"}");
    assertThat(answer.status()).isEqualTo(200);
    return answer.text("/secret");
  }

  private static void isTold(String worker) {
    house.awaitTold(house.tells(worker), "delivered WEBHOOK");
  }

  @Test
  void callsWithASignatureAndNothingOfTheCase() {
    String secret = set("org05-61", chat.url("/61"));
    String caseId = house.tells("org05-61");
    house.awaitTold(caseId, "delivered WEBHOOK");
    assertThat(house.told(caseId)).doesNotContain("delivered EMAIL");
    assertThat(chat.calls("/61")).singleElement().satisfies(call -> {
      assertThat(call.id()).isEqualTo(house.noticeId("org05-61", caseId));
      assertThat(call.isSignedWith(secret)).isTrue();
      assertThat(call.isSignedWith("whsec_" + "A".repeat(43) + "=")).isFalse();
      assertThat(Instant.ofEpochSecond(Long.parseLong(call.timestamp()))).isCloseTo(Instant.now(),
          org.assertj.core.api.Assertions.within(Duration.ofMinutes(2)));
      JsonNode json = call.json();
      assertThat(json.at("/text").asString()).contains("お返事を待っています", "One referral waits for your answer", "https://tsunagu.example/");
      assertThat(json.at("/body/text").asString()).isNotBlank();
      assertThat(json.at("/notice/kinds/0").asString()).isEqualTo("REFERRAL_PROPOSED");
      assertThat(call.body()).doesNotContain(caseId, "r-1", "p-1", "org01", "org05", "TROUBLE", "CONSENT");
    });
  }

  @Test
  void keepsAddressAndSecretFromWhoeverReadsTheStore() {
    String secret = set("org05-62", chat.url("/very-secret-62"));
    String stored = house.bean(MongoDatabase.class).getCollection("webhooks").find(new Document("_id", "org05-62")).first().toJson();
    assertThat(stored).doesNotContain(secret, secret.substring(6), "very-secret", "127.0.0.1");
  }

  @Test
  void bouncesWhatTheReceiverWillNeverTake() {
    set("org05-63", chat.url("/63"));
    for (var answer : Map.of(404, "receiver-gone", 410, "receiver-gone", 400, "receiver-refused", 401, "receiver-refused").entrySet()) {
      chat.refusals.put("/63", answer.getKey());
      house.awaitTold(house.tells("org05-63"), "bounced WEBHOOK " + answer.getValue());
    }
  }

  @Test
  void waitsWhileTheReceiverSaysNotNowAndFollowsNobodyElsewhere() {
    set("org05-64", chat.url("/64"));
    for (int status : new int[]{500, 429, 302}) {
      chat.refusals.put("/64", status);
      String caseId = house.tells("org05-64");
      int before = chat.tries.getOrDefault("/64", 0);
      await().atMost(House.SOON).until(() -> chat.tries.getOrDefault("/64", 0) >= before + 2);
      assertThat(house.told(caseId)).doesNotContain("delivered WEBHOOK");
      chat.refusals.remove("/64");
      house.awaitTold(caseId, "delivered WEBHOOK");
    }
    assertThat(chat.tries).doesNotContainKey("/elsewhere");
    assertThat(chat.calls("/64")).extracting(Receiver.Call::id).doesNotHaveDuplicates().hasSize(3);
  }

  @Test
  void tellsEverythingLaterInOrderOnceWhenTheReceiverWasAwayForHours() {
    try (var away = new Receiver()) {
      set("org05-65", away.url("/65"));
      isTold("org05-65");
      away.goesAway();
      List<String> cases = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        cases.add(house.tells("org05-65"));
        house.noticeId("org05-65", cases.getLast());
        house.clock.pass(Duration.ofHours(1));
      }
      isTold(healthy("org05-66"));
      away.comesBack();
      cases.forEach(caseId -> house.awaitTold(caseId, "delivered WEBHOOK"));
      assertThat(away.calls("/65")).extracting(Receiver.Call::id).doesNotHaveDuplicates();
      assertThat(away.calls("/65").stream().mapToInt(call -> call.json().at("/notice/count").asInt()).sum()).isEqualTo(6);
      assertThat(away.calls("/65")).as("the first, and one digest").hasSize(2);
    }
  }

  private static String healthy(String worker) {
    set(worker, chat.url("/" + worker));
    return worker;
  }

  @Test
  void letsNobodyWaitForADeadOne() {
    set("org05-67", "http://127.0.0.1:1/dead");
    List<String> healthy = IntStream.range(0, 20).mapToObj(i -> healthy("org05-670" + i)).toList();
    List<String> lost = new ArrayList<>();
    for (int round = 0; round < 3; round++) {
      lost.add(house.tells("org05-67"));
      List<String> cases = healthy.stream().map(house::tells).toList();
      cases.forEach(caseId -> house.awaitTold(caseId, "delivered WEBHOOK"));
    }
    healthy.forEach(worker -> assertThat(chat.calls("/" + worker)).as(worker).hasSize(3));
    lost.forEach(caseId -> assertThat(house.told(caseId)).doesNotContain("delivered WEBHOOK", "bounced WEBHOOK receiver-gone"));
  }

  @Test
  void canBeTriedOutAndTakenAway() {
    assertThat(house.post("org05-68", PATH + "/trial", null).inWords()).isEqualTo("409 no-webhook");
    String secret = set("org05-68", chat.url("/68"));
    assertThat(house.post("org05-68", PATH + "/trial", null).body().toString()).isEqualTo("{\"delivered\":true}");
    assertThat(chat.calls("/68")).singleElement().satisfies(call -> assertThat(call.isSignedWith(secret)).isTrue());
    chat.refusals.put("/68", 404);
    assertThat(house.post("org05-68", PATH + "/trial", null).body().at("/reason").asString()).isEqualTo("receiver-gone");
    assertThat(house.send("DELETE", "org05-68", PATH, null, Map.of()).status()).isEqualTo(204);
    assertThat(house.post("org05-68", PATH + "/trial", null).status()).isEqualTo(409);
    String caseId = house.tells("org05-68");
    house.noticeId("org05-68", caseId);
    isTold(healthy("org05-69"));
    assertThat(house.told(caseId)).as("nobody waits for a webhook that is not there")
        .containsExactly("raised REFERRAL_PROPOSED to org05-68", "delivered IN_APP");
  }

  @Test
  void namesAnAddressItCannotTake() {
    for (String wrong : new String[]{"ftp://example.org/", "https:///x", "https://me@example.org/", "https://example.org/#x",
        "not an address"})
      assertThat(house.put("org05-70", PATH, "{\"url\": \"" + wrong + "\"}").inWords()).as(wrong).startsWith("422").endsWith(" url");
    assertThat(house.put("org05-70", PATH, "{}").inWords()).startsWith("4").endsWith(" url");
    assertThat(house.post("org05-70", PATH + "/trial", null).inWords()).isEqualTo("409 no-webhook");
  }
}
