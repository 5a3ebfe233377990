package jp.tsunagu.intake.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import jp.tsunagu.contracts.BasisKind;
import jp.tsunagu.testing.DoorClient.Answer;

/** Likely the same person: told to who may see them, felt for by nobody else, connected by the secretariat, linked and never merged. */
class LikelySameDoorTest {
  private static final AtomicInteger PEOPLE = new AtomicInteger();
  private static Desk desk;

  /** Every test has a person of its own, so that none finds another's. */
  private final String kana = "シルシ" + "アイウエオカキクケコサシスセソタチツテト".charAt(PEOPLE.getAndIncrement());

  @BeforeAll
  static void start() {
    desk = new Desk();
  }

  @AfterAll
  static void stop() {
    desk.close();
  }

  private String person(String family, String more) {
    return "{\"familyName\": \"" + family + "\", \"givenName\": \"" + kana + "\", \"familyNameKana\": \"ワタナベ\", \"givenNameKana\": \""
        + kana
        + "\"" + more + "}";
  }

  private String born(String family) {
    return person(family, ", \"birthDate\": \"1999-09-09\"");
  }

  private static String open(String worker, String person) {
    var answer = desk.post(worker, "/api/cases", Bodies.opening(person));
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
    return answer.text("/caseId");
  }

  private static Answer likely(String worker, String person) {
    return desk.post(worker, "/api/persons/likely-same", person);
  }

  private static String said(Answer answer) {
    return answer.body().at("/candidates").valueStream()
        .map(c -> c.at("/caseId").asString() + " " + c.at("/reasons").valueStream().map(r -> r.asString()).toList() + " "
            + c.at("/likelihood").asString())
        .toList() + " " + answer.body().at("/elsewhere").asBoolean();
  }

  private static Answer connect(String worker, String caseId) {
    return desk.post(worker, "/api/cases/" + caseId + "/connection-request", "{}");
  }

  private static Answer links(String worker, String caseId) {
    return desk.get(worker, "/api/cases/" + caseId + "/links");
  }

  private static Answer link(String worker, String caseId, String other) {
    return desk.post(worker, "/api/cases/" + caseId + "/links", "{\"caseId\": \"" + other + "\"}");
  }

  private static String waiting(String caseId) {
    var all = desk.get("secretariat", "/api/connections").body().at("/items").valueStream().filter(i -> i.toString().contains(caseId))
        .toList();
    assertThat(all).hasSize(1);
    return all.getFirst().at("/connectionId").asString();
  }

  private static Answer say(String worker, String connection, String what) {
    return desk.post(worker, "/api/connections/" + connection + "/" + what, "{}");
  }

  private static void linkedWithin(String worker, String caseId, String other) {
    await().untilAsserted(() -> assertThat(links(worker, caseId).body().at("/items").toString()).contains(other));
  }

  @Test
  void tellsCasesTheCallerMaySeeWithWhatAgreed() {
    String caseId = open("org05-1", born("渡邊"));
    var found = likely("org05-2", born("渡辺"));
    assertThat(said(found)).isEqualTo("[" + caseId + " [KANA, NAME_VARIANT, BIRTH_DATE] VERY_LIKELY] false");
    assertThat(found.body().toString()).doesNotContain(kana, "渡", "1999");
    assertThat(desk.get("org05-1", "/api/cases/" + caseId + "/access-log").body().toString()).contains("org05-2", "likeness");
    assertThat(said(likely("org05-1", person("鈴木", "")))).isEqualTo("[" + caseId + " [KANA] POSSIBLE] false");
  }

  @Test
  void tellsOfOthersOnlyThatTheyAreSupportedElsewhereAndOnlyIfVeryLikely() {
    String caseId = open("org05-1", born("渡邊"));
    assertThat(likely("org15-1", born("渡辺")).body().toString()).isEqualTo("{\"candidates\":[],\"elsewhere\":true}");
    assertThat(said(likely("org15-1", person("渡辺", "")))).isEqualTo("[] false");
    assertThat(desk.get("org05-1", "/api/cases/" + caseId + "/access-log").body().toString()).as("nor is the holder told who supports them")
        .doesNotContain("org15", "likeness");
  }

