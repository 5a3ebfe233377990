package jp.tsunagu.portal.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

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

/** What all organisations share, on the desk: everybody reads it, administrators change it. */
class NetworkPagesTest extends PortalTest {
  private static final String API = "/api/network";
  private static final String ALL = "\"DEFINE_PARTNER_TYPES\",\"SET_CONSENT_TEXTS\",\"READ_HISTORY\"";
  private static final String TEXTS = """
      {"language":"vi","request":"Nói với {recipient} <được> không?\\nLý do: {purpose}","freedom":"Bạn có thể nói không.",
       "items":{"NAME":"tên","CONTACT":"điện thoại","WORRIES":"khó khăn","SUMMARY":"mong muốn","HISTORY":"chuyện đã kể"}},
      {"language":"ja-x-easy","request":"{recipient}に言（い）います。","freedom":"いやと言えます。"}""";

  @Autowired private DirectoryView directory;

  @BeforeEach
  void tellOfPeople() {
    SampleDirectory.tell(directory);
    SampleDirectory.names(NEIGHBOURS);
    tell(7, ALL, TEXTS);
  }

  /** The portal keeps what it heard for a while; other tests have a network of their own. */
  @AfterEach
  void forget() {
    tell(8, "", "");
    admin().get("/network");
  }

  private static void tell(long version, String may, String texts) {
    NEIGHBOURS.on("GET " + API, Reply.json(200, """
        {"partnerTypes":[{"type":"pharmacies","nameJa":"薬局","nameEn":"Pharmacies","offered":true},
         {"type":"post","nameJa":"郵便局","nameEn":"Post offices","offered":false}],"consentTexts":[%s],"may":[%s],"version":%d}"""
        .formatted(texts, may, version)));
  }

  private Browser at(String organisation, String worker, String role) {
    NEIGHBOURS.atTheDesk(organisation, worker, role);
    var browser = new Browser(port);
    browser.logIn();
    return browser;
  }

  private Browser admin() {
    return at("city", "admin", "ADMINISTRATOR");
  }

  private static JsonNode sent(String method) {
    return JsonMapper.shared().readTree(NEIGHBOURS.last(method).body());
  }

  @Test
  void showsEverybodyWhatAllShareAndOffersWhatTheDirectoryOffers() {
    var admin = admin();
    assertThat(admin.get("/network").body()).contains("薬局", "郵便局", "新しくは選べません", "Tiếng Việt", "（ベトナム語）", "&lt;được&gt;",
        "lang=\"vi\"", "to-new-type", "to-new-text", "to-history", "/network/partner-types/pharmacies", "/network/consent-texts/ja-x-easy");
    assertThat(admin.get("/network?lang=en").body()).contains("Pharmacies", "Not offered any more").doesNotContain("薬局");
    tell(7, "", TEXTS);
    var caseworker = at("org05", "org05-1", "CASEWORKER");
    assertThat(caseworker.get("/network?lang=ja").body()).contains("薬局", "Tiếng Việt").doesNotContain("to-new-type", "to-new-text",
        "to-history",
        "href=\"/network/partner-types", "href=\"/network/consent-texts");
    for (String page : List.of("/network/new-partner-type", "/network/partner-types/pharmacies", "/network/new-consent-text",
        "/network/consent-texts/vi", "/network/history"))
      assertThat(caseworker.get(page).status()).as(page).isEqualTo(403);
    NEIGHBOURS.on("GET " + API, Reply.json(503, "{}"));
    assertThat(caseworker.get("/network").status()).isEqualTo(503);
  }

  @Test
  void addsAType() {
    var admin = admin();
    var drawn = admin.get("/network/new-partner-type");
    assertThat(admin.submit(drawn, Map.of("type", "pharmacies", "nameJa", "薬屋", "nameEn", "Chemists")).body())
        .contains("この種別IDは、もう使われています", "href=\"#f-type\"", "value=\"薬屋\"");
    NEIGHBOURS.on("PUT " + API + "/partner-types/banks", Reply.json(422, """
        {"code":"invalid","errors":[{"field":"nameEn","code":"required","message":"no"}]}"""));
    Map<String, String> typed = Map.of("type", "banks", "nameJa", "銀行", "nameEn", "");
    assertThat(admin.submit(drawn, typed).body()).contains("href=\"#f-nameEn\"", "value=\"銀行\"");
    NEIGHBOURS.on("PUT " + API + "/partner-types/banks", Reply.json(200, "{\"version\":8}"));
    var added = admin.submit(drawn, Map.of("type", "banks", "nameJa", "銀行", "nameEn", "Banks"));
    assertThat(added.path()).isEqualTo("/network");
    assertThat(added.body()).contains("種別を加えました");
    assertThat(sent("PUT").toString()).isEqualTo("{\"nameJa\":\"銀行\",\"nameEn\":\"Banks\"}");
    assertThat(NEIGHBOURS.last("PUT").header("If-match")).isEqualTo("\"7\"");
  }

