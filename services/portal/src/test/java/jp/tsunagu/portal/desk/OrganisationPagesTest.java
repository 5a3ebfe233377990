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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** 参加団体 on the desk: what there is to see and to do is the directory's to say. */
class OrganisationPagesTest extends PortalTest {
  private static final String API = "/api/organisations/org06";
  private static final String PAGE = "/organisations/org06";
  private static final String ALL = "\"DESCRIBE\",\"CHANGE_UNITS\",\"KEEP_HOURS\",\"ADD_WORKERS\",\"TAKE_SECRETARIAT\",\"DEACTIVATE\"";
  private static final String OF_A_WORKER = "\"CHANGE\",\"WRITE_LETTER\",\"DEACTIVATE\"";

  @Autowired private DirectoryView directory;

  @BeforeEach
  void tellOfPeople() {
    SampleDirectory.tell(directory);
    SampleDirectory.names(NEIGHBOURS);
    tell(7, ALL, OF_A_WORKER, "相談係");
  }

  private static void tell(long version, String may, String ofWorker, String unit) {
    NEIGHBOURS.on("GET " + API, Reply.json(200, """
        {"organisation":"org06","name":"架空の会","kind":"相談","audience":"誰でも","modes":["電話"],"acceptsReferrals":true,"active":true,
         "units":["相談係","訪問係"],"version":%d,"may":[%s],"hours":{"week":[{"day":"MONDAY","from":"09:00:00","to":"17:30:00"}],
         "onHolidays":false,"closed":["2027-08-13"]},"workers":[
         {"worker":"org06-1","displayName":"架空 一郎","displayNameKana":"カクウ イチロウ","email":"a@org06.example","roles":["CASEWORKER"],
          "unit":"%s","deputy":"org06-2","state":"ACTIVE","may":[%s]},
         {"worker":"org06-2","displayName":"例示 恵","displayNameKana":"レイジ メグミ","roles":["CASEWORKER"],"state":"ACTIVE","may":[]},
         {"worker":"org06-9","displayName":"昔 望","displayNameKana":"ムカシ ノゾミ","roles":["CASEWORKER"],"state":"LEFT","may":[]}]}"""
        .formatted(version, may, unit, ofWorker)));
  }

  private Browser at(String organisation, String worker, String role) {
    NEIGHBOURS.atTheDesk(organisation, worker, role);
    var browser = new Browser(port);
    browser.logIn();
    return browser;
  }

  private Browser manager() {
    return at("org06", "org06-m", "MANAGER");
  }

  private static JsonNode sent(String method) {
    return JsonMapper.shared().readTree(NEIGHBOURS.last(method).body());
  }

  @Test
  void listsOnesOwnOrganisationFirstAndFormerOnesLast() {
    NEIGHBOURS.on("GET /api/organisations", Reply.json(200, """
        {"organisations":[{"organisation":"org01","name":"退いた会","active":false},{"organisation":"org05","name":"次の会","active":true},
         {"organisation":"org06","name":"私の会","active":true}]}"""));
    var page = manager().get("/organisations");
    assertThat(page.body()).containsSubsequence("あなたの団体", "私の会", "次の会", "退会した団体", "退いた会").doesNotContain("to-new");
    assertThat(at("city", "admin", "ADMINISTRATOR").get("/organisations").body()).contains("href=\"/new-organisation\"");
  }

  @Test
  void saysThatTheDirectoryIsAwayInsteadOfThatThereIsNobody() {
    NEIGHBOURS.on("GET /api/organisations", Reply.json(503, "{}"));
    NEIGHBOURS.on("GET /api/organisations/org08", Reply.json(503, "{}"));
    assertThat(manager().get("/organisations").status()).isEqualTo(503);
    assertThat(manager().get("/organisations/org08").status()).isEqualTo(503);
    assertThat(manager().get("/organisations/org99").status()).isEqualTo(404);
  }

