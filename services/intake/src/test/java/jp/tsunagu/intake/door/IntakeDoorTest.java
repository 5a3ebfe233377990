package jp.tsunagu.intake.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;

import jp.tsunagu.contracts.BasisKind;
import jp.tsunagu.intake.Standing;
import jp.tsunagu.intake.sight.ParticipantsProjection;
import jp.tsunagu.runtime.access.VerifyAccessLog;

/** The desk's door, over HTTP, on the real store and broker. */
class IntakeDoorTest {
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
    return answer.text("/caseId");
  }

  private static String consented(String caseId, String recipient, String... items) {
    var answer = desk.post("org05-1", "/api/cases/" + caseId + "/consents", Bodies.consent(recipient, items));
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
    return answer.text("/consentId");
  }

  // ---- opening ----

  @Test
  void opensACaseAndShowsItToItsHolder() {
    var opened = desk.post("org05-1", "/api/cases", Bodies.opening(Bodies.PERSON));
    assertThat(opened.status()).isEqualTo(201);
    assertThat(opened.text("/caseId")).matches("c-[0-9a-z]{26}");
    assertThat(opened.header("etag")).isEqualTo("\"1\"");

    var read = desk.get("org05-2", "/api/cases/" + opened.text("/caseId"));
    assertThat(read.header("etag")).isEqualTo("\"1\"");
    assertThat(read.text("/person/familyNameKana")).isEqualTo("シルシツキ");
    assertThat(read.text("/person/givenNameKana")).isEqualTo("ハナコ");
    assertThat(read.text("/person/address/postcode")).isEqualTo("803-0000");
    assertThat(read.text("/openedBy/worker")).isEqualTo("org05-1");
    assertThat(read.text("/openedAt")).isEqualTo("2026-04-01T03:00:00Z");
    assertThat(read.text("/worries/0/kind")).isEqualTo("TROUBLE_AT_WORK");
    assertThat(read.body().at("/worries/1/main").asBoolean()).isFalse();
    assertThat(read.text("/story")).isEqualTo("印の付いた話");
    assertThat(read.body().at("/withheld").isEmpty()).isTrue();
  }

  @Test
  void opensACaseForAPseudonymOrForNobody() {
    assertThat(desk.get("org05-1", "/api/cases/" + open("{\"pseudonym\": \"さくら印\"}")).text("/person/pseudonym")).isEqualTo("さくら印");
    assertThat(desk.get("org05-1", "/api/cases/" + open("{\"anonymous\": true}")).body().at("/person/anonymous").asBoolean()).isTrue();
  }

  @Test
  void answersARepeatedOpeningWithTheSameCase() {
    var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
    var first = desk.send("POST", "org05-1", "/api/cases", Bodies.opening(Bodies.PERSON), key);
    var again = desk.send("POST", "org05-1", "/api/cases", Bodies.opening(Bodies.PERSON), key);
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first.body());

    var other = desk.send("POST", "org05-1", "/api/cases", Bodies.opening("{\"anonymous\": true}"), key);
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.text("/code")).isEqualTo("idempotency-key-reused");
  }

  @Test
  void letsOnlyCaseworkersOfActiveOrganisationsOpen() {
    assertThat(desk.post("secretariat", "/api/cases", Bodies.opening(Bodies.PERSON)).status()).isEqualTo(403);
    assertThat(desk.post("admin", "/api/cases", Bodies.opening(Bodies.PERSON)).status()).isEqualTo(403);
    assertThat(desk.post("org99-1", "/api/cases", Bodies.opening(Bodies.PERSON)).text("/code")).isEqualTo("not-active");
    assertThat(desk.post("org15-1", "/api/cases", Bodies.opening(Bodies.PERSON)).status()).isEqualTo(201);
  }

  @Test
  void namesEveryWrongFieldAtOnceAndRepeatsNoneOfThem() {
    var answer = desk.post("org05-1", "/api/cases",
        """
            {"person": {"familyName": "印付", "familyNameKana": "漢字", "phones": ["000-1234-5678", "12"], "email": "marked.person", "address": {"postcode": "80"},
             "birthDate": "1999-99-09", "ageBand": "印の付いた"}, "worries": [{"kind": "DEBT", "main": true}, {"kind": "DEBT"}], "channel": "印", "urgency": "NORMAL"}""");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body().at("/errors").valueStream().map(e -> e.at("/field").asString())).containsExactlyInAnyOrder("person.givenName",
        "person.familyNameKana", "person.phones[1]", "person.email", "person.address.postcode", "person.address.text", "person.birthDate",
        "person.ageBand",
        "worries[1].kind", "channel");
    assertThat(answer.body().toString()).doesNotContain(Bodies.MARKS).doesNotContain("1999-99-09");
  }

  @Test
  void refusesWhatItCannotRead() {
    assertThat(desk.post("org05-1", "/api/cases", "{\"person\":").status()).isEqualTo(400);
    assertThat(desk.post("org05-1", "/api/cases", Bodies.opening("{\"anonymous\": \"yes\"}")).status()).isEqualTo(400);
    assertThat(desk.post("org05-1", "/api/cases", Bodies.opening("{\"familyName\": 7}")).status()).isEqualTo(400);
    var unknown = desk.post("org05-1", "/api/cases", Bodies.opening("{\"familyName\": \"印付\", \"nickname\": \"花\"}"));
    assertThat(unknown.status()).isEqualTo(400);
    assertThat(unknown.text("/errors/0/field")).isEqualTo("person.nickname");
    assertThat(desk.send("POST", "org05-1", "/api/cases", "x", Map.of("Content-Type", "text/plain")).status()).isEqualTo(415);
    for (String other : List.of("application/yaml", "application/cbor", "application/xml"))
      assertThat(desk.send("POST", "org05-1", "/api/cases/search", "q: a\nq: b", Map.of("Content-Type", other)).status()).as(other)
          .isEqualTo(415);
    assertThat(desk.post("org05-1", "/api/cases", Bodies.opening("\"" + "x".repeat(300_000) + "\"")).status()).isEqualTo(413);
    assertThat(desk.post("org05-1", "/api/cases", Bodies.opening("{\"pseudonym\": \"さくら印\", \"anonymous\": true}")).text("/errors/0/code"))
        .isEqualTo("mixed");
  }

  // ---- changing ----

  @Test
  void replacesThePersonOnTheVersionTheCallerSaw() {
    String person = "/api/cases/" + open(Bodies.PERSON) + "/person";
    var stale = desk.send("PUT", "org05-1", person, "{\"pseudonym\": \"さくら印\"}", Map.of("If-Match", "\"7\""));
    assertThat(stale.status()).isEqualTo(412);
    var done = desk.send("PUT", "org05-1", person, "{\"pseudonym\": \"さくら印\"}", Map.of("If-Match", "\"1\""));
    assertThat(done.status()).isEqualTo(200);
    assertThat(done.body().at("/version").asInt()).isEqualTo(2);
    assertThat(done.header("etag")).isEqualTo("\"2\"");
    var wrong = desk.send("PUT", "org05-1", person, "{\"familyName\": \"印付\", \"givenName\": \"花子\", \"phones\": [\"1\"]}", Map.of());
    assertThat(wrong.text("/errors/0/field")).isEqualTo("phones[0]");
    assertThat(desk.send("PUT", "org05-1", person, "{\"anonymous\": true}", Map.of()).text("/code")).isEqualTo("person-known");
  }

  @Test
  void keepsAPersonSentBackAsItWasRead() {
    String caseId = open(Bodies.PERSON);
    var read = desk.get("org05-1", "/api/cases/" + caseId).body().at("/person").toString();
    var back = desk.send("PUT", "org05-1", "/api/cases/" + caseId + "/person", read, Map.of());
    assertThat(back.status()).isEqualTo(200);
    assertThat(back.body().at("/version").asInt()).isEqualTo(1);
  }

  @Test
  void recordsConsentsForActiveOrganisationsOnly() {
    String consents = "/api/cases/" + open(Bodies.PERSON) + "/consents";
    assertThat(desk.post("org05-1", consents, Bodies.consent("org99", "NAME")).text("/errors/0/field")).isEqualTo("recipient");
    assertThat(desk.post("org05-1", consents, Bodies.consent("nowhere", "NAME")).text("/code")).isEqualTo("unknown-organisation");
    assertThat(desk.post("org05-1", consents, Bodies.consent("org15", "NAME", "SHOE_SIZE")).text("/errors/0/field")).isEqualTo("items[1]");
    assertThat(desk.post("org05-1", consents, Bodies.consent("org15", "NAME").replace("2026-04-01", "2026-04-02")).text("/errors/0/field"))
        .isEqualTo("givenOn");
    assertThat(desk.post("org05-1", consents, Bodies.consent("org15").replace("[\"\"]", "[]")).text("/errors/0/field")).isEqualTo("items");
  }

  @Test
  void answersARepeatedConsentAsBeforeEvenWhenTheCaseHasMovedOn() {
    String consents = "/api/cases/" + open(Bodies.PERSON) + "/consents";
    var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
    var first = desk.send("POST", "org05-1", consents, Bodies.consent("org15", "NAME"), key);
    String caseId = consents.split("/")[3];
    desk.journeys.proposed(caseId, "org15", BasisKind.SUPPORT_MEETING);
    desk.publish("referral", desk.journeys.handedOver(caseId, "org15"));
    var participants = desk.service.getBean(ParticipantsProjection.class);
    await().until(() -> participants.of(caseId).filter(p -> p.standingOf("org15") == Standing.HOLDER).isPresent());
    var again = desk.send("POST", "org05-1", consents, Bodies.consent("org15", "NAME"), key);
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(desk.post("org05-1", consents, Bodies.consent("org08", "NAME")).text("/code")).isEqualTo("not-the-holder");
  }

  @Test
  void withdrawsAConsentOnce() {
    String caseId = open(Bodies.PERSON);
    String withdrawal = "/api/cases/" + caseId + "/consents/" + consented(caseId, "org15", "NAME") + "/withdrawal";
    assertThat(desk.send("POST", "org05-1", withdrawal, null, Map.of()).body().at("/version").asInt()).isEqualTo(3);
    assertThat(desk.post("org05-1", withdrawal, "{}").text("/code")).isEqualTo("already-withdrawn");
    assertThat(desk.post("org05-1", withdrawal.replace("/k-", "/k-0"), "{}").status()).isEqualTo(404);
  }

  // ---- who sees what ----

  @Test
  void doesNotExistForStrangers() {
    String caseId = open(Bodies.PERSON);
    for (String stranger : new String[]{"org15-1", "secretariat", "admin", "city-1"}) {
      assertThat(desk.get(stranger, "/api/cases/" + caseId).body().toString().replace(caseId, "c-unknown"))
          .isEqualTo(desk.get(stranger, "/api/cases/c-unknown").body().toString());
      assertThat(desk.get(stranger, "/api/cases/" + caseId).status()).isEqualTo(404);
      assertThat(desk.send("PUT", stranger, "/api/cases/" + caseId + "/person", "{\"pseudonym\": \"さくら印\"}", Map.of()).status())
          .isEqualTo(404);
      assertThat(desk.post(stranger, "/api/cases/" + caseId + "/consents", Bodies.consent("org15", "NAME")).status()).isEqualTo(404);
      assertThat(desk.post(stranger, "/api/cases/" + caseId + "/consents/k-1/withdrawal", "{}").status()).isEqualTo(404);
      assertThat(
          desk.send("POST", stranger, "/api/cases/" + caseId + "/consents/k-1/withdrawal", "{}", Map.of("If-Match", "\"9\"")).status())
          .isEqualTo(404);
    }
  }

  @Test
  void showsAReceiverItemByItemWhatItsConsentNames() {
    String caseId = open(Bodies.PERSON);
    consented(caseId, "org15", "NAME", "WORRIES");
    desk.journeys.proposed(caseId, "org15", BasisKind.CONSENT);
    var seen = desk.get("org15-1", "/api/cases/" + caseId);
    assertThat(seen.text("/person/familyName")).isEqualTo("印付");
    assertThat(seen.text("/worries/0/kind")).isEqualTo("TROUBLE_AT_WORK");
    assertThat(seen.body().toString()).doesNotContain("000-1234-5678", "marked.person", "印付町", "印の付いた話", "印の付いた望み");
    assertThat(seen.body().at("/withheld").valueStream().map(i -> i.asString())).containsExactlyInAnyOrder("CONTACT", "SUMMARY", "HISTORY");
    assertThat(seen.text("/withheldWhy")).isEqualTo("NOT_CONSENTED");
    assertThat(desk.send("PUT", "org15-1", "/api/cases/" + caseId + "/person", "{\"pseudonym\": \"さくら印\"}", Map.of()).text("/code"))
        .isEqualTo("not-the-holder");
  }

  @Test
  void showsAReceiverNothingAfterTheConsentWasWithdrawn() {
    String caseId = open(Bodies.PERSON);
    String consent = consented(caseId, "org15", "NAME", "CONTACT", "WORRIES", "SUMMARY", "HISTORY");
    desk.journeys.proposed(caseId, "org15", BasisKind.CONSENT);
    assertThat(desk.get("org15-1", "/api/cases/" + caseId).text("/story")).isEqualTo("印の付いた話");
    desk.post("org05-1", "/api/cases/" + caseId + "/consents/" + consent + "/withdrawal", "{}");

    var seen = desk.get("org15-1", "/api/cases/" + caseId);
    assertThat(seen.status()).isEqualTo(200);
    assertThat(seen.body().at("/person").isNull()).isTrue();
    assertThat(seen.text("/withheldWhy")).isEqualTo("CONSENT_WITHDRAWN");
    assertThat(seen.body().toString()).doesNotContain("印付", "印の付いた話", "印の付いた望み");
  }

  @Test
  void showsAReceiverEverythingOnAnotherBasis() {
    String caseId = open(Bodies.PERSON);
    desk.journeys.proposed(caseId, "org15", BasisKind.SUPPORT_MEETING);
    assertThat(desk.get("org15-1", "/api/cases/" + caseId).text("/person/phones/0")).isEqualTo("000-1234-5678");
  }

  @Test
  void letsTheNextHolderChangeThePersonAndTheFormerOneSeeThePersonAsOfThen() {
    String caseId = open(Bodies.PERSON);
    desk.journeys.proposed(caseId, "org15", BasisKind.SUPPORT_MEETING);
    desk.journeys.handedOver(caseId, "org15");
    var changed = desk.send("PUT", "org15-1", "/api/cases/" + caseId + "/person", "{\"pseudonym\": \"さくら印\"}", Map.of());
    assertThat(changed.status()).isEqualTo(200);
    assertThat(desk.get("org15-1", "/api/cases/" + caseId).text("/person/pseudonym")).isEqualTo("さくら印");
  }

  @Test
  void hearsTheJourneyOverTheBroker() {
    String caseId = open(Bodies.PERSON);
    desk.publish("referral", desk.journeys.opened(caseId));
    desk.publish("referral", desk.journeys.proposed(caseId, "org15", BasisKind.LIFE_BODY));
    var participants = desk.service.getBean(ParticipantsProjection.class);
    await().untilAsserted(() -> assertThat(participants.of(caseId).orElseThrow().standingOf("org15")).isEqualTo(Standing.PARTICIPANT));
  }

  @Test
  void answersWithWhatItKnowsWhileTheJourneysServiceIsAway() {
    String caseId = open(Bodies.PERSON);
    desk.journeys.away = true;
    try {
      assertThat(desk.get("org05-1", "/api/cases/" + caseId).status()).isEqualTo(200);
      assertThat(desk.get("org15-1", "/api/cases/" + caseId).status()).isEqualTo(404);
    } finally {
      desk.journeys.away = false;
    }
  }

  // ---- names and search ----

  @Test
  void namesOnlyThosePeopleWhoseNameTheCallerMaySee() {
    String named = open(Bodies.PERSON);
    String contactOnly = open(Bodies.PERSON);
    String foreign = open(Bodies.PERSON);
    String anonymous = open("{\"anonymous\": true}");
    consented(named, "org15", "NAME");
    consented(contactOnly, "org15", "CONTACT");
    for (String caseId : new String[]{named, contactOnly, anonymous})
      desk.journeys.proposed(caseId, "org15", caseId.equals(anonymous) ? BasisKind.LIFE_BODY : BasisKind.CONSENT);
    var answer = desk.post("org15-1", "/api/cases/names",
        "{\"caseIds\": [\"%s\", \"%s\", \"%s\", \"%s\", \"c-unknown\"]}".formatted(named, contactOnly, foreign, anonymous));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().at("/items").toString())
        .isEqualTo("[{\"caseId\":\"%s\",\"label\":\"印付 花子\"},{\"caseId\":\"%s\",\"label\":\"匿名\"}]".formatted(named, anonymous));
    assertThat(desk.post("org15-1", "/api/cases/names", "{}").text("/errors/0/field")).isEqualTo("caseIds");
  }

  @Test
  void findsAPersonForThoseWhoMaySeeWhatIsSearchedBy() {
    String caseId = open(Bodies.PERSON.replace("印付", "唯一").replace("000-1234-5678", "000-1111-2222"));
    consented(caseId, "org15", "NAME");
    desk.publish("referral", desk.journeys.opened(caseId));
    desk.journeys.proposed(caseId, "org15", BasisKind.CONSENT);
    desk.get("org15-1", "/api/cases/" + caseId);
    assertThat(found("org05-1", "唯一")).contains(caseId);
    assertThat(found("org05-1", "00011112222")).contains(caseId);
    assertThat(found("org15-1", "唯一　花子")).contains(caseId);
    assertThat(found("org15-1", "00011112222")).doesNotContain(caseId);
    assertThat(found("org08-1", "唯一")).doesNotContain(caseId);
  }

  private static String found(String worker, String q) {
    var answer = desk.post(worker, "/api/cases/search", "{\"q\": \"" + q + "\"}");
    assertThat(answer.status()).isEqualTo(200);
    return answer.body().at("/items").toString();
  }

  @Test
  void narrowsAListToAWorryForThoseWhoMaySeeTheWorries() {
    String told = open(Bodies.PERSON);
    String untold = open(Bodies.PERSON);
    String foreign = open(Bodies.PERSON);
    consented(told, "org15", "WORRIES");
    consented(untold, "org15", "NAME");
    for (String caseId : new String[]{told, untold}) {
      desk.publish("referral", desk.journeys.opened(caseId));
      desk.journeys.proposed(caseId, "org15", BasisKind.CONSENT);
      desk.get("org15-1", "/api/cases/" + caseId);
    }
    String all = "\"caseIds\": [\"%s\", \"%s\", \"%s\", \"c-unknown\"]".formatted(told, untold, foreign);
    assertThat(troubled("org15-1", "DEBT", all)).isEqualTo("[\"" + told + "\"]");
    assertThat(troubled("org15-1", "CARE", all)).isEqualTo("[]");
    assertThat(troubled("org05-1", "DEBT", all)).contains(told, untold, foreign);
    assertThat(troubled("org08-1", "DEBT", all)).isEqualTo("[]");
    assertThat(desk.post("org15-1", "/api/cases/worries", "{" + all + "}").text("/errors/0/field")).isEqualTo("worry");
    assertThat(desk.post("org15-1", "/api/cases/worries", "{\"worry\": \"CARE\"}").text("/errors/0/field")).isEqualTo("caseIds");
    var log = desk.get("org05-1", "/api/cases/" + told + "/access-log").body().path("items").valueStream()
        .map(e -> e.path("worker").asString() + " " + e.path("why").asString() + " " + e.path("fields"));
    assertThat(log).contains("org15-1 SEARCH [\"worries\"]");
  }

  private static String troubled(String worker, String worry, String cases) {
    var answer = desk.post(worker, "/api/cases/worries", "{\"worry\": \"" + worry + "\", " + cases + "}");
    assertThat(answer.status()).isEqualTo(200);
    return answer.body().at("/caseIds").toString();
  }

  // ---- the access log ----

  @Test
  void writesDownEveryLookAndWhatWasSeen() {
    String caseId = open(Bodies.PERSON);
    consented(caseId, "org15", "NAME");
    desk.journeys.proposed(caseId, "org15", BasisKind.CONSENT);
    desk.get("org15-1", "/api/cases/" + caseId);
    desk.post("org05-2", "/api/cases/names", "{\"caseIds\": [\"%s\"]}".formatted(caseId));
    desk.get("org08-1", "/api/cases/" + caseId);

    var log = desk.get("org05-1", "/api/cases/" + caseId + "/access-log").body().path("items").valueStream()
        .map(e -> e.path("worker").asString() + " " + e.path("why").asString() + " " + e.path("fields")).toList();
    assertThat(log).containsExactlyInAnyOrder("org15-1 READ [\"name\"]", "org05-2 LABEL [\"name\"]");
    assertThat(desk.get("org15-1", "/api/cases/" + caseId + "/access-log").status()).isEqualTo(403);
    assertThat(desk.get("org08-1", "/api/cases/" + caseId + "/access-log").status()).isEqualTo(404);
    assertThat(VerifyAccessLog.verify(desk.service.getBean(MongoDatabase.class)).broken()).isEmpty();
  }
}
