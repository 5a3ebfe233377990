package jp.tsunagu.referral.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jp.tsunagu.contracts.StepKind;
import jp.tsunagu.contracts.ReferralMessage;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;

/** Referral's doors over HTTP, on the real store and broker. */
class ReferralDoorTest {
  private static final String DANGER = """
      {"kind": "LIFE_BODY", "reason": "印 reason"}""";
  private static House house;

  @BeforeAll
  static void start() {
    house = new House();
  }

  @AfterAll
  static void stop() {
    house.close();
  }

  private static String proposal(String to, String basis) {
    return """
        {"toOrganisation": "%s", "need": "TROUBLE_AT_WORK", "reason": "印 reason", "summary": "印 summary", "urgency": "NORMAL", "basis": %s}"""
        .formatted(to, basis);
  }

  private static String referrals(String caseId) {
    return "/api/cases/" + caseId + "/referrals";
  }

  /** A new case and a referral to org14, as the path of its acts. */
  private static String proposed(String caseId) {
    return referrals(caseId) + "/" + house.done("org05-1", referrals(caseId), proposal("org14", DANGER)).text("/referralId");
  }

  private static String accepted(String caseId) {
    String referral = proposed(caseId);
    house.done("org14-1", referral + "/acceptance", "{\"worker\": \"org14-1\"}");
    return referral;
  }

  // ---- the way through

  @Test
  void handsAPersonOnFromProposalToCompletion() {
    String caseId = house.opened();
    String consent = house.consented(caseId, "org14");
    var proposed = house.post("org05-1", referrals(caseId),
        proposal("org14", "{\"kind\": \"CONSENT\", \"consentId\": \"" + consent + "\"}"));
    assertThat(proposed.status()).as("%s", proposed.body()).isEqualTo(201);
    assertThat(proposed.text("/referralId")).matches("r-[0-9a-z]{26}");
    assertThat(proposed.headers().get("etag")).containsExactly("\"" + proposed.body().at("/version").asInt() + "\"");

    String referral = referrals(caseId) + "/" + proposed.text("/referralId");
    house.done("org14-2", referral + "/question", "{\"question\": \"印 question\"}");
    house.done("org05-2", referral + "/answer", "{\"answer\": \"印 answer\"}");
    house.done("org14-2", referral + "/waitlist", "{\"reviewOn\": \"2026-05-01\", \"note\": \"印 note\"}");
    house.done("org14-1", referral + "/acceptance", "{\"worker\": \"org14-2\", \"firstContactBy\": \"2026-04-05T00:00:00Z\"}");
    house.done("org14-1", referral + "/first-contact", "{\"at\": \"2026-04-01T02:00:00Z\", \"how\": \"VISIT\"}");
    house.done("org14-1", referral + "/completion", "{\"outcome\": \"GOT_HELP\", \"note\": \"印 note\"}");
    house.done("org14-1", "/api/cases/" + caseId + "/support-end",
        "{\"outcome\": \"GOT_HELP\", \"next\": {\"checkIns\": [{\"dueOn\": \"2026-05-01\", \"worker\": \"org14-2\"}]}}");
    var closed = house.done("org14-1", "/api/cases/" + caseId + "/closure", "{\"reason\": \"GOAL_MET\", \"agreedBy\": \"PERSON\"}");
    assertThat(closed.body().propertyNames()).containsExactly("version");
    house.done("org14-1", "/api/cases/" + caseId + "/reopening", "{}");

    assertThat(house.told(caseId)).containsSubsequence("JourneyOpened", "StepsPlanned", "ConsentNoted", "Proposed", "InformationRequested",
        "InformationGiven", "Waitlisted", "Accepted", "CustodyMoved", "Connected", "Completed", "SupportEnded", "CheckInsPlanned",
        "CaseClosed",
        "CaseReopened", "StepsPlanned");
    assertThat(house.messages(caseId).toString()).doesNotContain("印");
  }

