package jp.tsunagu.intake.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import com.mongodb.client.MongoClient;
import com.mongodb.client.model.Filters;

import jp.tsunagu.contracts.BasisKind;
import jp.tsunagu.intake.CaseFile;
import jp.tsunagu.intake.Family;
import jp.tsunagu.intake.sight.CaseAccess;
import jp.tsunagu.journal.CommandHandler;
import jp.tsunagu.testing.DoorClient.Answer;

/** A minor, guardians who are told and not told, people who were not asked, and the report that the law wants. */
class FamilyDoorTest {
  private static final String MINOR = """
      {"familyName": "印付", "givenName": "花子", "ageBand": "TEENS", "phones": ["000-1234-5678"],
       "guardians": [{"name": "印付 一郎", "relation": "FATHER", "implicated": true, "phone": "000-4444-5555"},
                     {"name": "例示 恵", "relation": "RELATIVE", "implicated": false}],
       "others": [{"relation": "SIBLING", "withoutConsent": true, "ageBand": "UNDER_10"}],
       "visitor": {"name": "例示 恵", "relation": "RELATIVE"}}""";
  private static final String REPORT = "{\"reportedAt\": \"2026-04-01T02:40:00Z\", \"office\": \"CHILD_GUIDANCE_CENTRE\"}";
  private static final String RECEIPT = "{\"confirmedAt\": \"2026-04-01T02:55:00Z\", \"receiptNumber\": \"児相-印付-77\"}";
  private static Desk desk;

  @BeforeAll
  static void start() {
    desk = new Desk();
  }

  @AfterAll
  static void stop() {
    desk.close();
  }

  private static String open(String person) {
    var answer = desk.post("org05-1", "/api/cases", Bodies.opening(person));
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
    return "/api/cases/" + answer.text("/caseId");
  }

