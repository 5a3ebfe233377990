package jp.tsunagu.intake.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import jp.tsunagu.contracts.BasisKind;
import jp.tsunagu.contracts.IntakeMessage;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.journal.Outgoing;
import jp.tsunagu.runtime.inbox.ParkingLot;
import jp.tsunagu.testing.DoorClient.Answer;

/** What ties cases together must not tell: not to who is barred, not to who tries dates, not of who hides; and it holds nothing up. */
class KeptApartDoorTest {
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

  private String born(LocalDate day, String more) {
    return "{\"familyName\": \"渡辺\", \"givenName\": \"" + kana + "\", \"familyNameKana\": \"ワタナベ\", \"givenNameKana\": \"" + kana
        + "\", \"birthDate\": \"" + day + "\"" + more + "}";
  }

  private String born() {
    return born(LocalDate.of(1999, 9, 9), "");
  }

  private String hiding() {
    return born(LocalDate.of(1999, 9, 9), ", \"addressHidden\": true");
  }

  private static String open(String worker, String person) {
    var answer = desk.post(worker, "/api/cases", Bodies.opening(person));
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
    return answer.text("/caseId");
  }

  private static Answer likely(String worker, String person) {
    return desk.post(worker, "/api/persons/likely-same", person);
  }

  private static Answer connect(String worker, String caseId) {
    return desk.post(worker, "/api/cases/" + caseId + "/connection-request", "{}");
  }

  private static void bar(String caseId, String organisation, String worker) {
    var barred = desk.post("org05-1", "/api/cases/" + caseId + "/barred-workers",
        "{\"organisation\": \"" + organisation + "\", \"worker\": \"" + worker + "\", \"reason\": \"印の付いた理由\"}");
    assertThat(barred.status()).as("%s", barred.body()).isEqualTo(201);
  }

  private static String links(String worker, String caseId) {
    return desk.get(worker, "/api/cases/" + caseId + "/links").body().at("/items").toString();
  }

  private static void link(String one, String two) {
    assertThat(desk.post("org05-1", "/api/cases/" + one + "/links", "{\"caseId\": \"" + two + "\"}").status()).isEqualTo(200);
    await().untilAsserted(() -> assertThat(links("org05-1", two)).contains(one));
  }

  private static Answer unlink(String worker, String one, String two) {
    return desk.post(worker, "/api/cases/" + one + "/links/" + two + "/removal", "{\"reason\": \"印の付いた理由\"}");
  }

  private static List<String> connections(String worker, String caseId) {
    return desk.get(worker, "/api/connections").body().at("/items").valueStream().filter(i -> i.toString().contains(caseId))
        .map(i -> i.at("/connectionId").asString()).toList();
  }

  private static void say(String worker, String connection, String what) {
    assertThat(desk.post(worker, "/api/connections/" + connection + "/" + what, "{}").status()).isEqualTo(200);
  }

  // ---- who is barred ----

  @Test
  void tellsABarredWorkerOfNobodyElsewhere() {
    String theirs = open("org05-1", born());
    bar(theirs, "org15", "org15-1");
    assertThat(likely("org15-1", born()).body().toString()).isEqualTo("{\"candidates\":[],\"elsewhere\":false}");
    assertThat(likely("org15-2", born()).body().at("/elsewhere").asBoolean()).isTrue();
    assertThat(connect("org15-1", open("org15-1", born())).text("/code")).isEqualTo("nobody-elsewhere");
  }

  @Test
  void showsABarredWorkerNoConnectionOfTheCase() {
    String theirs = open("org05-1", born());
    connect("org15-1", open("org15-1", born()));
    say("secretariat", connections("secretariat", theirs).getFirst(), "proposal");
    assertThat(connections("org05-2", theirs)).hasSize(1);
    bar(theirs, "org05", "org05-2");
    assertThat(connections("org05-2", theirs)).isEmpty();
    assertThat(connections("org05-1", theirs)).hasSize(1);
  }

  @Test
  void leavesOutALinkToACaseTheWorkerIsBarredFrom() {
    String one = open("org05-1", born());
    String two = open("org05-1", born());
    link(one, two);
    bar(two, "org05", "org05-2");
    assertThat(links("org05-2", one)).isEqualTo("[]");
    assertThat(links("org05-1", one)).contains(two);
  }

  // ---- who tries ----

  @Test
  void makesWhoeverTriesBirthDatesWait() {
    open("org05-1", born());
    var first = LocalDate.of(1998, 1, 1);
    for (int i = 0; i < 60; i++) assertThat(likely("org08-1", born(first.plusDays(i), "")).status()).isEqualTo(200);
    var tried = likely("org08-1", born());
    assertThat(tried.status()).isEqualTo(429);
    assertThat(tried.text("/code")).isEqualTo("too-many-attempts");
    assertThat(Integer.parseInt(tried.header("retry-after"))).isBetween(1, 901);
    assertThat(likely("org08-2", born()).status()).as("a colleague may go on").isEqualTo(200);
  }