  @Test
  void plansAVisitTogetherAndTellsTheWorldNoPlace() {
    String caseId = house.opened();
    String visit = accepted(caseId) + "/accompanied-visit";
    refuses(visit, "{\"at\": \"2026-03-31T00:00:00Z\", \"place\": \"印\"}", "422 in-the-past at");
    house.done("org05-1", visit, "{\"at\": \"2026-04-03T01:00:00Z\", \"place\": \"印 駅の改札\"}");
    for (String side : List.of("org05-1", "org14-1")) {
      var seen = house.get(side, referrals(caseId));
      assertThat(seen.text("/items/0/visitAt")).as(side).isEqualTo("2026-04-03T01:00:00Z");
      assertThat(seen.body().toString()).as(side).contains("VISIT_PLACE", "印 駅の改札");
    }
    house.done("org14-1", visit + "/cancellation", "{}");
    refuses(visit + "/cancellation", "{}", "409 no-visit-planned");
    assertThat(house.told(caseId)).endsWith("AccompaniedVisitPlanned", "AccompaniedVisitCancelled");
    assertThat(house.messages(caseId).toString()).doesNotContain("印");
  }

  @Test
  void foretellsAProposalWithoutMakingIt() {
    String caseId = house.opened();
    String consent = house.consented(caseId, "org14");
    var told = house.post("org05-1", referrals(caseId) + "/preview",
        proposal("org14", "{\"kind\": \"CONSENT\", \"consentId\": \"" + consent + "\"}"));
    assertThat(told.status()).as("%s", told.body()).isEqualTo(200);
    assertThat(told.text("/answerer/organisation")).isEqualTo("org14");
    assertThat(told.body().path("items")).isEmpty();
    var sent = house.done("org05-1", referrals(caseId), proposal("org14", DANGER));
    var made = house.get("org05-1", referrals(caseId)).body().path("items");
    assertThat(made).singleElement()
        .satisfies(r -> assertThat(r.path("referralId").asString()).isEqualTo(sent.text("/referralId")))
        .satisfies(r -> assertThat(r.path("answerBy").asString()).isEqualTo(told.text("/answerBy")));
    assertThat(house.post("org05-1", referrals(caseId) + "/preview", proposal("org06", DANGER)).body().path("items")).hasSize(4);
  }

  @Test
  void asksAnOrganisationForAnAnswerWithinTheTimeTheDirectoryTells() {
    String caseId = house.opened();
    house.done("org05-1", referrals(caseId), proposal("org06", DANGER));
    assertThat(house.get("org05-1", referrals(caseId)).body().at("/items/0/answerBy").asString()).isEqualTo("2026-04-01T08:00:00Z");
  }

  @Test
  void refusesToForetellWhatItWouldRefuse() {
    String caseId = house.opened();
    var without = house.post("org05-1", referrals(caseId) + "/preview", proposal("org14", "{\"kind\": \"CONSENT\"}"));
    assertThat(without.text("/errors/0/field")).isEqualTo("basis.consentId");
    assertThat(house.post("org06-1", referrals(caseId) + "/preview", proposal("org14", DANGER)).status()).isEqualTo(404);
    proposed(caseId);
    assertThat(house.post("org14-1", referrals(caseId) + "/preview", proposal("org06", DANGER)).status()).isEqualTo(403);
  }

  @Test
  void declinesReturnsWithdrawsAndAssigns() {
    String caseId = house.opened();
    String first = proposed(caseId);
    house.done("org14-1", first + "/decline",
        "{\"reason\": \"BETTER_ALTERNATIVE\", \"note\": \"印\", \"suggestion\": {\"organisation\": \"org06\", \"worker\": \"org06-1\"}}");
    house.done("org05-1", proposed(caseId) + "/withdrawal", "{\"reason\": \"印\"}");
    assertThat(house.send("POST", "org05-1", proposed(caseId) + "/withdrawal", null, Map.of()).status()).isEqualTo(200);
    String taken = accepted(caseId);
    house.done("org14-1", "/api/cases/" + caseId + "/assignment", "{\"worker\": \"org14-2\"}");
    house.done("org14-2", taken + "/return", "{\"reason\": \"印\"}");
    house.done("org05-1", taken + "/decline", "{\"reason\": \"EXPERTISE\"}");
    house.done("org14-2", taken + "/return", "{\"reason\": \"印\"}");
    house.done("org05-1", taken + "/acceptance", "{\"worker\": \"org05-2\"}");
    house.done("org05-1", "/api/cases/" + caseId + "/closure",
        "{\"reason\": \"SUSPENDED\", \"agreedBy\": \"REVIEW\", \"reviewer\": \"org05-2\", \"note\": \"印\"}");
    assertThat(house.told(caseId)).containsSubsequence("Declined", "Withdrawn", "CustodyMoved", "ReceiverReassigned", "ReturnProposed",
        "ReturnRefused", "Returned", "CustodyMoved", "CaseClosed");
  }

