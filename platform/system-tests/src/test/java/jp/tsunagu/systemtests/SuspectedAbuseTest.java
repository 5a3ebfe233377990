package jp.tsunagu.systemtests;

import static jp.tsunagu.systemtests.Matter.on;
import static jp.tsunagu.systemtests.Town.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import tools.jackson.databind.JsonNode;

/**
 * 未成年: an ordinary call of a minor stays where it was taken. Where abuse is suspected the report is made by telephone; the system
 * keeps its time and sees to it that somebody confirms the receipt, and nobody else learns of it.
 */
@ExtendWith(Town.Here.class)
class SuspectedAbuseTest {
  private static final Map<String, ?> MINOR = Map.of("familyName", "架空", "givenName", "小太郎", "ageBand", "TEENS", "guardians",
      List.of(Map.of("name", "架空 一郎", "relation", "FATHER", "implicated", true, "phone", "000-0000-0009"),
          Map.of("name", "例示 恵", "relation", "RELATIVE", "implicated", false)));

  private final Town town;
  private final Desk yell;
  private final Desk houboku;

  SuspectedAbuseTest(Town town) {
    this.town = town;
    this.yell = town.desk("org05");
    this.houboku = town.desk("org15");
  }

  private Matter minor() {
    return new Matter(yell, yell.post("/api/cases", Map.of("person", MINOR, "worries", List.of(Map.of("kind", "FAMILY", "main", true)),
        "story", "家に帰りたくない（架空）", "channel", "PHONE", "urgency", "NORMAL")).id("caseId"));
  }

  private Answer agreed(Matter child, int guardian) {
    return child.act("consents", Map.of("recipient", "org15", "purpose", "居場所を紹介するため（架空）", "items", List.of("NAME", "WORRIES"), "how",
        "WRITTEN", "givenOn", town.today().toString(), "language", "ja", "givenBy", "GUARDIAN", "guardian", guardian));
  }

  @Test
  void leavesNothingOfAnOrdinaryCall() {
    Matter child = minor();
    child.propose("org15-1", Map.of("kind", "CONSENT")).refusedFor("basis.consentId", "required");
    child.propose("org15-1", Map.of("kind", "SUPPORT_MEETING")).refusedFor("basis.reason", "required");
    agreed(child, 0).refusedFor("guardian", "guardian-implicated");
    eventually(() -> assertThat(child.ledger().nextStep().path("what").asString()).isEqualTo("NEXT_STEP"));
    assertThat(child.ledger().body().path("parties").valueStream().map(JsonNode::asString)).containsExactly("org05");
    assertThat(child.ledger().referrals()).isEmpty();
    assertThat(houboku.heard(child)).isEmpty();
    assertThat(houboku.get(child.path()).status()).isEqualTo(404);
  }

  @Test
  void goesWithATrustedGuardiansConsentAndAWarning() {
    Matter child = minor();
    String consent = agreed(child, 1).id("consentId");
    child.propose("org15-1", on(consent)).done();
    eventually(() -> {
      var seen = houboku.get(child.path()).done().body().path("person");
      assertThat(seen.at("/guardians/0/implicated").asBoolean()).isTrue();
      assertThat(seen.toString()).doesNotContain("000-0000-0009");
    });
  }

  @Test
  void climbsUntilTheReceiptOfAReportIsConfirmed() {
    Matter child = minor();
    String report = child.act("abuse-reports", Map.of("reportedAt", town.now().toString(), "office", "CHILD_GUIDANCE_CENTRE"))
        .id("reportId");
    eventually(() -> assertThat(yell.owes(child)).anySatisfy(i -> assertThat(i.path("what").asString()).isEqualTo("REPORT_RECEIPT")));
    for (String rung : List.of("WORKER org05-1", "DEPUTY org05-2", "MANAGER org05-m", "SECRETARIAT secretariat")) {
      town.pass(Duration.ofHours(2).plusMinutes(1));
      eventually(() -> assertThat(child.ledger().climbed()).contains(rung));
    }
    var notice = yell.told(child).stream().filter(n -> n.path("kind").asString().equals("DEADLINE_PASSED")).findFirst().orElseThrow();
    assertThat(notice.toString()).doesNotContain("CHILD_GUIDANCE_CENTRE", "虐待");
    child.act("abuse-reports/" + report + "/receipt", Map.of("confirmedAt", town.now().toString(), "receiptNumber", "架空-1")).done();
    eventually(() -> assertThat(yell.owes(child)).noneMatch(i -> i.path("what").asString().equals("REPORT_RECEIPT")));
    int told = child.ledger().climbed().size();
    town.pass(Duration.ofHours(5));
    assertThat(child.ledger().story()).contains("intake.abuse-reported", "intake.abuse-report-received");
    assertThat(child.ledger().climbed()).hasSize(told);
  }

  @Test
  void tellsALaterHolderNothingOfTheReport() {
    Matter child = minor();
    child.act("abuse-reports", Map.of("reportedAt", town.now().toString(), "office", "POLICE")).done();
    eventually(() -> assertThat(child.ledger().story()).contains("intake.abuse-reported"));
    var handover = child.handover(child.propose("org15-1", on(agreed(child, 1).id("consentId"))).id("referralId")).at(houboku);
    eventually(() -> assertThat(houboku.owes(handover.matter())).isNotEmpty());
    handover.accept("org15-1").done();
    town.pass(Duration.ofHours(2).plusMinutes(1));
    eventually(() -> assertThat(child.ledger().climbed()).contains("WORKER org05-1"));
    var theirs = handover.matter();
    assertThat(theirs.ledger().holder()).isEqualTo("org15-1");
    assertThat(theirs.ledger().body().toString()).doesNotContain("abuse", "REPORT_RECEIPT", "report-receipt", "reports-", "\"b-");
    assertThat(theirs.ledger().climbed()).isEmpty();
    assertThat(houboku.get(theirs.path() + "/abuse-reports").done().body().path("items")).isEmpty();
    assertThat(houboku.get(theirs.path() + "/access-log").done().body().toString()).doesNotContain("abuse", "report");
  }
}
