package jp.tsunagu.systemtests;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

import tools.jackson.databind.JsonNode;

/** One worker at work: what they owe, what they are told, and the cases they open. */
final class Desk {
  private final Door door;
  private final InstantSource clock;

  /** @param clock of the system behind the door */
  Desk(Door door, InstantSource clock) {
    this.door = door;
    this.clock = clock;
  }

  Instant now() {
    return clock.instant();
  }

  LocalDate today() {
    return Town.dayOf(now());
  }

  Answer get(String path) {
    return door.get(path);
  }

  Answer post(String path, Map<String, ?> body) {
    return door.send("POST", path, UUID.randomUUID().toString(), body);
  }

  /** @param key the same for a request and its repetition */
  Answer post(String path, Map<String, ?> body, String key) {
    return door.send("POST", path, key, body);
  }

  Answer put(String path, Map<String, ?> body) {
    return door.send("PUT", path, UUID.randomUUID().toString(), body);
  }

  String token() {
    return door.token();
  }

  /** Asks for a new token. */
  Answer logsIn() {
    return door.logIn();
  }

  /** 相談受付 of a fictional person whose main worry this is. */
  Matter opens(String worry) {
    var person = Map.of("familyName", "架空", "givenName", "太郎", "familyNameKana", "カクウ", "givenNameKana", "タロウ", "birthDate", "2001-04-02",
        "phones", List.of("000-0000-0001"), "address", Map.of("postcode", "803-0000", "text", "北九州市見本区例示町1丁目"), "language", "ja");
    var opened = post("/api/cases", Map.of("person", person, "worries", List.of(Map.of("kind", worry, "main", true)), "story",
        "職場に出られない（架空の文章です）", "wishes", "安心して暮らしたい", "channel", "WALK_IN", "urgency", "NORMAL"));
    return new Matter(this, opened.id("caseId"));
  }

  /** What this worker owes in a case, what becomes a gap first in front. */
  List<JsonNode> owes(Matter matter) {
    return of(matter, "/api/worklist", item -> !item.path("kind").asString().equals("ACKNOWLEDGE"));
  }

  /** What this worker was told about a case, the newest first. */
  List<JsonNode> told(Matter matter) {
    return of(matter, "/api/notices?caseId=" + matter.id(), _ -> true);
  }

  /** Of the notices about a case: their kinds, the newest first. */
  List<String> heard(Matter matter) {
    return told(matter).stream().map(n -> n.path("kind").asString()).toList();
  }

  private List<JsonNode> of(Matter matter, String path, Predicate<JsonNode> which) {
    return get(path).done().body().path("items").valueStream().filter(i -> i.path("caseId").asString().equals(matter.id())).filter(which)
        .toList();
  }

  void acknowledges(JsonNode notice) {
    post("/api/notices/" + notice.path("noticeId").asString() + "/acknowledgement", Map.of()).done();
  }
}