  private static String idOf(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static Answer opening(String person) {
    return desk.post("org05-1", "/api/cases", Bodies.opening(person));
  }

  private static Answer consent(String path, String more) {
    return desk.post("org05-1", path + "/consents", Bodies.consent("org15", "CONTACT").replaceFirst("\\}$", ", " + more + "}"));
  }

  // ---- who stands around a person ----

  @Test
  void showsTheFamilyToTheHolderAndKeepsItSealed() {
    String path = open(MINOR);
    var read = desk.get("org05-2", path);
    assertThat(read.text("/person/guardians/0/relation")).isEqualTo("FATHER");
    assertThat(read.body().at("/person/guardians/0/implicated").asBoolean()).isTrue();
    assertThat(read.text("/person/guardians/0/phone")).isEqualTo("000-4444-5555");
    assertThat(read.text("/person/others/0/ageBand")).isEqualTo("UNDER_10");
    assertThat(read.body().at("/person/others/0/withoutConsent").asBoolean()).isTrue();
    assertThat(read.text("/person/visitor/name")).isEqualTo("例示 恵");

    var stored = desk.service.getBean(MongoClient.class).getDatabase(desk.database).getCollection("journal_casefile")
        .find(Filters.eq("_id", "casefile-" + idOf(path))).first();
    assertThat(String.valueOf(stored)).contains("sealed").doesNotContain("一郎", "例示", "4444", "FATHER", "SIBLING");
  }

  @Test
  void warnsARecipientWithoutTellingMoreThanWasAgreed() {
    String path = open(MINOR);
    assertThat(consent(path, "\"givenBy\": \"PERSON\"").status()).isEqualTo(201);
    desk.journeys.proposed(idOf(path), "org15", BasisKind.CONSENT);
    var read = desk.get("org15-1", path);
    assertThat(read.text("/person/guardians/0/relation")).isEqualTo("FATHER");
    assertThat(read.body().at("/person/guardians/0/implicated").asBoolean()).isTrue();
    assertThat(read.body().toString()).doesNotContain("一郎", "例示", "others", "visitor");
  }

  @Test
  void namesWhatIsWrongWithAFamily() {
    assertThat(opening(MINOR.replace("\"implicated\": true, ", "")).inWords()).isEqualTo("422 invalid person.guardians[0].implicated");
    assertThat(opening(MINOR.replace("\"FATHER\"", "\"SON\"")).inWords()).isEqualTo("422 invalid person.guardians[0].relation");
    assertThat(opening(MINOR.replace("\"withoutConsent\": true", "\"withoutConsent\": false")).inWords())
        .isEqualTo("422 invalid person.others[0].withoutConsent");
    assertThat(opening(MINOR.replace("\"withoutConsent\": true", "\"name\": \"印付 次郎\"")).inWords())
        .startsWith("400 unknown-field person.others[0].name");
    assertThat(opening(MINOR.replace("\"visitor\": {\"name\": \"例示 恵\", \"relation\": \"RELATIVE\"}",
        "\"visitor\": {\"name\": \"印付 一郎\", \"relation\": \"OTHER\"}"))
        .text("/errors/0/code")).isEqualTo("guardian-implicated");
    assertThat(opening(MINOR.replace("000-1234-5678", "00044445555")).inWords()).isEqualTo("422 invalid person.phones[0]");
    assertThat(opening("{\"pseudonym\": \"さくら印\", \"guardians\": []}").inWords()).isEqualTo("422 invalid person");
  }

  // ---- an edit ----

  private static Answer put(String worker, String path, String person) {
    return desk.send("PUT", worker, path + "/person", person, Map.of());
  }

  private static Family recorded(String path) {
    var caseFiles = (CommandHandler<?, ?, ?>) desk.service.getBean("caseFiles");
    return ((CaseFile.Opened) caseFiles.current(CaseAccess.stream(idOf(path))).state()).person().family();
  }

  /** With name and contact told to its new holder, and no more. */
  private static void handedOver(String path) {
    assertThat(desk.post("org05-1", path + "/consents", Bodies.consent("org15", "NAME", "CONTACT")).status()).isEqualTo(201);
    desk.journeys.proposed(idOf(path), "org15", BasisKind.CONSENT);
    desk.publish("referral", desk.journeys.handedOver(idOf(path), "org15"));
    await().until(() -> desk.get("org15-1", path + "/access-log").status() == 200);
  }

  @Test
  void forgetsNoGuardianByAnEditOfSomebodyElse() {
    String path = open(MINOR);
    String named = "{\"familyName\": \"印付\", \"givenName\": \"花子\"";
    String neighbour = ", \"others\": [], \"visitor\": {\"name\": \"例示 次郎\", \"relation\": \"OTHER\"}}";
    assertThat(put("org05-1", path, named + neighbour).status()).isEqualTo(200);
    assertThat(recorded(path).guardians()).hasSize(2);
    assertThat(recorded(path).others()).isEmpty();
    assertThat(put("org05-1", path, named + ", \"visitor\": {}}").status()).isEqualTo(200);
    assertThat(recorded(path).visitor()).isNull();
    assertThat(put("org05-1", path, named + ", \"phones\": [\"00044445555\"]}").inWords()).isEqualTo("422 guardian-implicated phones[0]");
    assertThat(put("org05-1", path, "{\"pseudonym\": \"さくら印\"}").inWords()).isEqualTo("409 implicated-guardian-kept");
  }

  @Test
  void keepsWhomALaterHolderIsNotShown() {
    String path = open(MINOR);
    handedOver(path);
    var before = recorded(path);
    var read = desk.get("org15-1", path).body().path("person");
    assertThat(read.has("guardians")).isTrue();
    assertThat(read.has("others")).isFalse();
    assertThat(put("org15-1", path, read.toString().replace("花子", "はな子")).status()).isEqualTo(200);
    assertThat(recorded(path)).isEqualTo(before);
  }

  @Test
  void tellsWhoHandedOnThatAGuardianIsNoLongerToBeTold() {
    String trusted = MINOR.replace("\"implicated\": true", "\"implicated\": false").replace("000-1234-5678", "000-4444-5555");
    String path = open(trusted);
    handedOver(path);
    var clock = desk.service.getBean(Surroundings.StandingClock.class);
    clock.putTo(Surroundings.NOW.plusSeconds(3600));
    try {
      assertThat(put("org15-1", path, MINOR).status()).isEqualTo(200);
      var person = desk.get("org05-1", path).body().path("person");
      assertThat(person.at("/guardians/0/implicated").asBoolean()).isTrue();
      assertThat(person.path("phones")).isEmpty();
      assertThat(person.toString()).contains("一郎").doesNotContain("4444", "000-1234-5678");
    } finally {
      clock.putTo(Surroundings.NOW);
    }
  }

  @Test
  void takesAConsentOfAGuardianUnlessTheyAreImplicated() {
    String path = open(MINOR);
    assertThat(consent(path, "\"givenBy\": \"GUARDIAN\", \"guardian\": 0").inWords()).isEqualTo("422 guardian-implicated guardian");
    assertThat(consent(path, "\"givenBy\": \"GUARDIAN\", \"guardian\": 7").inWords()).isEqualTo("422 unknown-guardian guardian");
    assertThat(consent(path, "\"givenBy\": \"GUARDIAN\"").inWords()).isEqualTo("422 invalid guardian");
    assertThat(consent(path, "\"guardian\": 1").inWords()).isEqualTo("422 invalid guardian");
    assertThat(consent(path, "\"givenBy\": \"NEIGHBOUR\"").inWords()).isEqualTo("422 invalid givenBy");
    assertThat(desk.get("org05-1", path).body().path("consents")).isEmpty();
    assertThat(consent(path, "\"givenBy\": \"GUARDIAN\", \"guardian\": 1").status()).isEqualTo(201);
    assertThat(desk.get("org05-1", path).text("/consents/0/givenByGuardian")).isEqualTo("RELATIVE");
  }

  // ---- the report ----

  private static String reported(String path) {
    var answer = desk.post("org05-1", path + "/abuse-reports", REPORT);
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
    assertThat(answer.text("/reportId")).matches("b-[0-9a-z]{26}");
    assertThat(answer.header("etag")).isEqualTo("\"1\"");
    return path + "/abuse-reports/" + answer.text("/reportId");
  }

  @Test
  void recordsAReportAndItsReceipt() {
    String path = open(MINOR);
    String report = reported(path);
    assertThat(desk.post("org05-2", report + "/receipt", RECEIPT).inWords()).isEqualTo("200");
    assertThat(desk.post("org05-2", report + "/receipt", RECEIPT).inWords()).isEqualTo("409 already-received");
    var read = desk.get("org05-1", path + "/abuse-reports");
    assertThat(read.text("/items/0/office")).isEqualTo("CHILD_GUIDANCE_CENTRE");
    assertThat(read.text("/items/0/receipt/receiptNumber")).isEqualTo("児相-印付-77");
    var stored = desk.service.getBean(MongoClient.class).getDatabase(desk.database).getCollection("journal_reports")
        .find(Filters.eq("_id", "reports-" + idOf(path))).first();
    assertThat(String.valueOf(stored)).doesNotContain("児相");
  }

  @Test
  void recordsAReportWhileTheJourneysServiceIsAway() {
    String path = open(MINOR);
    desk.journeys.away = true;
    try {
      reported(path);
    } finally {
      desk.journeys.away = false;
    }
  }

  @Test
  void hidesReportsFromEverybodyTheCaseIsHandedTo() {
    String path = open(MINOR);
    String report = reported(path);
    assertThat(desk.get("org15-1", path + "/abuse-reports").status()).isEqualTo(404);
    assertThat(desk.post("org15-1", path + "/abuse-reports", REPORT).status()).isEqualTo(404);
    desk.journeys.proposed(idOf(path), "org15", BasisKind.CONSENT);
    assertThat(desk.get("org15-1", path + "/abuse-reports").body().path("items")).isEmpty();
    assertThat(desk.post("org15-1", path + "/abuse-reports", REPORT).inWords()).isEqualTo("403 not-the-holder");
    assertThat(desk.post("org15-1", report + "/receipt", RECEIPT).status()).isEqualTo(404);

    desk.publish("referral", desk.journeys.handedOver(idOf(path), "org15"));
    await().until(() -> desk.get("org15-1", path + "/access-log").status() == 200);
    assertThat(desk.get("org15-1", path + "/abuse-reports").body().path("items")).isEmpty();
    assertThat(desk.get("org15-1", path + "/access-log").body().toString()).doesNotContain("report");
    assertThat(desk.post("org15-1", report + "/receipt", RECEIPT).status()).isEqualTo(404);
    assertThat(desk.post("org05-1", report + "/receipt", RECEIPT).status()).as("whoever reported can still confirm").isEqualTo(200);
    assertThat(desk.get("secretariat", path + "/abuse-reports").status()).isEqualTo(404);
  }

  @Test
  void logsALookAtReportsAsALookAtTheCase() {
    String path = open(MINOR);
    String unreported = open(MINOR);
    reported(path);
    for (String one : List.of(path, unreported)) {
      desk.get("org05-2", one);
      desk.get("org05-2", one + "/abuse-reports");
      var looks = desk.get("org05-1", one + "/access-log").body().path("items");
      assertThat(looks).hasSize(2);
      assertThat(looks.get(0)).isEqualTo(looks.get(1));
      assertThat(looks.get(0).toString()).contains("name", "story");
    }
  }

  @Test
  void namesWhatIsWrongWithAReport() {
    String path = open(MINOR);
    assertThat(desk.post("org05-1", path + "/abuse-reports", "{}").body().path("errors")).hasSize(2);
    assertThat(desk.post("org05-1", path + "/abuse-reports", REPORT.replace("2026", "2027")).inWords())
        .isEqualTo("422 in-the-future reportedAt");
    assertThat(desk.post("org05-1", path + "/abuse-reports", REPORT.replace("T02:40:00Z", "")).inWords())
        .isEqualTo("422 invalid reportedAt");
    assertThat(desk.post("org05-1", path + "/abuse-reports", REPORT.replace("CHILD_GUIDANCE_CENTRE", "SCHOOL")).inWords())
        .isEqualTo("422 invalid office");
    String report = reported(path);
    assertThat(desk.post("org05-1", report + "/receipt", "{}").inWords()).isEqualTo("422 invalid confirmedAt");
    assertThat(desk.post("org05-1", report + "/receipt", RECEIPT.replace("児相-印付-77", "<7>")).inWords())
        .isEqualTo("422 invalid receiptNumber");
    assertThat(desk.post("org05-1", report + "/receipt", RECEIPT.replace("02:55", "02:00")).inWords())
        .isEqualTo("422 before-the-report confirmedAt");
    assertThat(desk.post("org05-1", path + "/abuse-reports/b-none/receipt", RECEIPT).status()).isEqualTo(404);
  }
}
