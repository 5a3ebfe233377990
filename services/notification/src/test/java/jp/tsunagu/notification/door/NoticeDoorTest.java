package jp.tsunagu.notification.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;

import jakarta.mail.internet.InternetAddress;
import jp.tsunagu.contracts.FollowUpMessage;
import jp.tsunagu.contracts.FollowUpMessage.Rung;
import jp.tsunagu.contracts.IntakeMessage;
import jp.tsunagu.contracts.NotificationMessage;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.contracts.ReferralMessage;
import jp.tsunagu.contracts.Step;
import jp.tsunagu.contracts.StepKind;
import jp.tsunagu.contracts.Urgency;
import jp.tsunagu.runtime.inbox.ParkingLot;

/** From a message of another service to the in-app inbox, and from there out again as a fact. */
class NoticeDoorTest {
  private static House house;

  @BeforeAll
  static void start() {
    house = new House();
  }

  @AfterAll
  static void stop() {
    house.close();
  }

  /** A new case with one notice for this worker of org05. */
  private static String told(String worker) {
    String caseId = Council.newCase();
    house.journey(caseId, Council.proposed(caseId, worker));
    house.awaitTold(caseId, "delivered EMAIL");
    return caseId;
  }

  private static String path(String worker, String caseId, String act) {
    return "/api/notices/" + house.noticeId(worker, caseId) + "/" + act;
  }

  @Test
  void tellsTheWorkerWhoIsAskedOnceInTheAppAndOnceByMail() {
    String caseId = told("org05-11");
    assertThat(house.told(caseId)).containsExactly("raised REFERRAL_PROPOSED to org05-11", "delivered IN_APP", "delivered EMAIL");
    assertThat(house.notices("org05-11", caseId)).singleElement().satisfies(notice -> {
      assertThat(notice.at("/kind").asString()).isEqualTo("REFERRAL_PROPOSED");
      assertThat(notice.at("/state").asString()).isEqualTo("DELIVERED");
      assertThat(notice.has("deadlineKey")).isFalse();
    });
    assertThat(house.post.mails("org05-11")).hasSize(1);
  }

  @Test
  void tellsTheHolderAlsoOfWhatWasHeardBeforeTheJourneyBegan() {
    String caseId = Council.newCase();
    var holder = new Party("org05", "org05-12");
    house.caseFile(caseId, new IntakeMessage.HiddenAddressAttempted(caseId, holder));
    await().until(() -> house.bean(ParkingLot.class).waiting(100).stream().anyMatch(parked -> parked.message().subject().equals(caseId)));
    house.journey(caseId, new ReferralMessage.JourneyOpened(caseId, holder, Urgency.NORMAL));
    house.awaitTold(caseId, "raised HIDDEN_ADDRESS_ATTEMPTED to org05-12");
  }

  @Test
  void tellsTheManagerWhenAnOrganisationIsAsked() {
    String caseId = Council.newCase();
    house.journey(caseId, Council.proposed(caseId, null));
    house.awaitTold(caseId, "raised REFERRAL_PROPOSED to org05-m", "delivered EMAIL");
  }

  @Test
  void saysInAMailThatSomethingWaitsAndNothingElse() throws Exception {
    String caseId = told("org05-12");
    var mail = house.post.mails("org05-12").getFirst().content();
    assertThat(mail.getSubject()).isEqualTo("【つなぐ】受入れの確認が1件あります / One referral waits for your answer");
    assertThat(mail.getFrom()).containsExactly(new InternetAddress("tsunagu@localhost"));
    assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(mail.getHeader("Message-ID")).containsExactly("<" + house.noticeId("org05-12", caseId) + "@tsunagu>");
    String body = (String) mail.getContent();
    assertThat(body).contains("One referral waits for your answer.").contains("https://tsunagu.example/");
    String all = mail.getSubject() + body + String.join("\n", Collections.list(mail.getAllHeaderLines()));
    assertThat(all.replace("org05-12@example.org", "")).doesNotContain(caseId, "r-1", "p-1", "org01", "org05", "印", "TROUBLE", "CONSENT");
  }

