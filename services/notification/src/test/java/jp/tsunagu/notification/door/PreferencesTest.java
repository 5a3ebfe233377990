package jp.tsunagu.notification.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import jp.tsunagu.contracts.FollowUpMessage;
import jp.tsunagu.contracts.FollowUpMessage.Rung;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.contracts.Step;
import jp.tsunagu.contracts.StepKind;

/** Everybody says how they want to be told, and is told so; what is urgent does not ask. */
class PreferencesTest {
  private static final String PATH = "/api/notices/preferences";
  private static final Instant NIGHT = Instant.parse("2027-01-12T23:00:00+09:00");
  private static House house;

  @BeforeAll
  static void start() {
    house = new House();
  }

  @AfterAll
  static void stop() {
    house.close();
  }

  private static String passed(String worker) {
    String caseId = Council.newCase();
    var step = new Step("next-step", StepKind.NEXT_STEP, "org05", worker, Council.NOW, null, null);
    house.watch(caseId, new FollowUpMessage.DeadlineEscalated(caseId, step, Rung.WORKER, new Party("org05", worker), Council.NOW));
    return caseId;
  }

  private static void delivers(String worker) {
    house.awaitTold(house.tells(worker), "delivered EMAIL");
  }

  @Test
  void saysWhatIsUsualUntilSomebodySaysOtherwise() {
    assertThat(house.get("org05-51", PATH).body().toString()).isEqualTo("{\"channels\":[\"EMAIL\",\"WEBHOOK\"]}");
    String wanted = """
        {"channels": ["WEBHOOK"], "quietHours": {"from": "22:00", "to": "07:00"}, "digest": {"at": "08:30"}}""";
    var answer = house.put("org05-51", PATH, wanted);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(house.get("org05-51", PATH).body()).isEqualTo(answer.body());
    assertThat(answer.body().at("/quietHours/from").asString()).isEqualTo("22:00");
    assertThat(answer.body().at("/digest/at").asString()).isEqualTo("08:30");
    assertThat(house.get("org05-52", PATH).body().at("/channels")).as("nobody else's").hasSize(2);
  }

  @Test
  void namesWhatItCannotTakeAndKeepsWhatWas() {
    house.put("org05-53", PATH, "{\"channels\": [\"EMAIL\"]}");
    List<String> wrong = List.of("{}", "{\"channels\": [\"IN_APP\"]}", "{\"channels\": [null]}",
        "{\"channels\": [], \"quietHours\": {\"from\": \"25:00\", \"to\": \"07:00\"}}",
        "{\"channels\": [], \"quietHours\": {\"from\": \"07:00\", \"to\": \"07:00\"}}",
        "{\"channels\": [], \"digest\": {\"at\": \"noon\"}}", "{\"channels\": [], \"nickname\": \"x\"}");
    List<String> fields = List.of("channels", "channels[0]", "channels[0]", "quietHours.from", "quietHours.to", "digest.at", "nickname");
    for (int i = 0; i < wrong.size(); i++) {
      var answer = house.put("org05-53", PATH, wrong.get(i));
      assertThat(answer.status()).as(wrong.get(i)).isBetween(400, 422);
      assertThat(answer.inWords()).as(wrong.get(i)).endsWith(" " + fields.get(i));
    }
    assertThat(house.get("org05-53", PATH).body().toString()).isEqualTo("{\"channels\":[\"EMAIL\"]}");
  }

  @Test
  void tellsNobodyByMailWhoWantsNone() {
    house.put("org05-54", PATH, "{\"channels\": []}");
    String caseId = house.tells("org05-54");
    delivers("org05-55");
    assertThat(house.told(caseId)).containsExactly("raised REFERRAL_PROPOSED to org05-54", "delivered IN_APP");
  }

  @Test
  void holdsBackAtNightWhatIsNotUrgentAndSendsItInTheMorningInOneLetter() {
    house.put("org05-56", PATH, """
        {"channels": ["EMAIL"], "quietHours": {"from": "22:00", "to": "07:00"}}""");
    house.clock.moveTo(NIGHT);
    List<String> held = List.of(house.tells("org05-56"), house.tells("org05-56"), house.tells("org05-56"));
    for (String caseId : held) house.noticeId("org05-56", caseId);
    house.awaitTold(passed("org05-56"), "delivered EMAIL");
    assertThat(house.post.mails("org05-56")).as("the urgent one alone").hasSize(1);
    house.stop();
    house.startAgain(); // what is held back is not kept in memory
    delivers("org05-57");
    held.forEach(caseId -> assertThat(house.told(caseId)).doesNotContain("delivered EMAIL"));
    house.clock.pass(Duration.ofHours(8));
    held.forEach(caseId -> house.awaitTold(caseId, "delivered EMAIL"));
    assertThat(house.post.mails("org05-56")).hasSize(2).last().satisfies(mail -> {
      assertThat(mail.content().getSubject()).isEqualTo("【つなぐ】お知らせが3件あります / 3 notices wait for you");
      assertThat(PostOffice.lines(mail)).hasSize(3);
    });
  }

  @Test
  void putsWhatIsUrgentInFrontOfADigest() {
    house.post.refusals.put("org05-58", "450 4.2.1 later");
    String first = house.tells("org05-58");
    house.noticeId("org05-58", first);
    String urgent = passed("org05-58");
    house.noticeId("org05-58", urgent);
    int before = house.post.tries.getOrDefault("org05-58", 0); // the next may have been written with the first alone
    await().atMost(House.SOON).until(() -> house.post.tries.getOrDefault("org05-58", 0) > before + 1);
    house.post.refusals.remove("org05-58");
    house.awaitTold(first, "delivered EMAIL");
    house.awaitTold(urgent, "delivered EMAIL");
    await().atMost(House.SOON).until(() -> !house.post.mails("org05-58").isEmpty());
    assertThat(house.post.mails("org05-58")).singleElement().satisfies(mail -> {
      assertThat(mail.content().getSubject()).contains("お知らせが2件あります（急ぎ1件）", "2 notices wait for you (1 urgent)");
      assertThat(PostOffice.lines(mail)).satisfiesExactly(line -> assertThat(line).startsWith("- A date has passed"),
          line -> assertThat(line).startsWith("- One referral waits"));
    });
  }
}