  @Test
  void tellsNobodyElsewhereOfSomebodyWhoHides() {
    open("org05-1", born("渡邊").replace("}", ", \"addressHidden\": true}"));
    open("org05-1", "{\"pseudonym\": \"" + kana + "\"}");
    assertThat(said(likely("org15-1", born("渡辺")))).isEqualTo("[] false");
    assertThat(said(likely("org15-1", "{\"pseudonym\": \"" + kana + "\"}"))).isEqualTo("[] false");
    assertThat(likely("org05-1", born("渡辺")).body().at("/candidates")).as("their own desk does").hasSize(1);
  }

  @Test
  void comparesOnlyWhatTheCallerMaySee() {
    String caseId = open("org05-1", person("渡邊", ", \"phones\": [\"000-1234-5678\"]"));
    desk.post("org05-1", "/api/cases/" + caseId + "/consents", Bodies.consent("org15", "NAME"));
    desk.publish("referral", desk.journeys.opened(caseId));
    desk.publish("referral", desk.journeys.proposed(caseId, "org15", BasisKind.CONSENT));
    await()
        .until(() -> desk.post("org15-1", "/api/cases/search", "{\"q\": \"" + kana + "\"}")
            .body().toString().contains(caseId));
    assertThat(said(likely("org15-1", person("渡辺", ", \"phones\": [\"000-1234-5678\"]")))).doesNotContain("PHONE").contains("KANA");
  }

  @Test
  void refusesWhatItCannotReadAndWhoSupportsNobody() {
    assertThat(likely("org05-1", "{\"familyName\": 7}").status()).isEqualTo(400);
    assertThat(likely("org05-1", "{\"familyName\":").status()).isEqualTo(400);
    assertThat(likely("org05-1", "{}").status()).isEqualTo(422);
    assertThat(likely("org05-1", person("渡辺", ", \"birthDate\": \"1999\"")).text("/errors/0/field")).isEqualTo("birthDate");
    assertThat(likely("secretariat", born("渡辺")).status()).isEqualTo(403);
    assertThat(said(likely("org05-1", "{\"anonymous\": true}"))).isEqualTo("[] false");
  }

  @Test
  void connectsTwoHoldersOnlyWhenBothAgree() {
    String theirs = open("org05-1", born("渡邊"));
    String ours = open("org15-1", born("渡辺"));
    var asked = connect("org15-1", ours);
    assertThat(asked.status()).isEqualTo(202);
    assertThat(asked.body().toString()).isEqualTo("{\"caseId\":\"" + ours + "\"}");
    assertThat(connect("org15-1", ours).status()).isEqualTo(202);

    String connection = waiting(ours);
    var seen = desk.get("secretariat", "/api/connections").body().toString();
    assertThat(seen).contains(ours, theirs, "org05", "org15", "KANA", "2026-04-06T03:00:00Z").doesNotContain(kana, "渡", "1999", "org05-1");
    assertThat(desk.get("org05-1", "/api/connections").body().toString()).as("not yet proposed").doesNotContain(connection);
    assertThat(say("org05-1", connection, "agreement").status()).isEqualTo(404);
    assertThat(say("org05-1", connection, "proposal").status()).isEqualTo(404);

    assertThat(say("secretariat", connection, "proposal").status()).isEqualTo(200);
    var proposed = desk.get("org05-1", "/api/connections").body().toString();
    assertThat(proposed).contains(connection, theirs).doesNotContain(ours, "org15");
    assertThat(links("org05-1", theirs).body().at("/proposals/0/connectionId").asString()).isEqualTo(connection);
    assertThat(say("org08-1", connection, "agreement").status()).isEqualTo(404);
    assertThat(say("org05-1", connection, "agreement").status()).isEqualTo(200);
    assertThat(links("org05-1", theirs).body().at("/items")).isEmpty();

    assertThat(say("org15-1", connection, "agreement").status()).isEqualTo(200);
    linkedWithin("org05-1", theirs, ours);
    linkedWithin("org15-1", ours, theirs);
    assertThat(links("org05-1", theirs).body().at("/items").toString())
        .isEqualTo("[{\"caseId\":\"" + ours + "\",\"organisation\":\"org15\"}]");
    assertThat(desk.get("org05-1", "/api/cases/" + ours).status()).as("a link shows nothing of it").isEqualTo(404);
    assertThat(desk.get("secretariat", "/api/connections").body().toString()).doesNotContain(connection);
  }

