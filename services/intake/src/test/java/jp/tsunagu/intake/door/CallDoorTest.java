package jp.tsunagu.intake.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;

import jp.tsunagu.contracts.BasisKind;
import jp.tsunagu.runtime.journal.Journals;
import jp.tsunagu.testing.DoorClient.Answer;

/** From an anonymous call to a case at whatever desk the caller chose, with nothing but a code. */
class CallDoorTest {
  private static final String CALL = """
      {"category": "LONELINESS", "timeBand": "NIGHT", "information": ["LISTENED", "org08"], "note": "印の付いた話"}""";
  private static final String REDEMPTION = "/api/hand-over-codes/redemption";
  private static Desk desk;

  @BeforeAll
  static void start() {
    desk = new Desk();
  }

  @AfterAll
  static void stop() {
    desk.close();
  }

  /** So that the guesses of one test are not those of another. */
  @BeforeEach
  void forgetGuesses() {
    desk.service.getBean(MongoDatabase.class).getCollection("codeGuesses").deleteMany(Filters.empty());
    desk.service.getBean(Surroundings.StandingClock.class).putTo(Surroundings.NOW);
  }

  private static String call(String worker) {
    var answer = desk.post(worker, "/api/calls", CALL);
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
    return answer.text("/callId");
  }

  private static String code(String worker, String callId) {
    var answer = desk.post(worker, "/api/calls/" + callId + "/hand-over-code", "{}");
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
    return answer.text("/code");
  }

  private static String opening(String code) {
    return "{\"code\": \"" + code + "\", " + Bodies.opening("{\"anonymous\": true}").strip().substring(1);
  }

  private static Answer redeem(String worker, String code) {
    return desk.post(worker, REDEMPTION, opening(code));
  }

  private static String stateOf(String callId) {
    return desk.get("org05-1", "/api/calls/" + callId).text("/code");
  }

  // ---- the call ----

  @Test
  void recordsACallThatIsNobodys() {
    String callId = call("org05-1");
    assertThat(callId).matches("p-[0-9a-z]{26}");
    var read = desk.get("org05-2", "/api/calls/" + callId);
    assertThat(read.text("/category")).isEqualTo("LONELINESS");
    assertThat(read.text("/timeBand")).isEqualTo("NIGHT");
    assertThat(read.text("/information/1")).isEqualTo("org08");
    assertThat(read.text("/note")).isEqualTo("印の付いた話");
    assertThat(read.text("/code")).isEqualTo("NONE");
  }

  @Test
  void listsTheOrganisationsOwnCallsWithoutNotes() {
    String own = call("org05-1");
    String others = call("org15-1");
    var list = desk.get("org05-2", "/api/calls");
    assertThat(list.body().toString()).contains(own).doesNotContain(others).doesNotContain("印の付いた");
  }

  @Test
  void hidesACallFromEveryOtherDesk() {
    String callId = call("org05-1");
    for (String part : List.of("/type", "/title", "/detail", "/code"))
      assertThat(desk.get("org15-1", "/api/calls/" + callId).text(part)).isEqualTo(desk.get("org15-1", "/api/calls/p-none").text(part));
    assertThat(desk.get("org15-1", "/api/calls/" + callId).status()).isEqualTo(404);
    assertThat(desk.post("org15-1", "/api/calls/" + callId + "/hand-over-code", "{}").status()).isEqualTo(404);
    assertThat(desk.get("secretariat", "/api/calls").status()).isEqualTo(403);
    assertThat(desk.get("admin", "/api/calls/" + callId).status()).isEqualTo(403);
  }

