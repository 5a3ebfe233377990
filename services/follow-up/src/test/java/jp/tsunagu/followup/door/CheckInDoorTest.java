package jp.tsunagu.followup.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import jp.tsunagu.contracts.FollowUpMessage;
import jp.tsunagu.contracts.OutcomeCode;
import jp.tsunagu.contracts.OutreachStage;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.contracts.ReferralMessage;
import jp.tsunagu.testing.DoorClient.Answer;

/** 近況確認 over HTTP. */
class CheckInDoorTest {
  private static final String PLAN = "{\"dueOn\": \"2027-03-01\", \"worker\": \"org05-2\", \"how\": \"電話で\"}";
  private static House house;

  @BeforeAll
  static void start() {
    house = new House();
  }

  @AfterAll
  static void stop() {
    house.close();
  }

  private static String planned(String caseId) {
    var answer = house.post("org05-1", path(caseId), PLAN);
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
    return answer.text("/checkInId");
  }

  private static String path(String caseId) {
    return "/api/cases/" + caseId + "/check-ins";
  }

  @Test
  void plansACheckInForACaseTheBrokerHasNotToldOfYet() {
    String caseId = house.journey();
    var answer = house.post("org05-1", path(caseId), PLAN);
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
    assertThat(answer.text("/checkInId")).matches("i-[0-9a-z]{26}");
    assertThat(answer.headers().get("etag")).containsExactly("\"" + answer.body().at("/version").asInt() + "\"");
    assertThat(house.published(caseId, FollowUpMessage.CheckInPlanned.class)).singleElement()
        .satisfies(m -> assertThat(m.worker()).isEqualTo("org05-2"));
  }

  @Test
  void tellsTheHolderWhatWasFoundAndLogsWhoReadIt() {
    String caseId = house.journey();
    String checkIn = planned(caseId);
    house.post("org05-2", path(caseId) + "/" + checkIn + "/result",
        "{\"reached\": true, \"note\": \"印の付いたようす\", \"next\": {\"dueOn\": \"2027-04-01\", \"worker\": \"org05-2\"}}");
    var read = house.send("GET", "org05-1", path(caseId), null, Map.of());
    assertThat(read.status()).as("%s", read.body()).isEqualTo(200);
    assertThat(read.text("/items/0/how")).isEqualTo("電話で");
    assertThat(read.text("/items/0/found/note")).isEqualTo("印の付いたようす");
    assertThat(read.text("/items/0/found/by/worker")).isEqualTo("org05-2");
    assertThat(read.body().at("/items/1/found").isNull() || read.body().at("/items/1/found").isMissingNode()).isTrue();
    var looks = house.send("GET", "org05-1", path(caseId) + "/access-log", null, Map.of());
    assertThat(looks.text("/items/0/worker")).isEqualTo("org05-1");
    assertThat(looks.text("/items/0/fields/0")).isEqualTo(checkIn);
    assertThat(house.send("GET", "org09-1", path(caseId), null, Map.of()).status()).isEqualTo(404);
    assertThat(house.send("GET", "org09-1", path(caseId) + "/access-log", null, Map.of()).status()).isEqualTo(404);
  }

  @Test
  void answersARepeatedRequestWithTheSameCheckIn() {
    String caseId = house.journey();
    var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
    var first = house.send("POST", "org05-1", path(caseId), PLAN, key);
    var again = house.send("POST", "org05-1", path(caseId), PLAN, key);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(house.published(caseId, FollowUpMessage.CheckInPlanned.class)).hasSize(1);
    assertThat(house.send("POST", "org05-1", path(caseId), PLAN.replace("03-01", "03-02"), key).status()).isEqualTo(422);
  }