  @Test
  void asksTheSecretariatAtTheSecondDecline() {
    String caseId = house.opened();
    for (int i = 0; i < 2; i++) house.done("org14-1", proposed(caseId) + "/decline", "{\"reason\": \"NO_CAPACITY\"}");
    assertThat(house.messages(caseId)).contains(new ReferralMessage.SecretariatAsked(caseId, 2));
    assertThat(house.messages(caseId).getLast()).isInstanceOfSatisfying(ReferralMessage.StepsPlanned.class,
        planned -> assertThat(planned.steps()).singleElement().satisfies(s -> {
          assertThat(s.what()).isEqualTo(StepKind.NEXT_STEP);
          assertThat(s.backstop()).hasToString("Party[organisation=city, worker=secretariat]");
        }));
  }

  @Test
  void endsSupportIntoAReferralOrAClosure() {
    String onward = house.opened();
    house.done("org05-1", "/api/cases/" + onward + "/support-end",
        "{\"outcome\": \"PARTLY\", \"next\": {\"referral\": " + proposal("org14", DANGER) + "}}");
    assertThat(house.told(onward)).containsSubsequence("SupportEnded", "Proposed", "StepsPlanned");
    String over = house.opened();
    house.done("org05-1", "/api/cases/" + over + "/support-end",
        "{\"outcome\": \"GOT_HELP\", \"next\": {\"closure\": {\"reason\": \"GOAL_MET\", \"agreedBy\": \"PERSON\"}}}");
    assertThat(house.told(over)).endsWith("SupportEnded", "CaseClosed");
  }

  // ---- twice, late, at once

  @Test
  void answersARepeatedRequestAsTheFirstTimeAndDoesNothing() {
    String caseId = house.opened();
    var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
    var first = house.send("POST", "org05-1", referrals(caseId), proposal("org14", DANGER), key);
    var again = house.send("POST", "org05-1", referrals(caseId), proposal("org14", DANGER), key);
    assertThat(first.status()).isEqualTo(201);
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(house.told(caseId).stream().filter("Proposed"::equals)).hasSize(1);
    assertThat(house.send("POST", "org05-1", referrals(caseId), proposal("org06", DANGER), key).inWords())
        .isEqualTo("422 idempotency-key-reused");
  }

  @Test
  void refusesToActOnAnOlderVersion() {
    String caseId = house.opened();
    String referral = proposed(caseId);
    var stale = house.send("POST", "org14-1", referral + "/acceptance", "{\"worker\": \"org14-1\"}", Map.of("If-Match", "\"1\""));
    assertThat(stale.inWords()).isEqualTo("412 stale-version");
    var current = house.send("POST", "org14-1", referral + "/acceptance", "{\"worker\": \"org14-1\"}", Map.of("If-Match", "\"2\""));
    assertThat(current.status()).isEqualTo(200);
    assertThat(house.send("POST", "org06-1", referral + "/acceptance", "{\"worker\": \"org06-1\"}", Map.of("If-Match", "\"1\"")).inWords())
        .isEqualTo("404 not-found");
  }

  @Test
  void actsOnAVersionOfACaseItHearsOfOnlyNow() {
    var fresh = house.send("POST", "org05-1", referrals(house.opened()), proposal("org14", DANGER), Map.of("If-Match", "\"1\""));
    assertThat(fresh.status()).isEqualTo(201);
  }

  @Test
  void doesNotPretendToKnowWhileIntakeIsAway() {
    String caseId = house.opened();
    house.neighbours.away = true;
    try {
      assertThat(house.post("org05-1", referrals(caseId), proposal("org14", DANGER)).inWords()).isEqualTo("503 intake-away");
      assertThat(house.get("org05-1", referrals(caseId)).inWords()).isEqualTo("503 intake-away");
    } finally {
      house.neighbours.away = false;
    }
    assertThat(house.post("org05-1", referrals(caseId), proposal("org14", DANGER)).status()).isEqualTo(201);
  }

