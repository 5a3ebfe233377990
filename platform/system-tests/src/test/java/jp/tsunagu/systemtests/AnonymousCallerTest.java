package jp.tsunagu.systemtests;

import static jp.tsunagu.systemtests.Town.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * 匿名の電話: somebody telephones at night and gives no name. Nothing is owed to them that anybody could be late with; but whoever
 * wants to go on elsewhere takes a code along, and the desk they choose holds them from the moment they arrive.
 */
@ExtendWith(Town.Here.class)
class AnonymousCallerTest {
  private static final Map<String, ?> OPENING = Map.of("person", Map.of("anonymous", true), "worries",
      List.of(Map.of("kind", "LONELINESS", "main", true)), "channel", "WALK_IN", "urgency", "NORMAL");

  private final Town town;
  private final Desk yell;
  private final Desk houboku;

  AnonymousCallerTest(Town town) {
    this.town = town;
    this.yell = town.desk("org05");
    this.houboku = town.desk("org15");
  }

  private static Map<String, ?> with(String code) {
    var body = new HashMap<String, Object>(OPENING);
    body.put("code", code);
    return body;
  }

  @Test
  void goesToAnotherDeskWithACodeAndIsHeldThere() {
    String callId = yell
        .post("/api/calls", Map.of("category", "LONELINESS", "timeBand", "NIGHT", "information", List.of("LISTENED", "org15"),
            "note", "夜になると話したくなる（架空）"))
        .id("callId");
    assertThat(yell.get("/api/worklist").done().body().toString()).as("a call owes no date").doesNotContain(callId);
    String code = yell.post("/api/calls/" + callId + "/hand-over-code", Map.of()).done().text("code");

    // A desk that mistypes learns nothing, and the caller loses nothing by it.
    houboku.post("/api/hand-over-codes/redemption", with("0000 0000 0000 0000")).refusedFor("code", "code-not-valid");
    String caseId = houboku.post("/api/hand-over-codes/redemption", with(code)).id("caseId");
    town.desk("org08").post("/api/hand-over-codes/redemption", with(code)).refusedFor("code", "code-not-valid");

    Matter person = new Matter(houboku, caseId);
    assertThat(person.ledger().holder()).isEqualTo("org15-1");
    assertThat(person.ledger().nextStep().path("worker").asString()).as("opening owes a date, as every opening").isEqualTo("org15-1");
    assertThat(houboku.get(person.path() + "/call").done().text("note")).isEqualTo("夜になると話したくなる（架空）");

    // The first desk knows that its caller arrived, and not where.
    var call = yell.get("/api/calls/" + callId).done();
    assertThat(call.text("code")).isEqualTo("USED");
    assertThat(call.body().toString()).doesNotContain(caseId, "org15-");
    assertThat(yell.get(person.path() + "/ledger").status()).isEqualTo(404);

    // Held like everybody else: when the date passes, a human hears of it.
    town.pass(Duration.between(town.now(), person.ledger().nextDue()).plusMinutes(1));
    eventually(() -> assertThat(person.ledger().climbed()).contains("WORKER org15-1"));
  }

  @Test
  void isCountedAndNotRecognised() {
    String month = town.today().toString().substring(0, 7);
    for (int i = 0; i < 5; i++)
      yell.post("/api/calls", Map.of("category", "RENT", "timeBand", "MORNING", "information", List.of("SUPPORTS"))).done();
    yell.post("/api/calls", Map.of("category", "TAXES_UTILITIES", "timeBand", "MORNING")).done();
    String path = "/api/calls/counts?from=" + month + "&to=" + month;
    yell.get(path).refused(403, "not-a-manager");
    town.worker("org05-m").get(path).refusedFor("to", "month-not-over");
    town.passUntilNoonOf(town.today().plusMonths(1).withDayOfMonth(1));
    var counts = town.worker("org05-m").get(path).done().body();
    assertThat(counts.path("calls").asLong()).isGreaterThanOrEqualTo(6);
    assertThat(counts.path("byCategory").valueStream().filter(c -> c.path("what").asString().equals("TAXES_UTILITIES")))
        .singleElement().matches(c -> !c.has("count"));
    assertThat(town.desk("secretariat").get(path).done().body()).isEqualTo(counts);
  }
}
