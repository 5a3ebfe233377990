package jp.tsunagu.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;

/** Somebody for whom a case does not exist, whatever they ask or try. */
final class Stranger {
  private static final Map<String, ?> TEXT = Map.of("reason", "理由（架空）");
  private static final String MISSING = "c-missing";

  private final Desk desk;

  Stranger(Desk desk) {
    this.desk = desk;
  }

  /** The answers are those about a case that was never there, to the letter. */
  void findsNothingOf(Handover handover) {
    Matter matter = handover.matter();
    String day = desk.today().plusDays(3).toString();
    var checkIn = Map.of("dueOn", day, "worker", "org08-1");
    var acts = Map.<String, Map<String, ?>>ofEntries(
        entry("consents", Map.of("recipient", "org15", "purpose", "見るため", "items", List.of("NAME"), "how", "WRITTEN", "givenOn",
            desk.today().toString())),
        entry("referrals", Map.of("toOrganisation", "org15", "need", "OTHER", "urgency", "NORMAL", "reason", "理由", "summary", "要約", "basis",
            Map.of("kind", "LIFE_BODY", "reason", "理由"))),
        entry("support-end", Map.of("outcome", "GOT_HELP", "next", Map.of("checkIns", List.of(checkIn)))),
        entry("closure", Map.of("reason", "GOAL_MET", "agreedBy", "PERSON")), entry("reopening", Map.of()),
        entry("assignment", Map.of("worker", "org08-2")), entry("check-ins", checkIn),
        entry("check-ins/i-1/result", Map.of("reached", true)),
        entry("abuse-reports", Map.of("reportedAt", desk.now().toString(), "office", "POLICE")),
        entry("abuse-reports/b-1/receipt", Map.of("confirmedAt", desk.now().toString())),
        entry("check-ins/i-1/assignment", Map.of("worker", "org08-2")),
        on(handover, "acceptance", Map.of("worker", "org08-1")), on(handover, "decline", Map.of("reason", "NO_CAPACITY")),
        on(handover, "question", Map.of("question", "?")), on(handover, "answer", Map.of("answer", "!")),
        on(handover, "waitlist", Map.of("reviewOn", day)), on(handover, "withdrawal", Map.of()), on(handover, "return", TEXT),
        on(handover, "first-contact", Map.of("at", desk.now().toString(), "how", "VISIT")),
        on(handover, "completion", Map.of("outcome", "GOT_HELP")), entry("links", Map.of("caseId", MISSING)),
        entry("links/" + MISSING + "/removal", Map.of("reason", "別の人")), entry("connection-request", Map.of()));
    acts.forEach((name, body) -> sameAsMissing(name, matter.at(desk).act(name, body), new Matter(desk, MISSING).act(name, body)));
    for (String look : List.of("", "/ledger", "/referrals", "/check-ins", "/abuse-reports", "/call", "/links", "/provisions"))
      sameAsMissing("GET " + look, desk.get(matter.path() + look), desk.get("/api/cases/" + MISSING + look));
    var person = Map.of("pseudonym", "さくら（仮名）");
    sameAsMissing("PUT /person", desk.put(matter.path() + "/person", person), desk.put("/api/cases/" + MISSING + "/person", person));
    assertThat(desk.get("/api/cases?q=" + matter.id()).done().body().path("items")).isEmpty();
  }

  private static Map.Entry<String, Map<String, ?>> on(Handover handover, String act, Map<String, ?> body) {
    return entry("referrals/" + handover.id() + "/" + act, body);
  }

  private static void sameAsMissing(String what, Answer real, Answer missing) {
    assertThat(real.status()).as("%s: %s", what, real).isEqualTo(404);
    assertThat(words(real.body())).as(what).isEqualTo(words(missing.body()));
  }

  /** Without the address that was asked, which the asker knows. */
  private static String words(JsonNode problem) {
    return problem.path("type").asString() + problem.path("title").asString() + problem.path("detail").asString()
        + problem.path("errors") + problem.path("code").asString();
  }
}
