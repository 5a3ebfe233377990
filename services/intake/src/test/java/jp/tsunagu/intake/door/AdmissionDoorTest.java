package jp.tsunagu.intake.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import jp.tsunagu.contracts.BasisKind;

/** Letting single workers in, keeping others out, and breaking the glass. */
class AdmissionDoorTest {
  private static Desk desk;

  @BeforeAll
  static void open() {
    desk = new Desk();
  }

  @AfterAll
  static void close() {
    desk.close();
  }

  private static String opened() {
    var answer = desk.post("org05-1", "/api/cases", Bodies.opening(Bodies.PERSON));
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
    return "/api/cases/" + answer.text("/caseId");
  }

  private static final String MEETING = """
      {"heldOn": "2026-04-01", "members": [{"organisation": "org08", "worker": "org08-1"}], "items": ["NAME"], "reason": "印の付いた理由"}""";

  @Test
  void letsTheNamedMembersOfASupportMeetingInUntilItEnds() {
    String path = opened();
    assertThat(desk.get("org08-1", path).status()).isEqualTo(404);
    var held = desk.post("org05-1", path + "/support-meetings", MEETING);
    assertThat(held.status()).as("%s", held.body()).isEqualTo(201);
    assertThat(desk.get("org08-1", path).text("/person/familyName")).isEqualTo("印付");
    assertThat(desk.get("org08-1", path).body().at("/person/phones").isMissingNode()).isTrue();
    assertThat(desk.get("org08-1", path).body().at("/admissions").isMissingNode()).isTrue();
    assertThat(desk.get("org08-2", path).status()).isEqualTo(404);
    assertThat(desk.get("org05-2", path).text("/admissions/supportMeetings/0/reason")).isEqualTo("印の付いた理由");
    assertThat(desk.post("org05-1", path + "/support-meetings/" + held.text("/meetingId") + "/end", "").status()).isEqualTo(200);
    assertThat(desk.get("org08-1", path).status()).isEqualTo(404);
  }

  @Test
  void namesWhatIsWrongWithAMeeting() {
    String path = opened() + "/support-meetings";
    assertThat(desk.post("org05-1", path, MEETING.replace("org08-1", "org08-9")).text("/errors/0/field")).isEqualTo("members[0]");
    assertThat(desk.post("org05-1", path, MEETING.replace("2026-04-01", "2027-04-01")).text("/errors/0/field")).isEqualTo("heldOn");
    assertThat(desk.post("org05-1", path, MEETING.replace("印の付いた理由", " ")).text("/errors/0/field")).isEqualTo("reason");
    assertThat(desk.post("org05-1", path, "{}").body().at("/errors").valueStream().map(e -> e.at("/field").asString()))
        .containsExactlyInAnyOrder("heldOn", "reason");
    assertThat(desk.post("org08-1", path, MEETING).status()).isEqualTo(404);
  }

  @Test
  void makesTheCaseDisappearForABarredWorker() {
    String path = opened();
    String bar = "{\"organisation\": \"org05\", \"worker\": \"org05-2\", \"reason\": \"印の付いた理由\"}";
    assertThat(desk.get("org05-2", path).status()).isEqualTo(200);
    assertThat(desk.post("org05-1", path + "/barred-workers", bar).status()).isEqualTo(201);
    assertThat(desk.get("org05-2", path).status()).isEqualTo(404);
    assertThat(desk.get("org05-2", path + "/access-log").status()).isEqualTo(404);
    assertThat(desk.send("PUT", "org05-2", path + "/person", "{\"pseudonym\": \"さくら印\"}", Map.of()).status()).isEqualTo(404);
    assertThat(desk.get("org05-1", path).text("/admissions/barredWorkers/0/worker/worker")).isEqualTo("org05-2");
    assertThat(desk.post("org05-1", path + "/barred-workers/org05-2/lifting", "").status()).isEqualTo(200);
    assertThat(desk.get("org05-2", path).status()).isEqualTo(200);
  }

  @Test
  void barsNobodyWhoIsUnknownNorWhoAsks() {
    String path = opened() + "/barred-workers";
    assertThat(desk.post("org05-1", path, "{\"organisation\": \"org05\", \"worker\": \"x\", \"reason\": \"印\"}").text("/errors/0/code"))
        .isEqualTo("unknown-worker");
    assertThat(
        desk.post("org05-1", path, "{\"organisation\": \"org05\", \"worker\": \"org05-1\", \"reason\": \"印\"}").text("/errors/0/code"))
        .isEqualTo("own-self");
    assertThat(desk.post("org05-1", path + "/org05-2/lifting", "").status()).isEqualTo(404);
  }

  @Test
  void opensToTheSecretariatForAReasonAndLogsIt() {
    String path = opened();
    assertThat(desk.get("secretariat", path).status()).isEqualTo(404);
    assertThat(desk.post("secretariat", path + "/break-glass", "{}").text("/errors/0/field")).isEqualTo("reason");
    var broken = desk.post("secretariat", path + "/break-glass", "{\"reason\": \"印の付いた理由\"}");
    assertThat(broken.status()).as("%s", broken.body()).isEqualTo(201);
    assertThat(broken.text("/until")).isNotEmpty();
    assertThat(desk.get("secretariat", path).text("/person/familyName")).isEqualTo("印付");
    assertThat(desk.get("admin", path).status()).isEqualTo(404);
    assertThat(desk.get("org05-1", path + "/access-log").body().toString()).contains("BROKEN_GLASS");
    assertThat(desk.get("org05-1", path).text("/admissions/brokenGlass/0/reason")).isEqualTo("印の付いた理由");
  }