  @Test
  void tellsOnceWhatComesTwice() {
    String caseId = Council.newCase();
    var proposed = house.journey(caseId, Council.proposed(caseId, "org05-13"));
    house.deliver("referral", proposed);
    house.journey(caseId, Council.answered(caseId));
    house.deliver("referral", proposed);
    house.journey(caseId, Council.withdrawn(caseId));
    await().atMost(House.SOON).until(() -> house.told(caseId).stream().filter("delivered EMAIL"::equals).count() == 3);
    assertThat(house.notices("org05-13", caseId)).hasSize(3);
    assertThat(house.post.mails("org05-13").stream().flatMap(mail -> PostOffice.lines(mail).stream())).hasSize(3);
  }

  @Test
  void recognisesWhatItToldBeforeACrashKeptItFromNotingThat() {
    String caseId = Council.newCase();
    var proposed = house.journey(caseId, Council.proposed(caseId, "org05-14"));
    house.awaitTold(caseId, "delivered EMAIL");
    house.bean(MongoDatabase.class).getCollection("cases").updateOne(Filters.eq("_id", caseId), Updates.unset("seen.journey-" + caseId));
    house.deliver("referral", proposed);
    house.journey(caseId, Council.answered(caseId));
    await().atMost(House.SOON).until(() -> house.notices("org05-14", caseId).size() == 2);
    await().atMost(House.SOON).until(() -> house.told(caseId).stream().filter("delivered EMAIL"::equals).count() == 2);
    assertThat(house.post.mails("org05-14")).hasSize(2);
    assertThat(house.told(caseId)).containsOnlyOnce("raised REFERRAL_PROPOSED to org05-14");
  }

  @Test
  void publishesWhenItWasReadAndAcknowledged() {
    String caseId = told("org05-15");
    assertThat(house.post("org05-15", path("org05-15", caseId, "reading"), null).status()).isEqualTo(200);
    assertThat(house.post("org05-15", path("org05-15", caseId, "acknowledgement"), "{}").status()).isEqualTo(200);
    await().atMost(House.SOON).untilAsserted(() -> assertThat(house.told(caseId)).containsExactly("raised REFERRAL_PROPOSED to org05-15",
        "delivered IN_APP", "delivered EMAIL", "read by org05-15", "acknowledged by org05-15"));
    assertThat(house.notices("org05-15", caseId)).singleElement()
        .satisfies(notice -> assertThat(notice.at("/state").asString()).isEqualTo("ACKNOWLEDGED"));
  }

  @Test
  void isAcknowledgedOnce() {
    String caseId = told("org05-16");
    var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
    String path = path("org05-16", caseId, "acknowledgement");
    var first = house.send("POST", "org05-16", path, "{}", key);
    assertThat(house.send("POST", "org05-16", path, "{}", key).body()).isEqualTo(first.body());
    assertThat(house.post("org05-16", path, "{}").body()).isEqualTo(first.body());
    assertThat(house.post("org05-16", path("org05-16", caseId, "reading"), "{}").body()).isEqualTo(first.body());
    house.journey(caseId, Council.answered(caseId));
    await().atMost(House.SOON).until(() -> house.told(caseId).stream().filter("delivered EMAIL"::equals).count() == 2);
    assertThat(house.told(caseId)).containsOnlyOnce("acknowledged by org05-16").doesNotContain("read by org05-16");
  }

  @Test
  void showsEverybodyTheirOwnAndDeniesTheRest() {
    String caseId = told("org05-17");
    String path = path("org05-17", caseId, "acknowledgement");
    for (String other : new String[]{"org05-18", "org05-m", "org01-1", "secretariat", "admin"}) {
      assertThat(house.notices(other, caseId)).as(other).isEmpty();
      var refused = house.post(other, path, "{}");
      var unknown = house.post(other, "/api/notices/n-unknown/acknowledgement", "{}");
      assertThat(refused.inWords()).as(other).isEqualTo("404 not-found").isEqualTo(unknown.inWords());
      assertThat(refused.text("/detail")).isEqualTo(unknown.text("/detail"));
      assertThat(house.post(other, path("org05-17", caseId, "reading"), "{}").status()).isEqualTo(404);
    }
    assertThat(house.told(caseId)).hasSize(3);
  }

