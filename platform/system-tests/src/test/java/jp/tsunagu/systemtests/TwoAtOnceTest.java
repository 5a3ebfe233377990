package jp.tsunagu.systemtests;

import static jp.tsunagu.systemtests.Town.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A person from abroad: what is shared is explained in their language, two organisations are asked at once while one holds, and
 * nobody waits in a room without somebody who interprets.
 */
@ExtendWith(Town.Here.class)
class TwoAtOnceTest {
  private final Desk yell;
  private final Desk housing;
  private final Desk work;

  TwoAtOnceTest(Town town) {
    this.yell = town.desk("org05");
    this.housing = town.desk("org15");
    this.work = town.desk("org14");
  }

  @Test
  void asksTwoOrganisationsWhileOneHolds() {
    Matter person = opened();
    String toHousing = consent(person, "org15", "vi");
    String toWork = consent(person, "org14", "ja-x-easy");
    Handover first = person.handover(propose(person, "org15", "org15-1", "HOUSING", toHousing, "NEEDED"));
    Handover second = person.handover(propose(person, "org14", "org14-1", "JOB_SEARCH", toWork, "BOOKED"));
    eventually(() -> assertThat(person.ledger().stateOf(first)).isEqualTo("PROPOSED"));
    assertThat(person.ledger().unbrokenRibbon()).containsExactly("org05-1");

    // Each sees what was explained for it, and that somebody has to interpret.
    Answer seen = housing.get("/api/cases/" + person.id()).done();
    assertThat(seen.body().at("/person/language").asString()).isEqualTo("vi");
    assertThat(seen.body().at("/consents/0/language").asString()).isEqualTo("vi");
    assertThat(work.get("/api/cases/" + person.id()).done().body().at("/consents/0/language").asString()).isEqualTo("ja-x-easy");
    assertThat(seen.body().at("/person/phones").isMissingNode()).isTrue();

    // Nobody interprets at the one: both workers are told. At the other somebody is booked.
    first.at(housing).accept("org15-1").done();
    eventually(() -> assertThat(yell.heard(person)).contains("INTERPRETER_NEEDED"));
    eventually(() -> assertThat(housing.heard(person)).contains("INTERPRETER_NEEDED"));
    eventually(() -> assertThat(person.ledger().unbrokenRibbon()).containsExactly("org05-1", "org15-1"));
    second.at(work).accept("org14-1").done();
    eventually(() -> assertThat(work.heard(person)).doesNotContain("INTERPRETER_NEEDED").contains("REFERRAL_PROPOSED"));
    eventually(() -> assertThat(person.ledger().stateOf(second)).isEqualTo("ACCEPTED"));

    // What the person agreed to for the one, the other does not learn.
    assertThat(new Matter(work, person.id()).ledger().body().at("/consents").valueStream().map(c -> c.path("recipient").asString()))
        .containsOnly("org14");
  }

  private Matter opened() {
    var person = Map.of("familyName", "架空", "givenName", "リン", "familyNameKana", "カクウ", "givenNameKana", "リン", "phones",
        List.of("000-0000-0007"), "language", "vi");
    var opening = yell.post("/api/cases", Map.of("person", person, "worries", List.of(Map.of("kind", "HOUSING", "main", true)), "story",
        "部屋が見つからない（架空の文章です）", "wishes", "", "channel", "WALK_IN", "urgency", "NORMAL"));
    return new Matter(yell, opening.id("caseId"));
  }

  private String consent(Matter person, String recipient, String language) {
    return yell.post("/api/cases/" + person.id() + "/consents", Map.of("recipient", recipient, "purpose", "くらしの相談のため（架空）", "items",
        List.of("NAME", "WORRIES", "SUMMARY"), "how", "READ_ALOUD", "givenOn", yell.today().toString(), "language", language))
        .id("consentId");
  }

  private String propose(Matter person, String to, String worker, String need, String consent, String interpreter) {
    return yell.post("/api/cases/" + person.id() + "/referrals",
        Map.of("toOrganisation", to, "toWorker", worker, "need", need, "reason", "つながるため（架空）", "summary", "概要（架空）", "urgency", "NORMAL",
            "basis", Map.of("kind", "CONSENT", "consentId", consent), "interpreter", interpreter))
        .id("referralId");
  }
}
