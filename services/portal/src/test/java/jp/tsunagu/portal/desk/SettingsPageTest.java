package jp.tsunagu.portal.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.util.LinkedMultiValueMap;

import jp.tsunagu.portal.Browser;
import jp.tsunagu.portal.Neighbours.Reply;
import jp.tsunagu.portal.PortalTest;
import jp.tsunagu.portal.SampleDirectory;
import jp.tsunagu.runtime.directory.DirectoryView;
import tools.jackson.databind.json.JsonMapper;

/** 通知の設定, in words a worker uses; what is kept, and whether it may be, is notification's. */
class SettingsPageTest extends PortalTest {
  private static final String PREFERENCES = "/api/notices/preferences";
  private static final String KNOWN = "{\"channels\": [\"EMAIL\"], \"quietHours\": {\"from\": \"22:00\", \"to\": \"07:00\"}}";
  @Autowired private DirectoryView directory;
  private Browser browser;

  @BeforeEach
  void logIn() {
    SampleDirectory.tell(directory);
    SampleDirectory.names(NEIGHBOURS);
    NEIGHBOURS.atTheDesk("org05", "org05-1", "CASEWORKER");
    NEIGHBOURS.on("GET " + PREFERENCES, Reply.json(200, KNOWN));
    browser = new Browser(port);
    browser.logIn();
  }

  @Test
  void showsWhatIsKept() {
    assertThat(browser.get("/settings").body()).contains("通知の設定", "value=\"22:00\"", "value=\"07:00\"")
        .containsPattern("value=\"EMAIL\" checked").doesNotContainPattern("value=\"WEBHOOK\" checked");
  }

  @Test
  void keepsWhatIsSaidAndLeavesOutWhatIsNot() {
    NEIGHBOURS.on("PUT " + PREFERENCES, Reply.json(200, KNOWN));
    var said = new LinkedMultiValueMap<String, String>();
    said.put("channels", List.of("EMAIL", "WEBHOOK"));
    said.add("quietHours.from", "");
    said.add("quietHours.to", "");
    said.add("digest.at", "08:30");
    assertThat(browser.submit(browser.get("/settings"), "/settings/notices", said).body()).contains("保存しました");
    assertThat(JsonMapper.shared().readTree(NEIGHBOURS.last("PUT").body()))
        .isEqualTo(JsonMapper.shared().readTree("{\"channels\": [\"EMAIL\", \"WEBHOOK\"], \"digest\": {\"at\": \"08:30\"}}"));
  }

  @Test
  void leadsToTheFieldThatIsWrongAndKeepsWhatWasTyped() {
    NEIGHBOURS.on("PUT " + PREFERENCES, Reply.json(422, """
        {"code": "invalid", "errors": [{"field": "quietHours.to", "code": "same-time", "message": "no"}]}"""));
    var page = browser.submit(browser.get("/settings"), "/settings/notices", Map.of("quietHours.from", "22:00", "quietHours.to", "22:00"));
    assertThat(page.body()).contains("ちがう時刻", "href=\"#f-quietHours-to\"", "value=\"22:00\"");
  }

  @Test
  void showsASecretOnceOnThePageThatMadeIt() {
    NEIGHBOURS.on("PUT /api/notices/webhook", Reply.json(200, "{\"secret\": \"whsec_abc\"}"));
    var made = browser.submit(browser.get("/settings"), "/settings/webhook", Map.of("url", "https://hooks.example.org/x"));
    assertThat(made.body()).contains("whsec_abc");
    assertThat(made.response().headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    assertThat(browser.get("/settings").body()).doesNotContain("whsec_abc", "hooks.example.org");
    NEIGHBOURS.on("POST /api/notices/webhook/trial", Reply.json(200, "{\"delivered\": false, \"reason\": \"gone\"}"));
    assertThat(browser.submit(browser.get("/settings"), "/settings/webhook/trial", Map.of()).body()).contains("届きませんでした");
    NEIGHBOURS.on("DELETE /api/notices/webhook", new Reply(204, Map.of(), ""));
    assertThat(browser.submit(browser.get("/settings"), "/settings/webhook/removal", Map.of()).body()).contains("チャットに知らせるのをやめました");
  }

  @Test
  void opensAndClosesACalendar() {
    var opened = browser.submit(browser.get("/settings"), "/settings/calendar", Map.of());
    assertThat(opened.body()).containsPattern("/calendar/[A-Za-z0-9_-]{43}\\.ics");
    assertThat(browser.get("/settings").body()).doesNotContain(".ics");
    assertThat(browser.submit(browser.get("/settings"), "/settings/calendar/removal", Map.of()).body()).contains("無効にしました");
  }

  @Test
  void saysThatItCannotBeReadInsteadOfShowingAnEmptyForm() {
    NEIGHBOURS.on("GET " + PREFERENCES, Reply.json(503, "{}"));
    assertThat(browser.get("/settings").body()).contains("つながりません").doesNotContain("name=\"digest.at\"");
  }
}