  @Test
  void renamesATypeUnlessSomebodyElseDid() {
    NEIGHBOURS.on("PUT " + API + "/partner-types/pharmacies", Reply.json(200, "{\"version\":9}"));
    var admin = admin();
    var drawn = admin.get("/network/partner-types/pharmacies");
    assertThat(drawn.body()).contains("value=\"薬局\"", "value=\"Pharmacies\"", "使うのをやめる");
    tell(8, ALL, ""); // a text was withdrawn meanwhile
    assertThat(admin.submit(drawn, Map.of("nameJa", "薬局・薬店", "nameEn", "Pharmacies")).body()).contains("種別を直しました");
    assertThat(NEIGHBOURS.last("PUT").header("If-match")).isEqualTo("\"8\"");
    NEIGHBOURS.on("GET " + API, Reply.json(200, """
        {"partnerTypes":[{"type":"pharmacies","nameJa":"調剤薬局","nameEn":"Pharmacies","offered":true}],"may":[%s],"version":9}"""
        .formatted(ALL)));
    NEIGHBOURS.on("PUT " + API + "/partner-types/pharmacies", Reply.json(412, "{\"code\":\"stale-version\"}"));
    assertThat(admin.submit(drawn, Map.of("nameJa", "薬局・薬店", "nameEn", "Pharmacies")).body()).contains("ほかの人が先に変えました",
        "value=\"調剤薬局\"");
    assertThat(NEIGHBOURS.last("PUT").header("If-match")).isEqualTo("\"7\"");
    assertThat(admin.get("/network/partner-types/nothing").status()).isEqualTo(404);
  }

  @Test
  void retiresATypeAndOffersItAgain() {
    NEIGHBOURS.on("POST " + API + "/partner-types/pharmacies/retirement", Reply.json(200, "{\"version\":8}"));
    NEIGHBOURS.on("PUT " + API + "/partner-types/post", Reply.json(200, "{\"version\":8}"));
    var admin = admin();
    var drawn = admin.get("/network/partner-types/pharmacies");
    assertThat(admin.submit(drawn, "/network/partner-types/pharmacies/retirement", Map.of()).body()).contains("新しく選べないようにしました");
    var retired = admin.get("/network/partner-types/post");
    assertThat(retired.body()).contains("もう一度選べるようにする").doesNotContain("/network/partner-types/post/retirement");
    assertThat(admin.submit(retired, Map.of("nameJa", "郵便局", "nameEn", "Post offices")).body()).contains("もう一度選べるようにしました");
  }

  @Test
  void setsTheWordsOfALanguage() {
    var admin = admin();
    var drawn = admin.get("/network/new-consent-text");
    assertThat(drawn.body()).contains("{recipient}", "value=\"zh-Hans\"", "ネパール語").doesNotContain("value=\"vi\"", "value=\"ja-x-easy\"");
    assertThat(admin.submit(drawn, Map.of("language", "", "request", "", "freedom", "")).body()).contains("href=\"#f-language\"");
    assertThat(admin.submit(drawn, Map.of("language", "vi", "request", "x", "freedom", "y")).body()).contains("このことばの説明文は、もうあります");
    NEIGHBOURS.on("PUT " + API + "/consent-texts/zh-Hans", Reply.json(422, """
        {"code":"invalid","errors":[{"field":"request","code":"names-no-recipient","message":"no"}]}"""));
    Map<String, String> typed = Map.of("language", "zh-Hans", "request", "可以吗？", "freedom", "可以拒绝。");
    assertThat(admin.submit(drawn, typed).body()).contains("href=\"#f-request\"", "伝える先の名前が入るところ", "可以吗？")
        .containsPattern("value=\"zh-Hans\"[^>]*selected");
    NEIGHBOURS.on("PUT " + API + "/consent-texts/zh-Hans", Reply.json(200, "{\"version\":8}"));
    assertThat(admin.submit(drawn, typed).body()).contains("説明文を保存しました");
    NEIGHBOURS.on("PUT " + API + "/consent-texts/vi", Reply.json(200, "{\"version\":8}"));
    var old = admin.get("/network/consent-texts/vi");
    assertThat(old.body()).contains("同意の説明文（ベトナム語）", "Lý do: {purpose}", "value=\"khó khăn\"");
    admin.submit(old, Map.of("request", "Nói với {recipient} không?\r\n", "freedom", "Bạn có thể nói không.", "items.NAME", "tên",
        "items.CONTACT", "", "items.WORRIES", "", "items.SUMMARY", "", "items.HISTORY", ""));
    assertThat(sent("PUT").path("items").toString()).isEqualTo("{\"NAME\":\"tên\"}");
    assertThat(sent("PUT").path("request").asString()).isEqualTo("Nói với {recipient} không?");
  }

