package jp.tsunagu.intake.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import jp.tsunagu.contracts.BasisKind;
import jp.tsunagu.intake.CaseFile;
import jp.tsunagu.intake.CaseFileCommand;
import jp.tsunagu.intake.CaseFileEvent;
import jp.tsunagu.intake.sight.CaseAccess;
import jp.tsunagu.journal.CommandHandler;
import jp.tsunagu.testing.DoorClient.Answer;

/** 住所秘匿: an address that is hidden is nowhere, and whoever tries to write one down is told of. */
class HiddenAddressDoorTest {
  private static final String HIDDEN = "{\"familyName\": \"印付\", \"givenName\": \"花子\", \"addressHidden\": true, \"contactThrough\": \"org15\"}";
  private static final String WITH_ADDRESS = "{\"familyName\": \"印付\", \"givenName\": \"花子\", \"address\": {\"text\": \"北九州市印付町九丁目\"}}";
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

  private static Answer put(String worker, String caseId, String person) {
    return desk.send("PUT", worker, "/api/cases/" + caseId + "/person", person, Map.of());
  }

  private static void refusedFor(String field, String code, Answer answer) {
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(422);
    assertThat(answer.text("/errors/0/field") + " " + answer.text("/errors/0/code")).isEqualTo(field + " " + code);
    assertThat(answer.body().toString()).doesNotContain(Bodies.MARKS);
  }

