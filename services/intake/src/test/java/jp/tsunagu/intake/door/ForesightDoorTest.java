package jp.tsunagu.intake.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import jp.tsunagu.contracts.BasisKind;
import jp.tsunagu.testing.DoorClient.Answer;
import tools.jackson.databind.JsonNode;

/** 内容を確かめる: what is foretold is what is then seen, and nobody learns by it what they may not see. */
class ForesightDoorTest {
  private static final String CONSENT = "{\"kind\": \"CONSENT\"}";
  private static Desk desk;

  @BeforeAll
  static void start() {
    desk = new Desk();
  }

  @AfterAll
  static void stop() {
    desk.close();
  }

  private static String opened() {
    return desk.post("org05-1", "/api/cases", Bodies.opening(Bodies.PERSON)).text("/caseId");
  }

  private static void agreed(String caseId, String recipient, String... items) {
    assertThat(desk.post("org05-1", "/api/cases/" + caseId + "/consents", Bodies.consent(recipient, items)).status()).isEqualTo(201);
  }

  private static Answer foretold(String worker, String caseId, String to, String basis) {
    return desk.post(worker, "/api/cases/" + caseId + "/preview", "{\"toOrganisation\": \"%s\", \"basis\": %s}".formatted(to, basis));
  }

  private static List<String> told(Answer answer) {
    return answer.body().path("told").valueStream().map(JsonNode::asString).toList();
  }

  /** Without what the whole file has of its own: the version, which went on. */
  private static String seen(JsonNode body) {
    return body.toString().replaceAll(",?\"(version|withheldWhy)\":[^,}]*", "");
  }

  @Test
  void foretellsWhatTheRecipientThenSeesByConsent() {
    String caseId = opened();
    agreed(caseId, "org08", "NAME", "WORRIES");
    Answer before = foretold("org05-1", caseId, "org08", CONSENT);
    assertThat(before.status()).as("%s", before.body()).isEqualTo(200);
    assertThat(told(before)).containsExactlyInAnyOrder("NAME", "WORRIES");
    assertThat(before.text("/seen/person/familyName")).isEqualTo("印付");
    assertThat(before.body().at("/seen/person/phones").isMissingNode()).isTrue();
    assertThat(desk.get("org08-1", "/api/cases/" + caseId).status()).as("nothing came of it").isEqualTo(404);

    desk.journeys.proposed(caseId, "org08", BasisKind.CONSENT);
    assertThat(seen(desk.get("org08-1", "/api/cases/" + caseId).body())).isEqualTo(seen(before.body().path("seen")));
  }

  @Test
  void foretellsNothingWithoutAConsentAndWhatIsNamedWithoutOne() {
    String caseId = opened();
    assertThat(told(foretold("org05-1", caseId, "org08", CONSENT))).isEmpty();
    assertThat(told(foretold("org05-1", caseId, "org08", "{\"kind\": \"LIFE_BODY\", \"items\": [\"CONTACT\"]}")))
        .containsExactly("CONTACT");
    assertThat(told(foretold("org05-1", caseId, "org08", "{\"kind\": \"LIFE_BODY\"}"))).containsExactlyInAnyOrder("NAME", "CONTACT",
        "WORRIES", "SUMMARY");
  }

  @Test
  void writesTheLookDown() {
    String caseId = opened();
    agreed(caseId, "org08", "NAME");
    foretold("org05-2", caseId, "org08", CONSENT);
    var log = desk.get("org05-1", "/api/cases/" + caseId + "/access-log").body().path("items").valueStream().map(JsonNode::toString);
    assertThat(log).anyMatch(entry -> entry.contains("org05-2") && entry.contains("\"name\"") && !entry.contains("contact"));
  }

  /** Who holds by a referral sees what its basis names; what they may pass on beyond that they do not learn by asking. */
  @Test
  void showsAHolderNoMoreThanTheySeeThemselves() {
    String caseId = opened();
    agreed(caseId, "org08", "NAME");
    desk.publish("referral", desk.journeys.opened(caseId));
    desk.publish("referral", desk.journeys.proposed(caseId, "org08", BasisKind.CONSENT));
    desk.publish("referral", desk.journeys.handedOver(caseId, "org08"));
    Answer asked = foretold("org08-1", caseId, "org15", "{\"kind\": \"LIFE_BODY\", \"items\": [\"NAME\", \"HISTORY\"]}");
    assertThat(told(asked)).containsExactlyInAnyOrder("NAME", "HISTORY");
    assertThat(asked.text("/seen/person/familyName")).isEqualTo("印付");
    assertThat(asked.body().toString()).doesNotContain("印の付いた話");
    assertThat(foretold("org05-1", caseId, "org15", CONSENT).status()).as("holds no longer").isEqualTo(403);
    assertThat(foretold("org15-1", caseId, "org08", CONSENT).status()).as("a stranger").isEqualTo(404);
  }

  @Test
  void namesWhatIsMissing() {
    String caseId = opened();
    var answer = desk.post("org05-1", "/api/cases/" + caseId + "/preview", "{\"toOrganisation\": \" \", \"basis\": {\"kind\": \"NONE\"}}");
    assertThat(answer.body().path("errors").valueStream().map(e -> e.path("field").asString())).containsExactlyInAnyOrder("toOrganisation",
        "basis.kind");
  }
}