  @Test
  void marksACandidateWhoseAddressIsHidden() {
    String hidden = open("org05-1", hiding());
    String open = open("org05-1", born());
    var candidates = likely("org05-1", born()).body().at("/candidates");
    assertThat(candidates.valueStream().map(c -> c.at("/caseId").asString() + c.at("/addressHidden").asBoolean(false)))
        .containsExactlyInAnyOrder(hidden + true, open + false);
  }

  // ---- what holds nothing up ----

  @Test
  void unlinksCasesOfSomebodyWhoWasErased() {
    String one = open("org05-1", born());
    String two = open("org05-1", born());
    String three = open("org05-1", born());
    link(one, two);
    link(two, three);
    assertThat(desk.post("org05-m", "/api/cases/" + two + "/person/erasure", "{\"reason\": \"PERSON_ASKED\"}").status()).isEqualTo(200);
    assertThat(unlink("org05-1", one, two).status()).isEqualTo(200);
    await().untilAsserted(() -> assertThat(links("org05-1", two)).doesNotContain(one).contains(three));
    assertThat(unlink("org05-1", two, three).status()).as("from its own side").isEqualTo(200);
    await().untilAsserted(() -> assertThat(links("org05-1", three)).isEqualTo("[]"));
    assertThat(parking().holds("following", two)).isFalse();
  }

  @Test
  void hearsWhoHoldsACaseThoughATieOfItCannotBeFollowed() {
    String caseId = open("org05-1", born());
    String stream = "casefile-" + caseId;
    var unheardOf = new IntakeMessage.CaseLinked(caseId, "c-none", false, new Party("org05", "org05-1"));
    desk.publish("intake", new Outgoing<>(Outgoing.id(stream, 99, 0), stream, caseId, 99, true, Surroundings.NOW, unheardOf));
    await().until(() -> parking().holds("following", caseId));
    desk.post("org05-1", "/api/cases/" + caseId + "/consents", Bodies.consent("org15", "NAME"));
    desk.journeys.proposed(caseId, "org15", BasisKind.CONSENT);
    assertThat(desk.get("org15-1", "/api/cases/" + caseId).status()).isEqualTo(200);
  }

  private static ParkingLot parking() {
    return desk.service.getBean(ParkingLot.class);
  }

  // ---- connections ----

  @Test
  void isOneConnectionWhicheverHolderAsksAndTheNextAfterARefusal() {
    String theirs = open("org05-1", born());
    String ours = open("org15-1", born());
    assertThat(connect("org15-1", ours).status()).isEqualTo(202);
    assertThat(connect("org05-1", theirs).status()).isEqualTo(202);
    var first = connections("secretariat", ours);
    assertThat(first).hasSize(1).isEqualTo(connections("secretariat", theirs));
    say("secretariat", first.getFirst(), "refusal");
    assertThat(connections("secretariat", ours)).isEmpty();
    assertThat(connect("org05-1", theirs).status()).isEqualTo(202);
    assertThat(connections("secretariat", ours)).hasSize(1).doesNotContainAnyElementsOf(first);
  }

  @Test
  void isAskedForAgainOnceTheCasesWereUnlinked() {
    String theirs = open("org05-1", born());
    String ours = open("org15-1", born());
    connect("org15-1", ours);
    String connection = connections("secretariat", ours).getFirst();
    say("secretariat", connection, "proposal");
    say("org05-1", connection, "agreement");
    say("org15-1", connection, "agreement");
    await().untilAsserted(() -> assertThat(links("org15-1", ours)).contains(theirs));
    await().untilAsserted(() -> assertThat(links("org05-1", theirs)).contains(ours));
    assertThat(connect("org15-1", ours).text("/code")).isEqualTo("nobody-elsewhere");
    assertThat(unlink("org15-1", ours, theirs).status()).isEqualTo(200);
    assertThat(connect("org15-1", ours).status()).isEqualTo(202);
    assertThat(connections("secretariat", ours)).hasSize(1).doesNotContain(connection);
  }

  @Test
  void bringsNobodyWhoHidesToTheSecretariat() {
    String theirs = open("org05-1", hiding());
    desk.post("org05-1", "/api/cases/" + theirs + "/consents", Bodies.consent("org15", "NAME"));
    desk.journeys.proposed(theirs, "org15", BasisKind.CONSENT);
    assertThat(desk.get("org15-1", "/api/cases/" + theirs).status()).isEqualTo(200);
    String ours = open("org15-1", born());
    assertThat(likely("org15-1", born()).body().at("/candidates").toString()).contains(theirs, "VERY_LIKELY");
    assertThat(connect("org15-1", ours).text("/code")).isEqualTo("nobody-elsewhere");
  }

  @Test
  void tellsNoHolderWhoAskedToBeConnected() {
    String theirs = open("org05-1", born());
    assertThat(connect("org15-1", open("org15-1", born())).status()).isEqualTo(202);
    assertThat(desk.get("org05-1", "/api/cases/" + theirs + "/access-log").body().toString()).doesNotContain("org15");
  }
}
