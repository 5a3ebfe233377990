package jp.tsunagu.systemtests;

import static jp.tsunagu.systemtests.Town.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import tools.jackson.databind.JsonNode;

/**
 * 同じ方のほかの相談: one person has come to two desks. Neither tells the other; the secretariat asks both, without learning who it
 * is, and when both agree their cases are linked, and told so in both stories.
 */
@ExtendWith(Town.Here.class)
class LinkedCasesTest {
  private final Desk yell;
  private final Desk colleague;
  private final Desk houboku;
  private final Desk secretariat;

  LinkedCasesTest(Town town) {
    this.yell = town.desk("org05");
    this.colleague = town.worker("org05-2");
    this.houboku = town.desk("org15");
    this.secretariat = town.desk("secretariat");
  }

  @Test
  void connectsTwoDesksThroughTheSecretariat() {
    Matter first = opened(yell, "連結﨑");
    Matter second = opened(houboku, "連結崎");
    var likely = houboku.post("/api/persons/likely-same", person("連結崎")).done().body();
    assertThat(likely.path("elsewhere").asBoolean()).isTrue();
    assertThat(likely.toString()).doesNotContain(first.id(), "org05");

    assertThat(second.act("connection-request", Map.of()).status()).isEqualTo(202);
    eventually(() -> assertThat(secretariat.heard(second)).containsExactly("CONNECTION_REQUESTED"));
    JsonNode waiting = secretariat.get("/api/connections").done().body().path("items").valueStream()
        .filter(i -> i.toString().contains(second.id())).findFirst().orElseThrow();
    assertThat(waiting.toString()).contains(first.id(), "org05", "org15").doesNotContain("連結", "レンケツ", "1991-02-03");

    String connection = "/api/connections/" + waiting.path("connectionId").asString();
    secretariat.post(connection + "/proposal", Map.of()).done();
    eventually(() -> assertThat(yell.heard(first)).contains("CONNECTION_PROPOSED"));
    eventually(() -> assertThat(houboku.heard(second)).contains("CONNECTION_PROPOSED"));
    yell.post(connection + "/agreement", Map.of()).done();
    assertThat(linked(second)).isEmpty();
    houboku.post(connection + "/agreement", Map.of()).done();

    eventually(() -> assertThat(linked(first)).containsExactly(second.id()));
    eventually(() -> assertThat(linked(second)).containsExactly(first.id()));
    eventually(() -> assertThat(first.ledger().story()).contains("intake.agreement-asked", "intake.case-linked"));
    eventually(() -> assertThat(second.ledger().story()).contains("intake.connection-noted", "intake.case-linked"));
    eventually(() -> assertThat(yell.heard(first)).contains("LINK_CHANGED"));
    assertThat(yell.get(second.path()).status()).as("a link shows nothing of the other case").isEqualTo(404);

    assertThat(story(first)).contains(second.id());
    second.act("barred-workers", Map.of("organisation", "org05", "worker", "org05-1", "reason", "親族（架空）")).done();
    eventually(() -> assertThat(story(first)).as("whoever is barred from a case does not learn of it by its neighbour either")
        .doesNotContain(second.id()));

    Map<String, ?> reason = Map.of("reason", "別の人だった（架空）");
    assertThat(first.act("links/" + second.id() + "/removal", reason).status()).as("nor takes the link back").isEqualTo(404);
    first.at(colleague).act("links/" + second.id() + "/removal", reason).done();
    eventually(() -> assertThat(linked(second)).isEmpty());
    eventually(() -> assertThat(second.ledger().story()).contains("intake.case-unlinked"));
  }

  private static String story(Matter matter) {
    return matter.desk().get(matter.path() + "/ledger").done().body().toString();
  }

  private static List<String> linked(Matter matter) {
    return matter.desk().get(matter.path() + "/links").done().body().path("items").valueStream().map(i -> i.path("caseId").asString())
        .toList();
  }

  private static Matter opened(Desk desk, String family) {
    var opened = desk.post("/api/cases", Map.of("person", person(family), "worries", List.of(), "channel", "WALK_IN", "urgency", "NORMAL"));
    return new Matter(desk, opened.id("caseId"));
  }

  private static Map<String, ?> person(String family) {
    return Map.of("familyName", family, "givenName", "太郎", "familyNameKana", "レンケツザキ", "givenNameKana", "タロウ", "birthDate", "1991-02-03");
  }
}
