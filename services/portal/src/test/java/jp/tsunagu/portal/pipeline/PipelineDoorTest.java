package jp.tsunagu.portal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import jp.tsunagu.portal.Browser;
import jp.tsunagu.portal.Neighbours.Reply;
import jp.tsunagu.portal.PortalTest;
import jp.tsunagu.portal.SampleDirectory;
import jp.tsunagu.runtime.directory.DirectoryView;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What administrators see of the way as a whole, at the door and on the desk. */
class PipelineDoorTest extends PortalTest {
  private static final String ASKED = "GET /internal/pipeline";
  @Autowired private DirectoryView directory;

  @BeforeEach
  void tellOfPeople() {
    SampleDirectory.tell(directory);
    SampleDirectory.names(NEIGHBOURS);
    neighboursSay(0, 0);
  }

  @AfterEach
  void sayNothingMore() {
    NEIGHBOURS.on(ASKED, Reply.json(404, "{}"));
  }

  private void neighboursSay(int stuck, int open) {
    NEIGHBOURS.on(ASKED, Reply.json(200, """
        {"version": "0.9.1", "commit": "abc1234", "backlog": {"commits": 4, "more": false, "oldest": "%s"},
         "lags": [{"group": "their-group", "topic": "tsunagu.intake", "messages": 0, "reading": true}],
         "parked": {"waiting": %d, "stuck": %d%s}, "channels": [{"channel": "EMAIL", "closed": 0, "halfOpen": 0, "open": %d}]}"""
        .formatted(Instant.now().minus(Duration.ofHours(3)), stuck, stuck, stuck == 0 ? "" : ", \"oldest\": \"" + Instant.now() + "\"",
            open)));
  }

  private JsonNode pipeline() {
    var answer = get("/api/pipeline", NEIGHBOURS.token("city", "admin", "ADMINISTRATOR"));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JsonMapper.shared().readTree(answer.body());
  }

  private static JsonNode service(JsonNode pipeline, String name) {
    return pipeline.path("services").valueStream().filter(s -> s.path("service").asString().equals(name)).findFirst().orElseThrow();
  }

  private Browser at(String organisation, String worker, String... roles) {
    NEIGHBOURS.atTheDesk(organisation, worker, roles);
    var browser = new Browser(port);
    browser.logIn();
    return browser;
  }

  @Test
  void tellsAdministratorsOfEveryServiceAndOfItself() {
    await().untilAsserted(() -> assertThat(service(pipeline(), "portal").path("consumers").valueStream())
        .extracting(c -> c.path("topic").asString()).containsExactlyInAnyOrder("tsunagu.intake", "tsunagu.referral", "tsunagu.follow-up",
            "tsunagu.notification", "tsunagu.directory"));
    JsonNode whole = pipeline();
    assertThat(whole.path("services").valueStream()).extracting(s -> s.path("service").asString()).containsExactly("intake", "referral",
        "follow-up", "notification", "directory", "portal", "identity");
    assertThat(whole.path("services").valueStream()).extracting(s -> s.path("answer").asString()).containsOnly("ANSWERS");
    assertThat(service(whole, "referral").at("/relay/commits").asInt()).isEqualTo(4);
    assertThat(service(whole, "referral").at("/relay/age").asLong()).isBetween(10_800L, 11_400L);
    assertThat(service(whole, "referral").at("/relay/sign").asString()).isEqualTo("WRONG");
    assertThat(service(whole, "referral").path("commit").asString()).isEqualTo("abc1234");
    assertThat(service(whole, "portal").at("/relay/sign").asString()).isEqualTo("FINE");
    assertThat(service(whole, "portal").path("version").asString()).matches("[0-9]+[.][0-9]+.*");
    assertThat(service(whole, "identity").has("relay")).isFalse();
    assertThat(whole.path("sign").asString()).isEqualTo("WRONG");
    assertThat(whole.at("/channels/0/passage").asString()).isEqualTo("OPEN");
    assertThat(whole.at("/channels/1/passage").asString()).isEqualTo("NOT_SET_UP");
    assertThat(whole.path("audit").has("gaps")).isTrue();
  }

  @Test
  void tellsNobodyElse() {
    assertThat(get("/api/pipeline", yell()).statusCode()).isEqualTo(403);
    assertThat(get("/api/pipeline", NEIGHBOURS.token("org05", "org05-m", "MANAGER")).statusCode()).isEqualTo(403);
    assertThat(get("/api/pipeline", NEIGHBOURS.token("city", "secretariat", "SECRETARIAT")).statusCode()).isEqualTo(403);
    assertThat(get("/internal/pipeline", NEIGHBOURS.token("city", "admin", "ADMINISTRATOR")).statusCode()).isEqualTo(403);
    assertThat(at("city", "secretariat", "SECRETARIAT").get("/pipeline").status()).isEqualTo(403);
    assertThat(at("city", "secretariat", "SECRETARIAT").get("/work").body()).doesNotContain("href=\"/pipeline\"");
    assertThat(NEIGHBOURS.received()).noneMatch(heard -> heard.path().equals("/internal/pipeline"));
  }

  @Test
  void showsWhatIsWrongInWords() {
    neighboursSay(2, 1);
    var admin = at("city", "admin", "ADMINISTRATOR");
    assertThat(admin.get("/work").body()).contains("href=\"/pipeline\"");
    String page = admin.get("/pipeline").body();
    assertThat(page).contains("経路の状況", "応答しています", "4件（いちばん古いもの 3時間）", "人の判断を待つもの 2件", "their-group", "0.9.1", "abc1234",
        "応答しない届け先があり、しばらく止めています", "閉（通す）0・半開（試す）0・開（止める）1", "hx-get=\"/pipeline\"", "要確認", "正常");
    assertThat(admin.get("/pipeline?lang=en").body()).contains("Pipeline", "4 (oldest 3 h)", "2 wait for a human",
        "a road that does not answer is left alone");
  }

  @Test
  void saysOfServicesThatDoNotAnswerThatItDoesNotKnow() {
    NEIGHBOURS.on(ASKED, Reply.silence());
    JsonNode whole = pipeline();
    assertThat(service(whole, "intake").path("answer").asString()).isEqualTo("SILENT");
    assertThat(service(whole, "intake").properties()).extracting(java.util.Map.Entry::getKey).containsExactlyInAnyOrder("service", "answer",
        "sign");
    assertThat(service(whole, "portal").has("relay")).isTrue();
    assertThat(whole.at("/channels/0/passage").asString()).isEqualTo("UNKNOWN");
    var page = at("city", "admin", "ADMINISTRATOR").get("/pipeline");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body()).contains("応答しません", "サービスに聞けないため", "お知らせのサービスに聞けないため").doesNotContain("their-group");
  }
}