  @Test
  void writesDownAnAnswerByTelephone() {
    String caseId = house.journey();
    planned(caseId);
    String path = "/api/cases/" + caseId + "/deadlines/next-step/acknowledgement";
    assertThat(house.post("org05-2", path, "{}").status()).as("not passed").isEqualTo(409);
    assertThat(house.post("org09-1", path, "{}").status()).isEqualTo(404);
    house.clock.advance(java.time.Duration.ofDays(2));
    house.sweep();
    var wrong = house.post("org05-2", path, "{\"worker\": \"org05-1\"}");
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.body().toString()).contains("\"how\"", "required");
    assertThat(house.post("org05-2", path, "{\"worker\": \"nobody\", \"how\": \"FAX\"}").body().toString()).contains("unknown-worker");
    var answer = house.post("org05-2", path, "{\"worker\": \"org05-1\", \"how\": \"FAX\"}");
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
    assertThat(house.published(caseId, FollowUpMessage.DeadlineAcknowledged.class))
        .containsExactly(new FollowUpMessage.DeadlineAcknowledged(
            caseId, "next-step", House.HOLDER, jp.tsunagu.contracts.HeardHow.FAX, new jp.tsunagu.contracts.Party("org05", "org05-2")));
  }

  @Test
  void doesNothingWhereTheAnswerWouldNotBeTaken() {
    String caseId = house.journey();
    planned(caseId);
    for (String accept : new String[]{"application/xml", "text/html", ";;;", "application/problem+json", "application/json;charset=utf-16",
        "*/*, application/json;charset=utf-16", "application/json;charset=nonsense"})
      assertThat(house.send("POST", "org05-1", path(caseId), PLAN, Map.of("Accept", accept)).status()).as(accept).isEqualTo(406);
    assertThat(house.published(caseId, FollowUpMessage.CheckInPlanned.class)).hasSize(1);
    for (String accept : new String[]{"text/html, application/json;q=0.1", "*/*", "application/*", "application/json;charset=UTF-8"})
      assertThat(house.send("POST", "org05-1", path(caseId), PLAN, Map.of("Accept", accept)).status()).as(accept).isEqualTo(201);
  }

  @Test
  void recordsAResultAndTheNextDate() {
    String caseId = house.journey();
    String checkIn = planned(caseId);
    var answer = house.post("org05-2", path(caseId) + "/" + checkIn + "/result", """
        {"reached": true, "note": "上司がこわい", "outcome": "PARTLY", "stage": "INDIRECT", "loneliness": {"direct": 4, "ucla3": [2, 3, 4]},
         "next": {"dueOn": "2027-03-08", "worker": "org05-1"}}""");
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
    assertThat(answer.body().propertyNames()).containsExactly("version");
    assertThat(house.published(caseId, FollowUpMessage.CheckInRecorded.class)).containsExactly(
        new FollowUpMessage.CheckInRecorded(caseId, checkIn, new Party("org05", "org05-2"), true, OutcomeCode.PARTLY,
            OutreachStage.INDIRECT));
    assertThat(house.published(caseId).toString()).doesNotContain("こわい").doesNotContain("電話").doesNotContainIgnoringCase("ucla");
    assertThat(house.post("org05-1", path(caseId) + "/" + checkIn + "/result", "{\"reached\": true}").text("/code"))
        .isEqualTo("already-recorded");
  }

  @Test
  void handsACheckInToAColleague() {
    String caseId = house.journey();
    String checkIn = planned(caseId);
    assertThat(house.post("org05-1", path(caseId) + "/" + checkIn + "/assignment", "{\"worker\": \"org05-1\"}").status()).isEqualTo(200);
    assertThat(house.published(caseId, FollowUpMessage.CheckInReassigned.class)).containsExactly(
        new FollowUpMessage.CheckInReassigned(caseId, checkIn, new Party("org05", "org05-1")));
    var other = house.post("org05-1", path(caseId) + "/" + checkIn + "/assignment", "{\"worker\": \"org08-1\"}");
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.text("/errors/0/field")).isEqualTo("worker");
  }

  @Test
  void tellsTheDirectoryWhatAWorkerHolds() {
    String caseId = house.journey();
    String checkIn = planned(caseId);
    var holdings = house.get("service-directory", "/internal/holdings?worker=org05-2");
    assertThat(holdings.body().at("/items").valueStream().filter(i -> i.at("/caseId").asString().equals(caseId)).toList())
        .singleElement().satisfies(i -> {
          assertThat(i.at("/what").asString()).isEqualTo("CHECK_IN");
          assertThat(i.at("/checkInId").asString()).isEqualTo(checkIn);
        });
    assertThat(house.get("service-directory", "/internal/holdings?worker=org05-m").body().at("/items").size()).isZero();
    assertThat(house.get("org05-1", "/internal/holdings?worker=org05-2").status()).isEqualTo(403);
  }

  @Test
  void knowsWhoIsLeavingBeforeItTellsWhatTheyHold() {
    String caseId = house.journey();
    house.leaves("org05-3");
    var plan = PLAN.replace("org05-2", "org05-3");
    assertThat(house.get("service-directory", "/internal/holdings?worker=org05-3&organisation=org05").body().at("/items").size()).isZero();
    assertThat(house.post("org05-1", path(caseId), plan).text("/code")).isEqualTo("inactive-worker");
  }

  @Test
  void hidesACaseFromEverybodyOutside() {
    String caseId = house.journey();
    for (String outsider : List.of("org08-1", "secretariat", "admin")) {
      var refused = house.post(outsider, path(caseId), PLAN.replace("org05-2", "org08-1"));
      var unknown = house.post(outsider, path("c-none"), PLAN.replace("org05-2", "org08-1"));
      assertThat(refused.status()).isEqualTo(404);
      assertThat(refused.text("/code")).isEqualTo(unknown.text("/code"));
      assertThat(refused.text("/detail")).isEqualTo(unknown.text("/detail"));
    }
    assertThat(house.post("org05-1", path(caseId) + "/i-none/result", "{\"reached\": true}").status()).isEqualTo(404);
  }

  @Test
  void refusesWhoIsOnlyAsked() {
    String caseId = house.journey();
    house.journey(caseId, new ReferralMessage.Proposed(caseId, "r-1", House.HOLDER, "org08", null, null, jp.tsunagu.contracts.Worry.OTHER,
        jp.tsunagu.contracts.Urgency.NORMAL, jp.tsunagu.contracts.BasisKind.CONSENT, house.clock.in(Duration.ofDays(3)), null, null, null));
    var plan = PLAN.replace("org05-2", "org08-1");
    assertThat(house.post("org08-1", path(caseId), plan).text("/code")).isEqualTo("not-supporting");
    house.journey(caseId, new ReferralMessage.Accepted(caseId, "r-1", new Party("org08", "org08-1"), house.clock.in(Duration.ofDays(7))));
    assertThat(house.post("org08-1", path(caseId), plan).status()).isEqualTo(201);
  }

  @Test
  void saysItCannotTellWhileTheJourneysServiceIsAway() {
    house.publishers.away = true;
    try {
      assertThat(house.post("org05-1", path("c-perhaps"), PLAN).status()).isEqualTo(503);
    } finally {
      house.publishers.away = false;
    }
  }

  @Test
  void refusesWhatCannotBe() {
    String caseId = house.journey();
    assertThat(house.post("org05-1", path(caseId), "{\"dueOn\": \"2020-01-01\", \"worker\": \"org05-1\"}").text("/code"))
        .isEqualTo("in-the-past");
    assertThat(house.post("org05-1", path(caseId), "{\"dueOn\": \"2027-03-01\", \"worker\": \"nobody\"}").text("/code"))
        .isEqualTo("unknown-worker");
    assertThat(house.post("org05-1", path(caseId), "{}").body().at("/errors").size()).isEqualTo(2);
    assertThat(house.post("org05-1", path(caseId), "{\"dueOn\": \"soon\", \"worker\": \"org05-1\"}").status()).isEqualTo(400);
    assertThat(house.post("org05-1", path(caseId), "{\"dueOn\": \"2027-03-01\", \"worker\": \"org05-1\", \"x\": 1}").text("/code"))
        .isEqualTo("unknown-field");
    String checkIn = planned(caseId);
    String result = path(caseId) + "/" + checkIn + "/result";
    assertThat(house.post("org05-1", result, "{}").text("/errors/0/field")).isEqualTo("reached");
    assertThat(house.post("org05-1", result, "{\"reached\": true, \"loneliness\": {\"ucla3\": [1, 2, 9]}}").text("/errors/0/field"))
        .isEqualTo("loneliness.ucla3");
    assertThat(house.post("org05-1", result, "{\"reached\": true, \"next\": {\"dueOn\": \"2020-01-01\", \"worker\": \"org05-1\"}}")
        .text("/errors/0/field")).isEqualTo("next.dueOn");
    assertThat(house.published(caseId, FollowUpMessage.CheckInRecorded.class)).isEmpty();
  }

  @Test
  void leavesNobodyWithoutADate() {
    String caseId = house.journey();
    String checkIn = planned(caseId);
    house.journey(caseId, new ReferralMessage.StepsPlanned(caseId, House.HOLDER, List.of()));
    house.post("org05-1", path(caseId) + "/i-none/result", "{\"reached\": true}"); // hears of it
    var refused = house.post("org05-1", path(caseId) + "/" + checkIn + "/result", "{\"reached\": false}");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text("/code")).isEqualTo("next-date-needed");
  }

  @Test
  void countsHowLonelinessChangedAndTellsNobodysAnswer() {
    var before = counts("");
    String caseId = house.journey();
    for (int answer : new int[]{5, 2}) {
      String checkIn = planned(caseId);
      var told = house.post("org05-2", path(caseId) + "/" + checkIn + "/result", """
          {"reached": true, "loneliness": {"direct": %d, "ucla3": [4, null, 4]}, "next": {"dueOn": "2027-04-01", "worker": "org05-2"}}"""
          .formatted(answer));
      assertThat(told.status()).as("%s", told.body()).isEqualTo(200);
    }
    var after = counts("");
    assertThat(gained(before, after, "/direct/asked")).isEqualTo(1);
    assertThat(gained(before, after, "/direct/twice")).isEqualTo(1);
    assertThat(gained(before, after, "/direct/first")).isEqualTo(5);
    assertThat(gained(before, after, "/direct/last")).isEqualTo(2);
    assertThat(gained(before, after, "/direct/lower")).isEqualTo(1);
    assertThat(gained(before, after, "/ucla3/asked")).isEqualTo(1);
    assertThat(gained(before, after, "/ucla3/answered")).isZero();
    assertThat(after.inWords()).doesNotContain(caseId);
    assertThat(counts("&organisation=org08").body().at("/direct/asked").asInt()).isZero();
    String longAgo = "/internal/loneliness?from=2020-01-01&to=2020-12-31";
    assertThat(house.get("service-portal", longAgo).body().at("/direct/asked").asInt()).isZero();
    assertThat(house.get("service-directory", longAgo).status()).isEqualTo(403);
    assertThat(house.get("org05-1", longAgo).status()).isEqualTo(403);
  }

  private static Answer counts(String organisation) {
    return house.get("service-portal", "/internal/loneliness?from=2000-01-01&to=2999-12-31" + organisation);
  }

  private static int gained(Answer before, Answer after, String what) {
    return after.body().at(what).asInt() - before.body().at(what).asInt();
  }
}