  @Test
  void listsWhatWaitsFirstAndTheNewestFirst() {
    String first = told("org05-19"), second = told("org05-19"), third = told("org05-19");
    house.post("org05-19", path("org05-19", third, "acknowledgement"), "{}");
    assertThat(cases("org05-19", "")).containsExactly(second, first, third);
  }

  @Test
  void listsThoseOfOneCaseHoweverManyThereAreOfOthers() {
    String first = told("org05-71"), second = told("org05-71");
    assertThat(cases("org05-71", "?caseId=" + first)).containsExactly(first);
    assertThat(cases("org05-71", "")).containsExactly(second, first);
    assertThat(cases("org05-71", "?caseId=c-unknown")).isEmpty();
    assertThat(cases("org05-72", "?caseId=" + first)).as("another worker's").isEmpty();
  }

  private List<String> cases(String worker, String which) {
    return house.get(worker, "/api/notices" + which).body().at("/items").valueStream().map(n -> n.at("/caseId").asString()).toList();
  }

  @Test
  void tellsWhoIsNamedOnTheLadderAndCarriesTheDateOutAgain() {
    String caseId = Council.newCase();
    var step = new Step("next-step", StepKind.NEXT_STEP, "org05", "org05-20", Council.NOW, null, null);
    house.watch(caseId, new FollowUpMessage.DeadlineArmed(caseId, step));
    house.watch(caseId, new FollowUpMessage.DeadlinePassed(caseId, step, Council.NOW));
    house.watch(caseId, new FollowUpMessage.DeadlineEscalated(caseId, step, Rung.MANAGER, new Party("org05", "org05-m"),
        Council.NOW.plus(Duration.ofDays(1))));
    String noticeId = house.noticeId("org05-m", caseId);
    assertThat(house.notices("org05-m", caseId)).singleElement().satisfies(notice -> {
      assertThat(notice.at("/kind").asString()).isEqualTo("DEADLINE_PASSED");
      assertThat(notice.at("/deadlineKey").asString()).isEqualTo("next-step");
    });
    assertThat(house.notices("org05-20", caseId)).isEmpty();
    assertThat(house.post("org05-m", "/api/notices/" + noticeId + "/acknowledgement", "{}").status()).isEqualTo(200);
    await().atMost(House.SOON).untilAsserted(() -> assertThat(house.published.about(caseId))
        .contains(new NotificationMessage.NoticeAcknowledged(caseId, noticeId, new Party("org05", "org05-m"), "next-step",
            NotificationMessage.Via.DESK)));
  }

  @Test
  void namesWhatCannotBeReadAndChangesNothing() {
    String caseId = told("org05-21");
    String path = path("org05-21", caseId, "acknowledgement");
    assertThat(house.post("org05-21", path, "{\"nickname\": \"印\"}").inWords()).isEqualTo("400 unknown-field nickname");
    assertThat(house.post("org05-21", path, "{\"by\":").inWords()).startsWith("400 malformed-json");
    assertThat(house.post("org05-21", path, "[]").status()).isEqualTo(400);
    assertThat(house.send("POST", "org05-21", path, "x", Map.of("Content-Type", "text/plain")).status()).isEqualTo(415);
    assertThat(house.send("POST", "org05-21", path, "{}", Map.of("Idempotency-Key", "a b")).inWords())
        .isEqualTo("400 malformed-idempotency-key Idempotency-Key");
    assertThat(house.send("POST", "org05-21", path, "{}", Map.of("If-Match", "2")).inWords()).isEqualTo("400 malformed-etag If-Match");
    assertThat(house.send("POST", "org05-21", path, "{}", Map.of("If-Match", "\"1\"")).inWords()).isEqualTo("412 stale-version");
    assertThat(house.send("DELETE", "org05-21", path, null, Map.of()).status()).isEqualTo(405);
    assertThat(house.post("org05-21", "/api/notices/%24where/acknowledgement", "{}").inWords()).isEqualTo("404 not-found");
    assertThat(house.told(caseId)).hasSize(3);
  }
}