  @Test
  void offersWhatTheDirectoryOffersAndNothingElse() {
    assertThat(manager().get(PAGE).body()).contains("架空の会", "架空 一郎", "副担当 例示 恵", "月曜日", "09:00–17:30", "退職・異動", "to-profile", "to-hours",
        "to-new-worker", PAGE + "/deactivation", "href=\"" + PAGE + "/workers/org06-1\"").doesNotContain("workers/org06-2\"");
    tell(7, "", "", "相談係");
    var stranger = at("org05", "org05-1", "CASEWORKER");
    assertThat(stranger.get(PAGE).body()).contains("架空 一郎").doesNotContain("to-profile", "to-hours", "to-new-worker",
        "<form method=\"post\" action=\"" + PAGE);
    for (String page : List.of("/profile", "/opening-hours", "/new-worker", "/workers/org06-1"))
      assertThat(stranger.get(PAGE + page).status()).as(page).isEqualTo(403);
  }

  @Test
  void beginsWithTheHoursThatCountWhileNothingIsSaid() {
    NEIGHBOURS.on("GET " + API, Reply.json(200, "{\"organisation\":\"org06\",\"name\":\"架空の会\",\"active\":true,\"may\":[\"KEEP_HOURS\"]}"));
    assertThat(manager().get(PAGE + "/opening-hours").body()).containsPattern("name=\"FRIDAY.to\" value=\"17:00\"")
        .containsPattern("name=\"SATURDAY.from\" value=\"\"");
  }

  @Test
  void showsWhatIsWrongWithANewWorkerBesideTheField() {
    NEIGHBOURS.on("POST " + API + "/workers", Reply.json(422, """
        {"code":"invalid","errors":[{"field":"displayNameKana","code":"not-kana","message":"no"},
         {"field":"roles[0]","code":"unknown-code","message":"no"}]}"""));
    var manager = manager();
    var typed = new LinkedMultiValueMap<String, String>();
    typed.addAll("roles", List.of("CASEWORKER", "MANAGER"));
    typed.setAll(Map.of("worker", "org06-3", "displayName", "新人 光", "displayNameKana", "新人", "email", "n@org06.example", "unit", "訪問係"));
    var refused = manager.submit(manager.get(PAGE + "/new-worker"), typed);
    assertThat(refused.body()).contains("href=\"#f-displayNameKana\"", "href=\"#f-roles\"", "value=\"新人 光\"", "カタカナ")
        .containsPattern("value=\"訪問係\"[^>]*selected").doesNotContain("value=\"ADMINISTRATOR\"");
    NEIGHBOURS.on("POST " + API + "/workers", Reply.json(201, "{\"worker\":\"org06-1\",\"version\":8}"));
    assertThat(manager.submit(manager.get(PAGE + "/new-worker"), typed).body()).contains("担当者を加えました", "ログインの手紙を出す");
    assertThat(sent("POST").toString()).contains("\"roles\":[\"CASEWORKER\",\"MANAGER\"]", "\"unit\":\"訪問係\"").doesNotContain("deputy");
  }

  @Test
  void sendsAChangeOverTheNewestVersionUnlessSomebodyChangedTheSame() {
    NEIGHBOURS.on("PUT " + API + "/workers/org06-1", Reply.json(200, "{\"version\":9}"));
    var manager = manager();
    var drawn = manager.get(PAGE + "/workers/org06-1");
    assertThat(drawn.body()).contains("value=\"a@org06.example\"").containsPattern("value=\"org06-2\"[^>]*selected");
    tell(8, ALL, OF_A_WORKER, "相談係"); // something else happened meanwhile
    manager.submit(drawn, Map.of("displayName", "架空 二郎", "displayNameKana", "カクウ ジロウ", "email", "a@org06.example", "roles", "CASEWORKER"));
    assertThat(NEIGHBOURS.last("PUT").header("If-match")).isEqualTo("\"8\"");
    tell(9, ALL, OF_A_WORKER, "訪問係"); // somebody else moved them
    NEIGHBOURS.on("PUT " + API + "/workers/org06-1", Reply.json(412, "{\"code\":\"stale-version\"}"));
    var stale = manager.submit(drawn, Map.of("displayName", "架空 二郎", "displayNameKana", "カクウ ジロウ", "email", "a@org06.example"));
    assertThat(NEIGHBOURS.last("PUT").header("If-match")).isEqualTo("\"7\"");
    assertThat(stale.body()).contains("ほかの人が先に変えました", "value=\"架空 一郎\"").containsPattern("value=\"訪問係\"[^>]*selected");
  }