  private static String table(String worker, String path) throws IOException, InterruptedException {
    String port = desk.service.getEnvironment().getRequiredProperty("local.server.port");
    var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).header("Authorization", "Bearer " + worker);
    try (var client = HttpClient.newHttpClient()) {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString()).body();
    }
  }

  @SuppressWarnings("unchecked")
  private static List<? extends CaseFileEvent> attempts(String caseId) {
    var caseFiles = (CommandHandler<CaseFileCommand, CaseFileEvent, CaseFile>) desk.service.getBean("caseFiles");
    return caseFiles.history(CaseAccess.stream(caseId)).commits().stream().flatMap(c -> c.events().stream())
        .filter(CaseFileEvent.HiddenAddressAttempted.class::isInstance).toList();
  }

  @Test
  void refusesAnAddressTogetherWithTheFlagAndOpensNothing() {
    var both = WITH_ADDRESS.replace("}}", "}, \"addressHidden\": true}");
    refusedFor("person.address", "address-hidden", desk.post("org05-1", "/api/cases", Bodies.opening(both)));
    refusedFor("person.address", "address-hidden", desk.post("org05-1", "/api/cases",
        Bodies.opening("{\"pseudonym\": \"さくら印\", \"addressHidden\": true, \"address\": {\"text\": \"印付町\"}}")));
  }

  @Test
  void refusesAnAddressInTheStoryOfSomebodyWhoHides() {
    String hidden = Bodies.opening("{\"pseudonym\": \"さくら印\", \"addressHidden\": true}");
    String telling = "見本市例示区城内1-1のアパートにいる";
    refusedFor("story", "tells-where", desk.post("org05-1", "/api/cases", hidden.replace("印の付いた話", telling)));
    refusedFor("wishes", "tells-where", desk.post("org05-1", "/api/cases", hidden.replace("印の付いた望み", "000-1111-2222に電話してほしい")));
    assertThat(desk.post("org05-1", "/api/cases", Bodies.opening("{\"pseudonym\": \"さくら印\"}").replace("印の付いた話", telling)).status())
        .isEqualTo(201);
  }

  @Test
  void refusesWhatLeadsPastTheOrganisationBetween() {
    refusedFor("person.phones", "contact-only-through",
        desk.post("org05-1", "/api/cases", Bodies.opening(HIDDEN.replace("\"org15\"", "\"org15\", \"phones\": [\"000-1234-5678\"]"))));
    refusedFor("person.email", "contact-only-through",
        desk.post("org05-1", "/api/cases",
            Bodies.opening(HIDDEN.replace("\"org15\"", "\"org15\", \"email\": \"marked.person@mail.example\""))));
    refusedFor("person.contactThrough", "unknown-organisation",
        desk.post("org05-1", "/api/cases", Bodies.opening(HIDDEN.replace("org15", "org99"))));
    refusedFor("person.addressHidden", "nobody-known",
        desk.post("org05-1", "/api/cases", Bodies.opening("{\"anonymous\": true, \"addressHidden\": true}")));
    assertThat(desk.post("org05-1", "/api/cases", Bodies.opening(HIDDEN.replace("true", "\"yes\""))).status()).isEqualTo(400);
  }

  @Test
  void showsTheFlagWhereverThePersonIsShown() {
    String caseId = open(HIDDEN);
    var read = desk.get("org05-2", "/api/cases/" + caseId);
    assertThat(read.body().at("/addressHidden").asBoolean()).isTrue();
    assertThat(read.body().at("/person/addressHidden").asBoolean()).isTrue();
    assertThat(read.text("/person/contactThrough")).isEqualTo("org15");
    assertThat(
        desk.post("org05-1", "/api/cases/names", "{\"caseIds\": [\"" + caseId + "\"]}").body().at("/items/0/addressHidden").asBoolean())
        .isTrue();
    assertThat(desk.post("org05-1", "/api/cases/search", "{\"q\": \"印付\"}").body().at("/items").valueStream()
        .filter(i -> i.at("/caseId").asString().equals(caseId)).allMatch(i -> i.at("/addressHidden").asBoolean())).isTrue();
    desk.journeys.proposed(caseId, "org08", BasisKind.CONSENT);
    var hardlyTold = desk.get("org08-1", "/api/cases/" + caseId);
    assertThat(hardlyTold.body().at("/person").isNull()).isTrue();
    assertThat(hardlyTold.body().at("/addressHidden").asBoolean()).as("also to who may know nothing else").isTrue();
  }

  @Test
  void saysItOnEveryLineOfTheAccessLog() throws IOException, InterruptedException {
    String caseId = open(HIDDEN);
    desk.get("org05-2", "/api/cases/" + caseId);
    desk.get("org05-1", "/api/cases/" + caseId);
    String table = table("org05-1", "/api/cases/" + caseId + "/access-log.csv");
    assertThat(table.strip().lines()).hasSize(3).allMatch(line -> line.endsWith(",注意") || line.endsWith(",住所秘匿"));
  }

  @Test
  void saysItOnEveryLineOfTheProvisions() throws IOException, InterruptedException {
    String hidden = open(HIDDEN);
    desk.journeys.proposed(hidden, "org08", BasisKind.CONSENT);
    assertThat(table("org05-1", "/api/cases/" + hidden + "/provisions.csv").strip().lines()).hasSize(2)
        .allMatch(line -> line.endsWith(",注意") || line.endsWith(",住所秘匿"));
    String known = open(WITH_ADDRESS);
    desk.journeys.proposed(known, "org08", BasisKind.CONSENT);
    assertThat(table("org05-1", "/api/cases/" + known + "/provisions.csv")).contains("org08").doesNotContain("注意", "住所秘匿");
  }

  @Test
  void showsAPseudonymAsTheName() {
    String caseId = open("{\"pseudonym\": \"さくら印\", \"addressHidden\": true}");
    assertThat(desk.get("org05-1", "/api/cases/" + caseId).text("/person/pseudonym")).isEqualTo("さくら印");
    assertThat(desk.get("org05-1", "/api/cases/" + caseId).body().at("/person/addressHidden").asBoolean()).isTrue();
    assertThat(desk.post("org05-1", "/api/cases/names", "{\"caseIds\": [\"" + caseId + "\"]}").text("/items/0/label")).isEqualTo("さくら印");
    assertThat(desk.post("org05-1", "/api/cases/search", "{\"q\": \"さくら印\"}").body().toString()).contains(caseId);
  }

  @Test
  void refusesAnAddressUntilTheFlagIsLiftedAndTellsTheCaseFile() {
    String caseId = open(HIDDEN);
    refusedFor("address", "address-hidden", put("org05-2", caseId, WITH_ADDRESS));
    refusedFor("address", "address-hidden", put("org05-2", caseId, WITH_ADDRESS.replace("}}", "}, \"addressHidden\": true}")));
    assertThat(attempts(caseId)).as("once an hour for one worker").hasSize(1);
    assertThat(desk.get("org05-1", "/api/cases/" + caseId).body().at("/person/address").isMissingNode()).isTrue();

    assertThat(put("org05-1", caseId, WITH_ADDRESS.replace("}}", "}, \"addressHidden\": false}")).status()).isEqualTo(200);
    var lifted = desk.get("org05-1", "/api/cases/" + caseId);
    assertThat(lifted.text("/person/address/text")).isEqualTo("北九州市印付町九丁目");
    assertThat(lifted.body().at("/addressHidden").isMissingNode()).isTrue();
    assertThat(attempts(caseId)).hasSize(1);
  }

  @Test
  void refusesTheAddressAlsoWhereTheNoteOfItMadeTheVersionNewer() {
    String caseId = open(HIDDEN);
    var asRead = Map.of("If-Match", "\"1\"");
    refusedFor("address", "address-hidden", desk.send("PUT", "org05-1", "/api/cases/" + caseId + "/person", WITH_ADDRESS, asRead));
    assertThat(attempts(caseId)).hasSize(1);
    assertThat(desk.send("PUT", "org05-1", "/api/cases/" + caseId + "/person", "{\"pseudonym\": \"さくら印\"}", asRead).status())
        .as("without an address a newer version is a newer version").isEqualTo(412);
  }

  @Test
  void repeatsItsAnswerAfterTheOrganisationBetweenHasLeft() {
    var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
    String through = HIDDEN.replace("org15", "city");
    var first = desk.send("POST", "org05-1", "/api/cases", Bodies.opening(through), key);
    assertThat(first.status()).isEqualTo(201);
    desk.leaves("city");
    var again = desk.send("POST", "org05-1", "/api/cases", Bodies.opening(through), key);
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first.body());
    refusedFor("person.contactThrough", "unknown-organisation", desk.post("org05-1", "/api/cases", Bodies.opening(through)));
  }

  @Test
  void keepsTheOrganisationBetweenUntilItIsSaidToBeGone() {
    String caseId = open(HIDDEN);
    assertThat(put("org05-1", caseId, "{\"familyName\": \"印付\", \"givenName\": \"花\", \"addressHidden\": true}").status()).isEqualTo(200);
    assertThat(desk.get("org05-1", "/api/cases/" + caseId).text("/person/contactThrough")).isEqualTo("org15");
    assertThat(put("org05-1", caseId, HIDDEN.replace("org15", "")).status()).isEqualTo(200);
    var read = desk.get("org05-1", "/api/cases/" + caseId);
    assertThat(read.body().at("/person/contactThrough").isMissingNode()).isTrue();
    assertThat(read.body().at("/person/addressHidden").asBoolean()).isTrue();
  }

  @Test
  void tellsTheCaseFileOfAnAttemptByAnotherOrganisation() {
    String caseId = open(HIDDEN);
    desk.journeys.proposed(caseId, "org08", BasisKind.LIFE_BODY);
    assertThat(put("org08-1", caseId, WITH_ADDRESS.replace("}}", "}, \"addressHidden\": false}")).status()).isEqualTo(403);
    assertThat(attempts(caseId)).hasSize(1);
    assertThat(put("org15-1", caseId, WITH_ADDRESS).status()).isEqualTo(404);
    assertThat(attempts(caseId)).hasSize(1);
  }

  @Test
  void showsWhoHandedOnNoAddressThatWasHiddenSince() {
    String caseId = open(WITH_ADDRESS);
    assertThat(desk.post("org05-1", "/api/cases/" + caseId + "/consents", Bodies.consent("org15", "NAME", "CONTACT")).status())
        .isEqualTo(201);
    desk.journeys.opened(caseId);
    desk.journeys.proposed(caseId, "org15", BasisKind.CONSENT);
    desk.journeys.handedOver(caseId, "org15");
    assertThat(desk.get("org05-1", "/api/cases/" + caseId).text("/person/address/text")).isNotEmpty();
    assertThat(put("org15-1", caseId, HIDDEN).status()).isEqualTo(200);
    var before = desk.get("org05-1", "/api/cases/" + caseId);
    assertThat(before.body().at("/person/address").isMissingNode()).isTrue();
    assertThat(before.body().at("/person/addressHidden").asBoolean()).isTrue();
  }

  @Test
  void keepsAHiddenPersonSentBackAsItWasRead() {
    String caseId = open(HIDDEN);
    var back = put("org05-1", caseId, desk.get("org05-1", "/api/cases/" + caseId).body().at("/person").toString());
    assertThat(back.body().at("/version").asInt()).isEqualTo(1);
  }
}