  @Test
  void endsARequestThatIsRefused() {
    open("org05-1", born("渡邊"));
    String ours = open("org15-1", born("渡辺"));
    connect("org15-1", ours);
    String connection = waiting(ours);
    assertThat(links("org15-1", ours).body().at("/requested").asBoolean()).isTrue();
    say("secretariat", connection, "proposal");
    assertThat(say("org05-1", connection, "refusal").status()).isEqualTo(200);
    assertThat(say("org15-1", connection, "agreement").text("/code")).isEqualTo("connection-over");
    assertThat(links("org15-1", ours).body().toString()).isEqualTo("{\"items\":[],\"proposals\":[],\"requested\":false}");
  }

  @Test
  void asksNobodyWhereThereIsNobodyOrSomebodyHides() {
    String alone = open("org15-1", born("渡辺"));
    assertThat(connect("org15-1", alone).text("/code")).isEqualTo("nobody-elsewhere");
    assertThat(connect("org05-1", alone).status()).isEqualTo(404);
    assertThat(connect("secretariat", alone).status()).isEqualTo(404);
    String hidden = open("org05-1", born("渡邊").replace("}", ", \"addressHidden\": true}"));
    assertThat(connect("org05-1", hidden).text("/code")).isEqualTo("person-protected");
    assertThat(connect("org15-1", alone).text("/code")).isEqualTo("nobody-elsewhere");
    assertThat(desk.post("org15-1", "/api/cases/" + alone + "/connection-request", "{\"caseId\": \"" + hidden + "\"}").status())
        .isEqualTo(400);
  }

  @Test
  void linksAndUnlinksWhatOneOrganisationHolds() {
    String one = open("org05-1", born("渡邊"));
    String two = open("org05-2", born("渡辺"));
    assertThat(link("org05-1", one, two).status()).isEqualTo(200);
    linkedWithin("org05-1", two, one);
    assertThat(link("org05-1", two, one).status()).as("already there").isEqualTo(200);

    String removal = "/api/cases/" + two + "/links/" + one + "/removal";
    assertThat(desk.post("org05-1", removal, "{}").text("/errors/0/field")).isEqualTo("reason");
    assertThat(desk.post("org05-1", removal, "{\"reason\": \" \"}").text("/errors/0/code")).isEqualTo("blank");
    assertThat(desk.post("org05-1", removal, "{\"reason\": \"印の付いた理由\"}").status()).isEqualTo(200);
    await().untilAsserted(() -> assertThat(links("org05-1", one).body().at("/items")).isEmpty());
    assertThat(desk.post("org05-1", removal, "{\"reason\": \"もう一度\"}").status()).isEqualTo(404);
  }

  @Test
  void linksNothingThatIsNotHeld() {
    String ours = open("org05-1", born("渡邊"));
    String theirs = open("org15-1", born("渡辺"));
    for (String other : new String[]{theirs, "c-none", ours}) {
      var refused = link("org05-1", ours, other);
      assertThat(refused.status()).isEqualTo(422);
      assertThat(refused.text("/errors/0/field")).isEqualTo("caseId");
    }
    assertThat(link("org05-1", ours, theirs).text("/code")).as("a case of others is as one that is not there")
        .isEqualTo(link("org05-1", ours, "c-none").text("/code"));
    assertThat(link("org08-1", ours, theirs).status()).isEqualTo(404);
    assertThat(desk.post("org05-1", "/api/cases/" + ours + "/links", "{}").text("/errors/0/field")).isEqualTo("caseId");
    assertThat(desk.post("org05-1", "/api/cases/" + ours + "/links", "[]").status()).isEqualTo(400);
    assertThat(links("org08-1", ours).status()).isEqualTo(404);
    assertThat(links("secretariat", ours).status()).isEqualTo(404);
  }
}