  @Test
  void letsNobodyGoByMistakeNorWhoStillHoldsSomething() {
    NEIGHBOURS.on("POST " + API + "/workers/org06-1/deactivation",
        Reply.json(409, "{\"code\":\"still-holding\",\"total\":3,\"counts\":{\"HOLDER\":2,\"CHECK_IN\":1},\"cases\":[\"c-1\"]}"));
    var manager = manager();
    var drawn = manager.get(PAGE + "/workers/org06-1");
    assertThat(manager.submit(drawn, PAGE + "/workers/org06-1/deactivation", Map.of()).body()).contains("しるしを付けてください");
    assertThat(NEIGHBOURS.received()).noneMatch(r -> r.method().equals("POST") && r.path().endsWith("/deactivation"));
    var refused = manager.submit(drawn, PAGE + "/workers/org06-1/deactivation", Map.of("deactivation", "true"));
    assertThat(refused.body()).contains("先にほかの人に移してください", "主担当の相談", "2件", "近況確認", "href=\"/team/org06-1\"", "value=\"架空 一郎\"");
    NEIGHBOURS.on("POST " + API + "/workers/org06-1/deactivation", Reply.json(200, "{\"version\":9}"));
    var gone = manager.submit(drawn, PAGE + "/workers/org06-1/deactivation", Map.of("deactivation", "true"));
    assertThat(gone.path()).isEqualTo(PAGE);
    assertThat(gone.body()).contains("ログインはもうできません");
  }