  @Test
  void namesEveryFieldThatIsWrong() {
    var wrong = desk.post("org05-1", "/api/calls",
        "{\"category\": \"ANYTHING\", \"information\": [\"GUIDE\", null, \"org77\", \"org99\"]}");
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.body().path("errors").valueStream().map(e -> e.path("field").asString() + " " + e.path("code").asString()))
        .containsExactly("category unknown-code", "timeBand required", "information[1] required", "information[2] unknown-code",
            "information[3] unknown-code");
    assertThat(desk.post("org05-1", "/api/calls", CALL.replace("\"org08\"", "\"LISTENED\"")).inWords())
        .isEqualTo("422 invalid information[1]");
    assertThat(desk.post("org05-1", "/api/calls", CALL.replace("印の付いた話", "あ".repeat(5_001))).inWords()).isEqualTo("422 invalid note");
    assertThat(desk.post("org05-1", "/api/calls", CALL.replace("\"note\"", "\"name\"")).inWords()).isEqualTo("400 unknown-field name");
    assertThat(desk.post("org05-1", "/api/calls", "{").inWords()).startsWith("400 malformed");
    assertThat(desk.post("secretariat", "/api/calls", CALL).status()).isEqualTo(403);
  }

  // ---- the code ----

  @Test
  void showsACodeOnceAndKeepsItNowhere() {
    String callId = call("org05-1");
    var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
    var given = desk.send("POST", "org05-1", "/api/calls/" + callId + "/hand-over-code", "{}", key);
    assertThat(given.text("/code")).matches("\\d{4} \\d{4} \\d{4} \\d{4}");
    assertThat(given.text("/expiresAt")).isEqualTo("2026-04-15T03:00:00Z");
    assertThat(given.header("cache-control")).isEqualTo("no-store");
    assertThat(desk.send("POST", "org05-1", "/api/calls/" + callId + "/hand-over-code", "{}", key).inWords())
        .isEqualTo("409 code-shown-once");

    var all = new StringBuilder();
    var database = desk.service.getBean(MongoDatabase.class);
    for (String collection : database.listCollectionNames()) database.getCollection(collection).find().forEach(d -> all.append(d.toJson()));
    assertThat(all.toString()).contains(callId).doesNotContain(given.text("/code"), given.text("/code").replace(" ", ""), "印の付いた話");
  }

  @Test
  void opensACaseAtAnotherDeskWithWhatWasRecordedOfTheCall() {
    String callId = call("org05-1");
    String code = code("org05-1", callId);
    assertThat(stateOf(callId)).isEqualTo("OPEN");
    var opened = redeem("org15-1", code.replace(" ", "－"));
    assertThat(opened.status()).as("%s", opened.body()).isEqualTo(201);
    String caseId = opened.text("/caseId");

    assertThat(desk.get("org15-2", "/api/cases/" + caseId).text("/openedBy/organisation")).isEqualTo("org15");
    var brought = desk.get("org15-2", "/api/cases/" + caseId + "/call");
    assertThat(brought.body().propertyNames()).containsExactlyInAnyOrder("category", "timeBand", "information", "note");
    assertThat(brought.text("/note")).isEqualTo("印の付いた話");

    // The first desk learns that its caller arrived, and neither where nor to whom.
    var seen = desk.get("org05-1", "/api/calls/" + callId);
    assertThat(seen.text("/code")).isEqualTo("USED");
    assertThat(seen.body().toString()).doesNotContain(caseId, "org15");
    assertThat(desk.get("org05-1", "/api/cases/" + caseId).status()).isEqualTo(404);
    assertThat(desk.get("org05-1", "/api/cases/" + caseId + "/call").status()).isEqualTo(404);
  }

  @Test
  void tellsALaterHolderOfTheCallWhatThePersonAgreedTo() {
    String caseId = redeem("org05-1", code("org15-1", call("org15-1"))).text("/caseId");
    String path = "/api/cases/" + caseId;
    assertThat(desk.post("org05-1", path + "/consents", Bodies.consent("org15", "WORRIES")).status()).isEqualTo(201);
    desk.journeys.proposed(caseId, "org15", BasisKind.CONSENT);
    assertThat(desk.get("org15-1", path + "/call").inWords()).isEqualTo("403 not-the-holder");
    assertThat(desk.get("org08-1", path + "/call").status()).isEqualTo(404);
    desk.publish("referral", desk.journeys.handedOver(caseId, "org15"));
    await().until(() -> desk.get("org15-1", path + "/access-log").status() == 200);
    assertThat(desk.get("org15-1", path + "/call").body().propertyNames()).containsExactly("category");
    assertThat(desk.get("org05-1", path + "/call").status()).as("handed on").isEqualTo(403);
  }

  @Test
  void opensNobodyWhoIsReachedThroughAnOrganisationThatTakesNoPart() {
    String code = code("org05-1", call("org05-1"));
    String through = "{\"pseudonym\": \"さくら印\", \"addressHidden\": true, \"contactThrough\": \"org99\"}";
    assertThat(desk.post("org15-1", REDEMPTION, opening(code).replace("{\"anonymous\": true}", through)).inWords())
        .isEqualTo("422 unknown-organisation person.contactThrough");
    assertThat(redeem("org15-1", code).status()).as("the code was not used").isEqualTo(201);
  }

  @Test
  void repeatsTheAnswerToTheSameRequestAlsoAfterTheCodeHasExpired() {
    String code = code("org05-1", call("org05-1"));
    var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
    var first = desk.send("POST", "org15-1", REDEMPTION, opening(code), key);
    desk.service.getBean(Surroundings.StandingClock.class).putTo(Surroundings.NOW.plus(Duration.ofDays(20)));
    var again = desk.send("POST", "org15-1", REDEMPTION, opening(code), key);
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first.body());
  }

  @Test
  void refusesAWrongAnExpiredAUsedAndAReplacedCodeInTheSameWords() {
    String used = code("org05-1", call("org05-1"));
    redeem("org15-1", used);
    String lost = call("org05-1");
    String replaced = code("org05-1", lost);
    code("org05-1", lost);
    String expired = code("org05-1", call("org05-1"));

    var wrong = redeem("org15-1", "0000 0000 0000 0000");
    assertThat(wrong.inWords()).isEqualTo("422 code-not-valid code");
    assertThat(redeem("org15-2", "nonsense").body()).isEqualTo(wrong.body());
    assertThat(redeem("org15-2", used).body()).isEqualTo(wrong.body());
    assertThat(redeem("org15-2", replaced).body()).isEqualTo(wrong.body());
    desk.service.getBean(Surroundings.StandingClock.class).putTo(Surroundings.NOW.plus(Duration.ofDays(14)));
    assertThat(redeem("org08-1", expired).body()).isEqualTo(wrong.body());
  }

  @Test
  void opensOneCaseHoweverManyDesksRedeemAtOnce() throws Exception {
    String callId = call("org05-1");
    String code = code("org05-1", callId);
    List<Callable<Answer>> desks = IntStream.range(0, 6)
        .mapToObj(i -> (Callable<Answer>) () -> redeem(List.of("org05-2", "org08-1", "org15-1").get(i % 3), code))
        .toList();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers = threads.invokeAll(desks).stream().map(f -> f.resultNow().status()).sorted().toList();
      assertThat(answers).containsExactly(201, 422, 422, 422, 422, 422);
    }
    assertThat(stateOf(callId)).isEqualTo("USED");
  }

  /** As after a crash between the opening, which is the use of the code, and the note of it. */
  @Test
  void noticesThatACallerArrivedThoughNobodyCouldNoteIt() {
    String callId = call("org05-1");
    String code = code("org05-1", callId);
    assertThat(redeem("org15-1", code).status()).isEqualTo(201);
    var calls = desk.service.getBean(MongoDatabase.class).getCollection("journal_call");
    var stream = calls.find(Filters.eq("_id", "call-" + callId)).first();
    stream.getList("commits", Document.class).removeLast();
    calls.replaceOne(Filters.eq("_id", "call-" + callId), stream.append("version", 2L).append("published", 2L));
    desk.service.getBean(Journals.class).journal("call").forget("call-" + callId);

    assertThat(redeem("org08-1", code).inWords()).isEqualTo("422 code-not-valid code");
    assertThat(stateOf(callId)).isEqualTo("USED");
    assertThat(desk.post("org05-1", "/api/calls/" + callId + "/hand-over-code", "{}").inWords()).isEqualTo("409 code-used");
  }

  @Test
  void triesNoCodeWithAFormThatHasMistakes() {
    String code = code("org05-1", call("org05-1"));
    assertThat(desk.post("org15-1", REDEMPTION, opening(code).replace("WALK_IN", "BY_CHANCE")).inWords()).isEqualTo("422 invalid channel");
    assertThat(desk.post("org15-1", REDEMPTION, "{}").inWords()).isEqualTo("422 required code");
    assertThat(desk.post("org15-1", REDEMPTION, opening(code).replace("\"code\"", "\"codes\"")).inWords())
        .isEqualTo("400 unknown-field codes");
    assertThat(redeem("org15-m", code).status()).isEqualTo(403);
    assertThat(redeem("org15-1", code).status()).isEqualTo(201);
  }

  @Test
  void makesWhoeverGuessesWait() {
    for (int i = 0; i < 5; i++) assertThat(redeem("org15-1", "0000 0000 0000 000" + i).status()).isEqualTo(422);
    var guessed = redeem("org15-1", "0000 0000 0000 0009");
    assertThat(guessed.status()).isEqualTo(429);
    assertThat(Integer.parseInt(guessed.header("retry-after"))).isBetween(1, 901);
    String right = code("org05-1", call("org05-1"));
    assertThat(redeem("org15-1", right).status()).as("no oracle while waiting").isEqualTo(429);
    assertThat(redeem("org15-2", right).status()).as("a colleague may go on").isEqualTo(201);
    desk.service.getBean(Surroundings.StandingClock.class).putTo(Surroundings.NOW.plus(Duration.ofMinutes(15)));
    assertThat(redeem("org15-1", "0000 0000 0000 0009").status()).isEqualTo(422);
  }

  @Test
  void doesNotCountRightCodesAsGuesses() {
    for (int i = 0; i < 7; i++) assertThat(redeem("org15-1", code("org05-1", call("org05-1"))).status()).isEqualTo(201);
  }

  @Test
  void forgetsTheCallWithThePersonWhoCameOfIt() {
    String callId = call("org05-1");
    String caseId = redeem("org15-1", code("org05-1", callId)).text("/caseId");
    assertThat(desk.post("org15-m", "/api/cases/" + caseId + "/person/erasure", "{\"reason\": \"PERSON_ASKED\"}").status()).isEqualTo(200);
    assertThat(desk.get("org15-1", "/api/cases/" + caseId + "/call").body().has("note")).isFalse();
    assertThat(desk.get("org05-1", "/api/calls/" + callId).body().has("note")).isFalse();
  }

  // ---- counts ----

  @Test
  void countsCallsAndKeepsSmallNumbersBack() {
    for (int i = 0; i < 5; i++) call("org08-1");
    desk.post("org08-1", "/api/calls", CALL.replace("LONELINESS", "NO_FOOD"));
    assertThat(desk.get("org08-m", "/api/calls/counts?from=2026-04&to=2026-04").inWords()).isEqualTo("422 month-not-over to");
    desk.service.getBean(Surroundings.StandingClock.class).putTo(Instant.parse("2026-04-30T15:00:00Z")); // 1 May in Japan
    var counts = desk.get("org08-m", "/api/calls/counts?from=2026-04&to=2026-04");
    assertThat(counts.status()).as("%s", counts.body()).isEqualTo(200);
    assertThat(counts.body().path("calls").asLong()).isGreaterThanOrEqualTo(6);
    assertThat(counts.text("/byMonth/0/what")).isEqualTo("2026-04");
    var noFood = counts.body().path("byCategory").valueStream().filter(c -> c.path("what").asString().equals("NO_FOOD")).findFirst();
    assertThat(noFood.orElseThrow().has("count")).isFalse();
    assertThat(noFood.orElseThrow().path("incomplete").asBoolean()).isTrue();
    assertThat(desk.get("secretariat", "/api/calls/counts?from=2020-01&to=2020-12").body().has("calls")).isFalse();
  }

  @Test
  void showsNoMoreOfSeveralMonthsThanOfEach() {
    var clock = desk.service.getBean(Surroundings.StandingClock.class);
    clock.putTo(Instant.parse("2025-01-10T03:00:00Z"));
    for (int i = 0; i < 9; i++) call("org08-1");
    clock.putTo(Instant.parse("2025-02-10T03:00:00Z"));
    for (int i = 0; i < 2; i++) call("org08-1");
    clock.putTo(Surroundings.NOW);
    var both = desk.get("admin", "/api/calls/counts?from=2025-01&to=2025-02").body();
    assertThat(both.path("calls").asLong()).isEqualTo(9);
    assertThat(both.path("incomplete").asBoolean()).isTrue();
    assertThat(both.at("/byCategory/0/count").asLong()).isEqualTo(9);
    assertThat(both.at("/byMonth/1/what").asString()).isEqualTo("2025-02");
    assertThat(both.at("/byMonth/1").has("count")).isFalse();
    var january = desk.get("admin", "/api/calls/counts?from=2025-01&to=2025-01").body();
    assertThat(january.path("calls").asLong()).isEqualTo(9);
    assertThat(january.has("incomplete")).isFalse();
  }

  @Test
  void countsWholeMonthsForThoseWhoAnswerForThem() {
    assertThat(desk.get("org08-1", "/api/calls/counts?from=2026-04&to=2026-04").status()).isEqualTo(403);
    assertThat(desk.get("admin", "/api/calls/counts?from=2026-04-01&to=x").inWords()).isEqualTo("422 invalid from");
    assertThat(desk.get("admin", "/api/calls/counts?from=2026-05&to=2026-04").inWords()).isEqualTo("422 before-the-start to");
    assertThat(desk.get("admin", "/api/calls/counts?from=2020-01&to=2026-04").inWords()).isEqualTo("422 too-far-ahead to");
    assertThat(desk.get("admin", "/api/calls/counts?from=2026-04").status()).isEqualTo(400);
  }
}