  @Test
  void withdrawsNoTextByMistake() {
    NEIGHBOURS.on("POST " + API + "/consent-texts/vi/withdrawal", Reply.json(200, "{\"version\":8}"));
    var admin = admin();
    var drawn = admin.get("/network/consent-texts/vi");
    String path = "/network/consent-texts/vi/withdrawal";
    assertThat(admin.submit(drawn, path, Map.of()).body()).contains("しるしを付けてください", "Lý do: {purpose}");
    assertThat(NEIGHBOURS.received()).noneMatch(r -> r.path().endsWith("/withdrawal"));
    assertThat(admin.submit(drawn, path, Map.of("withdrawal", "true")).body()).contains("説明文をとりやめました");
  }

  @Test
  void tellsWhatWasChanged() {
    NEIGHBOURS.on("GET " + API + "/history", Reply.json(200,
        """
            {"before":3,"items":[{"version":9,"at":"2026-04-01T01:00:00Z","by":{"organisation":"org06","worker":"org06-m"},"what":"CONSENT_TEXT_SET",
             "subject":"vi","changes":[{"field":"request","before":["Xin {recipient}"],"after":["Nói {recipient}"]}]},
             {"version":8,"at":"2026-04-01T00:00:00Z","by":{"organisation":"tsunagu","worker":"service-directory"},"what":"PARTNER_TYPE_RETIRED",
             "subject":"post","changes":[{"field":"offered","before":["true"],"after":["false"]}]}]}"""));
    var admin = admin();
    assertThat(admin.get("/network/history").body()).contains("ベトナム語 ", "同意の説明文を決めた", "<del>Xin {recipient}</del>", "郵便局 ",
        "種別を新しく選べないようにした", "<del>はい</del>", "history?before=3");
    admin.get("/network/history?before=3");
    assertThat(NEIGHBOURS.received()).anyMatch(r -> r.path().endsWith("/network/history?before=3"));
  }

  @Test
  void givesAnOrganisationATypeForAdministratorsAlone() {
    String known = """
        {"organisation":"org06","name":"架空薬局","kind":"薬局","audience":"誰でも","active":true,"acceptsReferrals":false,"partnerType":"post",
         "may":[%s],"version":7}""";
    NEIGHBOURS.on("GET /api/organisations/org06", Reply.json(200, known.formatted("\"DESCRIBE\",\"CHANGE_UNITS\",\"SET_PARTNER_TYPE\"")));
    NEIGHBOURS.on("GET /api/organisations/org06/history", Reply.json(200, """
        {"items":[{"version":7,"at":"2026-04-01T01:00:00Z","by":{"organisation":"city","worker":"admin"},"what":"DESCRIBED",
         "changes":[{"field":"partnerType","before":["pharmacies"],"after":["post"]}]}]}"""));
    var admin = admin();
    admin.get("/network");
    assertThat(admin.get("/organisations/org06").body()).containsPattern("協力団体の種別</dt><dd>郵便局").contains("<del>薬局</del>");
    var drawn = admin.get("/organisations/org06/profile");
    assertThat(drawn.body()).containsPattern("value=\"post\"[^>]*selected").contains("value=\"pharmacies\"");
    Map<String, String> typed = Map.of("name", "架空薬局", "kind", "薬局", "audience", "誰でも", "units", "", "modes", "");
    NEIGHBOURS.on("PUT /api/organisations/org06", Reply.json(422, """
        {"code":"invalid","errors":[{"field":"partnerType","code":"partner-has-no-caseworkers","message":"no"}]}"""));
    Map<String, String> changed = new HashMap<>(typed);
    changed.put("partnerType", "pharmacies");
    var refused = admin.submit(drawn, changed);
    assertThat(refused.body()).contains("href=\"#f-partnerType\"", "相談員を置けません");
    assertThat(sent("PUT").path("partnerType").asString()).isEqualTo("pharmacies");
    NEIGHBOURS.on("GET /api/organisations/org06", Reply.json(200, known.formatted("\"DESCRIBE\",\"CHANGE_UNITS\"")));
    NEIGHBOURS.on("PUT /api/organisations/org06", Reply.json(200, "{\"version\":8}"));
    var manager = at("org06", "org06-m", "MANAGER");
    var theirs = manager.get("/organisations/org06/profile");
    assertThat(theirs.body()).doesNotContain("name=\"partnerType\"");
    manager.submit(theirs, typed);
    assertThat(sent("PUT").path("partnerType").asString()).isEqualTo("post");
  }
}
