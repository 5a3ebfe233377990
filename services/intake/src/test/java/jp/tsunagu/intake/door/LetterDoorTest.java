package jp.tsunagu.intake.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import jp.tsunagu.runtime.directory.DirectoryView;

/** A bar is not got round by the log-in of a colleague: each test has an organisation of its own. */
class LetterDoorTest {
  private static Desk desk;

  @BeforeAll
  static void open() {
    desk = new Desk();
  }

  @AfterAll
  static void close() {
    desk.close();
  }

  @Test
  void barsWhomABarredManagerLetsInUntilTheHolderLiftsIt() {
    String path = opened("org05");
    bars(path, "org05");
    assertThat(desk.get("org05-2", path).status()).isEqualTo(200);
    desk.letsIn("org05-2", "org05-m", Surroundings.NOW);
    await().untilAsserted(() -> assertThat(desk.get("org05-2", path).status()).isEqualTo(404));
    var shown = desk.get("org05-1", path).body().at("/admissions/barredWorkers/1");
    assertThat(shown.at("/worker/worker").asString()).isEqualTo("org05-2");
    assertThat(shown.at("/reason").asString()).contains("手紙");

    assertThat(desk.post("org05-1", path + "/barred-workers/org05-2/lifting", "").status()).isEqualTo(200);
    desk.letsIn("org05-3", "org05-m", Surroundings.NOW); // the same message tells of the other letter again
    await().untilAsserted(() -> assertThat(desk.get("org05-3", path).status()).isEqualTo(404));
    assertThat(desk.get("org05-2", path).status()).isEqualTo(200);
    assertThat(desk.get("org05-m", path).status()).isEqualTo(404);
  }

  @Test
  void barsWhomTheyLetInShortlyBeforeAndNobodyElse() {
    desk.letsIn("org15-2", "org15-m", Surroundings.NOW.minus(Duration.ofDays(31)));
    desk.letsIn("org15-3", "org15-m", Surroundings.NOW.minus(Duration.ofDays(29)));
    var view = desk.service.getBean(DirectoryView.class);
    await().until(() -> view.letInBy("org15-m").size() == 2);
    String path = opened("org15");
    bars(path, "org15");
    await().untilAsserted(() -> assertThat(desk.get("org15-3", path).status()).isEqualTo(404));
    assertThat(desk.get("org15-2", path).status()).isEqualTo(200);
  }

  @Test
  void barsTheNextInTheRow() {
    desk.letsIn("org08-3", "org08-2", Surroundings.NOW);
    String path = opened("org08");
    bars(path, "org08");
    assertThat(desk.get("org08-3", path).status()).isEqualTo(200);
    desk.letsIn("org08-2", "org08-m", Surroundings.NOW);
    await().untilAsserted(() -> assertThat(desk.get("org08-2", path).status()).isEqualTo(404));
    await().untilAsserted(() -> assertThat(desk.get("org08-3", path).status()).isEqualTo(404));
    assertThat(desk.get("org08-1", path).status()).isEqualTo(200);
  }

  private static String opened(String organisation) {
    var answer = desk.post(organisation + "-1", "/api/cases", Bodies.opening(Bodies.PERSON));
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
    return "/api/cases/" + answer.text("/caseId");
  }

  /** From this case, the organisation's manager. */
  private static void bars(String path, String organisation) {
    String bar = "{\"organisation\": \"" + organisation + "\", \"worker\": \"" + organisation + "-m\", \"reason\": \"親族\"}";
    assertThat(desk.post(organisation + "-1", path + "/barred-workers", bar).status()).isEqualTo(201);
  }
}