  /** Otherwise whoever waits for intake to be away would learn which cases there are. */
  @Test
  void answersAStrangerAlikeOfAKnownCaseAndOfNoneWhileIntakeIsAway() {
    String caseId = house.opened();
    proposed(caseId);
    house.neighbours.away = true;
    try {
      for (String asked : List.of(caseId, "c-none")) {
        assertThat(house.get("org06-1", referrals(asked)).inWords()).as(asked).isEqualTo("503 intake-away");
        assertThat(house.post("org06-1", referrals(asked), proposal("org14", DANGER)).inWords()).as(asked).isEqualTo("503 intake-away");
      }
    } finally {
      house.neighbours.away = false;
    }
    assertThat(house.get("org06-1", referrals(caseId)).inWords()).isEqualTo("404 not-found");
  }

  // ---- what is refused

  @Test
  void doesNotExistForAnybodyOutside() {
    String caseId = house.opened();
    String referral = proposed(caseId);
    for (String outsider : new String[]{"org06-1", "city-1", "secretariat", "admin"}) {
      assertThat(house.post(outsider, referrals(caseId), proposal("org14", DANGER)).inWords()).as(outsider).isEqualTo("404 not-found");
      assertThat(house.post(outsider, referral + "/acceptance", "{\"worker\": \"org06-1\"}").inWords()).isEqualTo("404 not-found");
      assertThat(house.get(outsider, referrals(caseId)).body().toString().replace(caseId, "c-unknown"))
          .isEqualTo(house.get(outsider, referrals("c-unknown")).body().toString());
    }
    assertThat(house.post("org14-1", referrals(caseId), proposal("org06", DANGER)).inWords()).isEqualTo("403 not-the-holder");
    assertThat(house.post("org05-1", referral + "/acceptance", "{\"worker\": \"org05-1\"}").inWords())
        .isEqualTo("403 not-the-receiving-side");
    assertThat(house.post("org14-1", referral + "/first-contact", "{\"at\": \"2026-04-01T02:00:00Z\", \"how\": \"VISIT\"}").inWords())
        .isEqualTo("409 referral-is-proposed");
    assertThat(house.post("org05-1", referrals(caseId) + "/r-unknown/withdrawal", "{}").status()).isEqualTo(404);
  }

  @Test
  void namesTheFieldThatCannotBeRead() {
    String caseId = house.opened();
    String proposal = proposal("org14", DANGER);
    refuses(referrals(caseId), proposal.replace("\"need\"", "\"nickname\": 1, \"need\""), "400 unknown-field nickname");
    refuses(referrals(caseId), proposal.replace("\"kind\"", "\"what\": 1, \"kind\""), "400 unknown-field basis.what");
    refuses(referrals(caseId), proposal.replace("TROUBLE_AT_WORK", "BOREDOM"), "400 wrong-type need");
    refuses(referrals(caseId), proposal.replace("\"NORMAL\"", "3"), "400 wrong-type urgency");
    refuses(referrals(caseId), proposal.replace("\"summary\": \"印 summary\", ", ""), "400 malformed summary");
    refuses(referrals(caseId), proposal.replace("\"kind\": \"LIFE_BODY\", ", ""), "400 malformed basis.kind");
    refuses(referrals(caseId), proposal.replace("\"basis\"", "\"programme\": \"a sentence\", \"basis\""), "400 malformed programme");
    refuses(referrals(caseId), proposal.replace("\"basis\"", "\"answerBy\": \"tomorrow\", \"basis\""), "400 wrong-type answerBy");
    refuses("/api/cases/" + caseId + "/support-end", "{\"outcome\": \"PARTLY\", \"next\": {\"checkIns\": [{\"worker\": \"org05-1\"}]}}",
        "400 malformed next.checkIns[0].dueOn");
    refuses(referrals(caseId), "{\"toOrganisation\":", "400 malformed-json");
    assertThat(house.send("POST", "org05-1", referrals(caseId), "x", Map.of("Content-Type", "text/plain")).status()).isEqualTo(415);
    assertThat(house.post("org05-1", referrals(caseId), proposal.replace("印 summary", "x".repeat(300_000))).status()).isEqualTo(413);
    assertThat(house.told(caseId)).isEmpty();
  }