  @Test
  void namesTheFieldOfAWorkerWhoIsNobody() {
    String path = opened();
    for (String blank : List.of("", " ")) {
      assertThat(desk.post("org05-1", path + "/barred-workers",
          "{\"organisation\": \"" + blank + "\", \"worker\": \"org05-2\", \"reason\": \"親族\"}").text("/errors/0/field"))
          .isEqualTo("organisation");
      assertThat(desk.post("org05-1", path + "/support-meetings", MEETING.replace("org08-1", blank)).text("/errors/0/field"))
          .isEqualTo("members[0].worker");
    }
  }

  @Test
  void breaksNoGlassForWhoSupportsPeopleNorOfWhatIsNotThere() {
    String reason = "{\"reason\": \"印の付いた理由\"}";
    assertThat(desk.post("org08-1", opened() + "/break-glass", reason).status()).isEqualTo(404);
    assertThat(desk.post("secretariat", "/api/cases/c-0/break-glass", reason).status()).isEqualTo(404);
  }

  @Test
  void letsAHolderByReferralWriteOnlyWhatItMaySee() {
    String path = opened();
    String caseId = path.substring("/api/cases/".length());
    desk.journeys.proposed(caseId, "org15", BasisKind.CONSENT);
    desk.journeys.handedOver(caseId, "org15");
    String person = "{\"familyName\": \"印付\", \"givenName\": \"花子\"}";
    assertThat(desk.get("org15-1", path).text("/withheldWhy")).isEqualTo("NOT_CONSENTED");
    assertThat(desk.send("PUT", "org15-1", path + "/person", person, Map.of()).text("/code")).isEqualTo("not-told");
    assertThat(desk.post("org15-1", path + "/consents", Bodies.consent("org15", "NAME", "CONTACT")).status()).isEqualTo(201);
    assertThat(desk.get("org15-1", path).text("/person/familyName")).isEqualTo("印付");
    assertThat(desk.send("PUT", "org15-1", path + "/person", person, Map.of()).status()).isEqualTo(200);
  }

  @Test
  void recordsWhatWasToldToWhomForTheHolder() {
    String path = opened();
    String caseId = path.substring("/api/cases/".length());
    desk.post("org05-1", path + "/support-meetings", MEETING);
    desk.journeys.proposed(caseId, "org15", BasisKind.LIFE_BODY);
    var told = desk.get("org05-2", path + "/provisions");
    assertThat(told.status()).as("%s", told.body()).isEqualTo(200);
    assertThat(told.body().at("/items").valueStream().map(i -> i.at("/toOrganisation").asString() + " " + i.at("/basis").asString()))
        .containsExactlyInAnyOrder("org08 SUPPORT_MEETING", "org15 LIFE_BODY");
    assertThat(desk.get("org05-2", path + "/access-log").body().toString()).contains("provisions");
    assertThat(desk.get("org15-1", path + "/provisions").body().at("/items").valueStream().map(i -> i.at("/toOrganisation").asString()))
        .as("whoever was told keeps what they were told").containsExactly("org15");
    desk.journeys.handedOver(caseId, "org15");
    assertThat(desk.get("org05-2", path + "/provisions").body().at("/items")).as("whoever told keeps the record").hasSize(2);
    assertThat(desk.get("org99-1", path + "/provisions").status()).isEqualTo(404);
  }

  @Test
  void tellsARecipientNoPurposeOnceTheConsentIsTakenBack() {
    String path = opened();
    String consent = desk.post("org05-1", path + "/consents", Bodies.consent("org15", "NAME")).text("/consentId");
    desk.journeys.proposed(path.substring("/api/cases/".length()), "org15", BasisKind.CONSENT, consent);
    assertThat(desk.get("org15-1", path + "/provisions").body().toString()).contains("印の付いた目的");
    assertThat(desk.post("org05-1", path + "/consents/" + consent + "/withdrawal", "{}").status()).isEqualTo(200);
    var told = desk.get("org15-1", path + "/provisions").body();
    assertThat(told.toString()).contains("\"withdrawn\":true").doesNotContain("印の付いた目的");
    assertThat(desk.get("org05-2", path + "/provisions").body().toString()).contains("印の付いた目的");
  }

  @Test
  void tellsALaterHolderOfNoReportThatOthersWereAskedFor() {
    String path = opened();
    String caseId = path.substring("/api/cases/".length());
    desk.journeys.proposed(caseId, "org15", BasisKind.CHILD_ABUSE_REPORT);
    desk.journeys.handedOver(caseId, "org08");
    assertThat(desk.get("org08-1", path + "/provisions").body().toString()).contains("org15", "OTHER_LAW").doesNotContain("ABUSE");
    assertThat(desk.get("org15-1", path + "/provisions").body().toString()).contains("CHILD_ABUSE_REPORT");
    assertThat(desk.get("org05-1", path + "/provisions").body().toString()).contains("CHILD_ABUSE_REPORT");
  }
}