  @Test
  void showsALettersCodeOnce() {
    NEIGHBOURS.on("POST " + API + "/workers/org06-1/log-in-letter",
        Reply.json(201, "{\"worker\":\"org06-1\",\"code\":\"ABCD-EFGH-JKLM\",\"until\":\"2027-04-04T00:00:00Z\"}"));
    var manager = manager();
    var letter = manager.submit(manager.get(PAGE + "/workers/org06-1"), PAGE + "/workers/org06-1/log-in-letter", Map.of());
    assertThat(letter.body()).contains("ABCD-EFGH-JKLM", "架空 一郎さん", "もう表示できません");
    assertThat(letter.response().headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    assertThat(manager.open(PAGE + "/workers/org06-1/log-in-letter").body()).contains("ログインの手紙を出す").doesNotContain("ABCD");
    NEIGHBOURS.on("POST " + API + "/workers/org06-1/log-in-letter", Reply.json(503, "{\"code\":\"identity-away\"}"));
    assertThat(manager.submit(manager.get(PAGE + "/workers/org06-1"), PAGE + "/workers/org06-1/log-in-letter", Map.of()).body())
        .contains("ログインのしくみに、いまつながりません");
  }

  @Test
  void keepsOpeningHoursDayByDay() {
    NEIGHBOURS.on("PUT " + API + "/opening-hours", Reply.json(422, """
        {"code":"invalid","errors":[{"field":"week[1].to","code":"not-after-opening","message":"no"}]}"""));
    var manager = manager();
    var drawn = manager.get(PAGE + "/opening-hours");
    assertThat(drawn.body()).contains("value=\"17:30\"", "2027-08-13");
    Map<String, String> typed = Map.of("MONDAY.from", "09:00", "MONDAY.to", "17:00", "WEDNESDAY.from", "13:00", "WEDNESDAY.to", "12:00",
        "closed", "2027-08-13\r\n2027-08-14", "onHolidays", "true");
    assertThat(manager.submit(drawn, typed).body()).contains("href=\"#f-WEDNESDAY-to\"", "はじまりより後の時刻", "value=\"13:00\"");
    assertThat(sent("PUT").toString()).contains("{\"day\":\"MONDAY\",\"from\":\"09:00\",\"to\":\"17:00\"}", "\"onHolidays\":true",
        "[\"2027-08-13\",\"2027-08-14\"]").doesNotContain("TUESDAY");
    NEIGHBOURS.on("PUT " + API + "/opening-hours", Reply.json(200, "{\"version\":8}"));
    assertThat(manager.submit(drawn, typed).body()).contains("開いている日と時間を保存しました");
  }

  @Test
  void setsAnswerTimesForAnAdministrator() {
    NEIGHBOURS.on("GET " + API, Reply.json(200, """
        {"organisation":"org06","name":"架空の会","active":true,"answerTimes":{"EMERGENCY":"12h","NORMAL":"5bd"},
         "may":["DESCRIBE","SET_ANSWER_TIMES"]}"""));
    NEIGHBOURS.on("GET " + API + "/history", Reply.json(200, """
        {"items":[{"version":9,"at":"2026-04-01T01:00:00Z","by":{"organisation":"city","worker":"admin"},"what":"ANSWER_TIMES_SET",
         "changes":[{"field":"NORMAL","before":[],"after":["5bd"]}]}]}"""));
    var admin = at("city", "admin", "ADMINISTRATOR");
    assertThat(admin.get(PAGE).body()).contains("12時間", "5営業日", "回答期限を直した").containsPattern("至急</dt><dd>いつもの期限")
        .contains("通常の回答期限");
    var drawn = admin.get(PAGE + "/answer-times");
    assertThat(drawn.body()).containsPattern("name=\"EMERGENCY\" value=\"12\"").containsPattern("value=\"bd\"[^>]*selected");
    NEIGHBOURS.on("PUT " + API + "/answer-times", Reply.json(422, """
        {"code":"invalid","errors":[{"field":"URGENT","code":"too-long-a-time","message":"no"}]}"""));
    Map<String, String> typed = Map.of("EMERGENCY", "", "EMERGENCY.unit", "h", "URGENT", "31", "URGENT.unit", "d", "NORMAL", " 4",
        "NORMAL.unit", "bd");
    assertThat(admin.submit(drawn, typed).body()).contains("href=\"#f-URGENT\"", "20営業日", "value=\"31\"");
    assertThat(sent("PUT").toString()).isEqualTo("{\"URGENT\":\"31d\",\"NORMAL\":\"4bd\"}");
    NEIGHBOURS.on("PUT " + API + "/answer-times", Reply.json(200, "{\"version\":8}"));
    assertThat(admin.submit(drawn, typed).body()).contains("回答期限を保存しました");
    tell(7, ALL, "", "相談係");
    assertThat(manager().get(PAGE).body()).contains("いつもの期限").doesNotContain("to-answer-times");
    assertThat(manager().get(PAGE + "/answer-times").status()).isEqualTo(403);
  }

  @Test
  void describesAnOrganisationAndLeavesItsUnitsToWhoMayChangeThem() {
    NEIGHBOURS.on("PUT " + API, Reply.json(422, """
        {"code":"invalid","errors":[{"field":"","code":"anonymous-takes-no-referrals","message":"no"},
         {"field":"modes[1]","code":"not-a-line","message":"no"}]}"""));
    var manager = manager();
    Map<String, String> typed = Map.of("name", "新しい名", "kind", "相談", "audience", "誰でも", "modes", "電話\n訪問", "anonymousOnly", "true",
        "acceptsReferrals", "true", "units", "");
    assertThat(manager.submit(manager.get(PAGE + "/profile"), typed).body())
        .contains("href=\"#f-acceptsReferrals\"", "href=\"#f-modes\"", "value=\"新しい名\"", "どちらかにしてください");
    assertThat(sent("PUT").path("units").isEmpty()).isTrue();
    assertThat(sent("PUT").path("addressPublic").asBoolean(true)).isFalse();
    tell(7, "\"DESCRIBE\"", "", "相談係");
    NEIGHBOURS.on("PUT " + API, Reply.json(200, "{\"version\":8}"));
    var ofAUnit = manager.get(PAGE + "/profile");
    assertThat(ofAUnit.body()).doesNotContain("name=\"units\"");
    assertThat(manager.submit(ofAUnit, typed).body()).contains("紹介を直しました");
    assertThat(sent("PUT").path("units").toString()).isEqualTo("[\"相談係\",\"訪問係\"]");
  }

  @Test
  void takesAnOrganisationInAndHandsTheSecretariatOn() {
    var admin = at("city", "admin", "ADMINISTRATOR");
    NEIGHBOURS.on("POST /api/organisations", Reply.json(409, "{\"code\":\"already-a-member\"}"));
    Map<String, String> typed = Map.of("organisation", "org06", "name", "架空の会", "kind", "相談", "audience", "誰でも");
    assertThat(admin.submit(admin.get("/new-organisation"), typed).body()).contains("もう使われています", "value=\"架空の会\"");
    NEIGHBOURS.on("POST /api/organisations", Reply.json(201, "{\"organisation\":\"org06\",\"version\":1}"));
    assertThat(admin.submit(admin.get("/new-organisation"), typed).path()).isEqualTo(PAGE);
    assertThat(manager().get("/new-organisation").status()).isEqualTo(403);
    NEIGHBOURS.on("POST " + API + "/secretariat", Reply.json(200, "{\"version\":8}"));
    assertThat(admin.submit(admin.get(PAGE), PAGE + "/secretariat", Map.of()).body()).contains("しるしを付けてください");
    assertThat(admin.submit(admin.get(PAGE), PAGE + "/secretariat", Map.of("secretariat", "true")).body()).contains("事務局の役目を移しました");
    NEIGHBOURS.on("POST " + API + "/deactivation", Reply.json(409, "{\"code\":\"workers-remain\"}"));
    assertThat(admin.submit(admin.get(PAGE), PAGE + "/deactivation", Map.of("deactivation", "true")).body()).contains("まだ担当者がいます");
  }

  @Test
  void tellsWhoeverManagesItWhatWasChanged() {
    NEIGHBOURS.on("GET " + API + "/history", Reply.json(200,
        """
            {"before":3,"items":[{"version":9,"at":"2026-04-01T01:00:00Z","by":{"organisation":"org06","worker":"org06-m"},"what":"WORKER_CHANGED",
             "worker":"org06-1","changes":[{"field":"unit","before":["相談係"],"after":["訪問係"]},{"field":"roles","before":["CASEWORKER"],
             "after":["CASEWORKER","MANAGER"]},{"field":"week","before":[],"after":["MONDAY 09:00 17:00"]}]},
             {"version":8,"at":"2026-04-01T00:00:00Z","by":{"organisation":"tsunagu","worker":"service-directory"},"what":"JOINED","changes":[]}]}"""));
    var manager = manager();
    assertThat(manager.get(PAGE).body()).contains("変更履歴", "架空 一郎 ", "担当者の内容を直した", "to-history");
    assertThat(manager.get(PAGE + "/history").body())
        .contains("<del>相談係</del>", "訪問係", "相談員 / 管理者", "月曜日 09:00–17:00", "参加団体に加わった", "history?before=3");
    assertThat(NEIGHBOURS.received()).noneMatch(r -> r.path().contains("before"));
    manager.get(PAGE + "/history?before=3");
    assertThat(NEIGHBOURS.received()).anyMatch(r -> r.path().endsWith("/history?before=3"));
    tell(7, "", "", "相談係");
    var stranger = at("org05", "org05-1", "CASEWORKER");
    assertThat(stranger.get(PAGE).body()).doesNotContain("変更履歴");
    assertThat(stranger.get(PAGE + "/history").status()).isEqualTo(403);
    assertThat(manager.get(PAGE + "/history?before=x").status()).isBetween(400, 499);
  }
}