  @Test
  void namesTheFieldThatBreaksARule() {
    String caseId = house.opened();
    String proposal = proposal("org14", DANGER);
    refuses(referrals(caseId), proposal.replace("印 summary", " "), "422 required summary");
    refuses(referrals(caseId), proposal("org99", DANGER), "422 unknown-organisation toOrganisation");
    refuses(referrals(caseId), proposal("org02", DANGER), "422 takes-no-referrals toOrganisation");
    refuses(referrals(caseId), proposal("org05", DANGER), "422 own-organisation toOrganisation");
    refuses(referrals(caseId), proposal.replace("\"need\"", "\"toWorker\": \"org14-9\", \"need\""), "422 unknown-worker toWorker");
    refuses(referrals(caseId), proposal.replace("\"need\"", "\"toWorker\": \"org06-1\", \"need\""),
        "422 worker-of-another-organisation toWorker");
    refuses(referrals(caseId), proposal.replace("\"basis\"", "\"answerBy\": \"2026-04-01T02:59:59Z\", \"basis\""),
        "422 in-the-past answerBy");
    refuses(referrals(caseId), proposal("org14", "{\"kind\": \"CONSENT\", \"consentId\": \"k-unknown\"}"),
        "422 no-such-consent basis.consentId");
    refuses(referrals(caseId), proposal("org14", "{\"kind\": \"LIFE_BODY\"}"), "422 required basis.reason");
    String end = "/api/cases/" + caseId + "/support-end";
    refuses(end, "{\"outcome\": \"PARTLY\", \"next\": {}}", "422 exactly-one next");
    refuses(end, "{\"outcome\": \"PARTLY\", \"next\": {\"checkIns\": []}}", "422 required next.checkIns");
    refuses(end, "{\"outcome\": \"PARTLY\", \"next\": {\"checkIns\": [{\"dueOn\": \"2026-03-31\", \"worker\": \"org05-1\"}]}}",
        "422 in-the-past next.checkIns[0].dueOn");
    refuses("/api/cases/" + caseId + "/closure", "{\"reason\": \"SUSPENDED\", \"agreedBy\": \"PERSON\"}", "422 review-needed agreedBy");
    refuses("/api/cases/" + caseId + "/assignment", "{\"worker\": \"org14-1\"}", "422 worker-of-another-organisation worker");
    refuses("/api/cases/" + caseId + "/reopening", "{}", "409 case-open");
  }

  private static void refuses(String path, String body, String problem) {
    var answer = house.post("org05-1", path, body);
    assertThat(answer.inWords()).isEqualTo(problem);
    assertThat(answer.body().toString()).doesNotContain("印");
  }

  @Test
  void describesExactlyTheDoorsThereAre() {
    var paths = house.get("org05-1", "/v3/api-docs").body().at("/paths");
    assertThat(paths.propertyNames().stream().map(path -> path.replace("/api/cases/{caseId}/", ""))).containsExactlyInAnyOrder("referrals",
        "referrals/preview",
        "referrals/access-log",
        "referrals/{referralId}/acceptance", "referrals/{referralId}/decline", "referrals/{referralId}/question",
        "referrals/{referralId}/answer",
        "referrals/{referralId}/waitlist", "referrals/{referralId}/withdrawal", "referrals/{referralId}/return",
        "referrals/{referralId}/first-contact", "referrals/{referralId}/accompanied-visit",
        "referrals/{referralId}/accompanied-visit/cancellation", "referrals/{referralId}/completion",
        "consents/{consentId}/acknowledgement", "support-end",
        "closure", "reopening", "assignment", "/api/deadlines/recount");
  }

  // ---- news

  @Test
  void stopsAProposalWhenThePersonTakesTheConsentBack() {
    String caseId = house.opened();
    String consent = house.consented(caseId, "org14");
    house.done("org05-1", referrals(caseId), proposal("org14", "{\"kind\": \"CONSENT\", \"consentId\": \"" + consent + "\"}"));
    house.withdrawn(caseId, consent, "org14");
    await().atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(house.told(caseId)).endsWith("ConsentEnded", "Withdrawn", "StepsPlanned"));
    assertThat(house.get("org14-1", referrals(caseId)).text("/items/0/state")).isEqualTo("WITHDRAWN");
    assertThat(house.get("org14-1", referrals(caseId)).body().toString()).doesNotContain("印");
  }

  /** Its next steps, in the order they were planned. */
  private static List<String> nextSteps(String caseId) {
    return house.messages(caseId).stream().filter(ReferralMessage.StepsPlanned.class::isInstance)
        .map(m -> ((ReferralMessage.StepsPlanned) m).steps().getFirst().dueAt().toString()).toList();
  }

  @Test
  void takesTheCheckInsThatTheHolderPlansForItsNextStep() {
    String caseId = house.opened();
    house.get("org05-1", referrals(caseId)); // hears of it
    house.checkInPlanned(caseId, "org05", "2026-05-01");
    house.checkInPlanned(caseId, "org14", "2026-06-01");
    house.checkInPlanned(caseId, "org05", "2026-04-10");
    house.checkInPlanned(caseId, "org05", "2026-05-08");
    await().atMost(Duration.ofSeconds(20)).untilAsserted(
        () -> assertThat(nextSteps(caseId)).containsExactly("2026-04-06T03:00:00Z", "2026-05-15T08:00:00Z", "2026-05-22T08:00:00Z"));
    assertThat(house.told(caseId)).containsExactly("JourneyOpened", "StepsPlanned", "StepsPlanned", "StepsPlanned");
  }

  @Test
  void takesNoNoticeOfTheCheckInsItPlannedItself() {
    String caseId = house.opened();
    house.done("org05-1", "/api/cases/" + caseId + "/support-end",
        """
            {"outcome": "PARTLY", "next": {"checkIns": [{"dueOn": "2026-05-01", "worker": "org05-1"}, {"dueOn": "2026-07-01", "worker": "org05-2"}]}}""");
    house.checkInPlanned(caseId, "org05", "2026-05-01");
    house.checkInPlanned(caseId, "org05", "2026-07-01");
    house.checkInPlanned(caseId, "org05", "2026-08-01");
    await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(nextSteps(caseId)).endsWith("2026-08-15T08:00:00Z"));
    assertThat(house.told(caseId)).containsExactly("JourneyOpened", "StepsPlanned", "SupportEnded", "CheckInsPlanned", "StepsPlanned",
        "StepsPlanned");
  }

  @Test
  void tellsTheDirectoryWhatAWorkerHoldsAfterHearingWhoLeaves() {
    String caseId = house.opened();
    accepted(caseId);
    var held = house.get("service-directory", "/internal/holdings?worker=org14-1&organisation=org14").body();
    assertThat(held.at("/items").valueStream().filter(i -> i.at("/caseId").asString().equals(caseId)).map(i -> i.at("/what").asString()))
        .containsExactly("HOLDER", "RECEIVER");
    assertThat(house.get("org05-1", "/internal/holdings?worker=org14-1").status()).isEqualTo(403);

    house.leaves("org05-3");
    String other = house.opened();
    assertThat(house.get("service-directory", "/internal/holdings?worker=org05-3&organisation=org05").body().at("/items").size()).isZero();
    assertThat(house.post("org05-1", "/api/cases/" + other + "/assignment", "{\"worker\": \"org05-3\"}").inWords())
        .isEqualTo("422 inactive-worker worker");
  }

  // ---- what was written

  @Test
  void showsTheWordsToTheTwoSidesAndWritesTheLookDown() {
    String caseId = house.opened();
    String referral = proposed(caseId);
    house.done("org05-1", referrals(caseId), proposal("org06", DANGER));
    house.done("org14-1", referral + "/question", "{\"question\": \"印 question\"}");

    var receiving = house.get("org14-1", referrals(caseId));
    assertThat(receiving.body().at("/items").size()).isEqualTo(1);
    assertThat(receiving.text("/items/0/summary")).isEqualTo("印 summary");
    assertThat(receiving.text("/items/0/basis/reason")).isEqualTo("印 reason");
    assertThat(receiving.text("/items/0/said/0/what")).isEqualTo("QUESTION");
    assertThat(receiving.text("/items/0/said/0/text")).isEqualTo("印 question");
    assertThat(receiving.text("/items/0/answerBy")).isEqualTo("2026-04-06T03:00:00Z");
    assertThat(receiving.headers().get("etag")).containsExactly("\"4\"");
    assertThat(house.get("org05-2", referrals(caseId)).body().at("/items").size()).isEqualTo(2);

    house.done("org14-1", referral + "/decline", "{\"reason\": \"NO_CAPACITY\"}");
    var declined = house.get("org14-1", referrals(caseId));
    assertThat(declined.body().at("/items/0/withheld").asBoolean()).isTrue();
    assertThat(declined.body().toString()).doesNotContain("印");

    var log = house.service.getBean(MongoDatabase.class).getCollection("accessLog").find(Filters.eq("case", caseId))
        .map(d -> d.getString("worker") + " " + d.getList("fields", String.class).size()).into(new ArrayList<>());
    assertThat(log).containsExactly("org14-1 1", "org05-2 2");
  }
}
