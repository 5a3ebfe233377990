package jp.tsunagu.portal.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import jp.tsunagu.portal.Browser;
import jp.tsunagu.portal.Neighbours.Reply;
import jp.tsunagu.portal.PortalTest;
import jp.tsunagu.portal.SampleDirectory;
import jp.tsunagu.portal.ledger.Stories;
import jp.tsunagu.runtime.directory.DirectoryView;

/** What the opening form sends: nothing that was typed may get lost on the way, and nothing is opened by mistake. */
class OpeningDeskTest extends PortalTest {
  private static final String SOMEBODY = "{\"candidates\":[],\"elsewhere\":true}";
  private static final String NOBODY = "{\"candidates\":[],\"elsewhere\":false}";

  @Autowired private DirectoryView directory;
  private Browser browser;

  @BeforeEach
  void logIn() {
    SampleDirectory.tell(directory);
    SampleDirectory.names(NEIGHBOURS);
    NEIGHBOURS.on("POST /api/persons/likely-same", Reply.json(200, NOBODY));
    NEIGHBOURS.on("POST /api/cases", Reply.json(422, "{\"status\":422,\"code\":\"invalid\",\"errors\":[]}"));
    NEIGHBOURS.on("POST /api/hand-over-codes/redemption", Reply.json(422, "{\"status\":422,\"code\":\"invalid\",\"errors\":[]}"));
    NEIGHBOURS.on("GET /api/drafts", Reply.json(200, "{\"items\":[]}"));
    NEIGHBOURS.atTheDesk("org05", "org05-1", "CASEWORKER");
    browser = new Browser(port);
    browser.logIn();
  }

  @Test
  void sendsATypedCodeToWhereCodesAreRedeemed() {
    browser.submit(browser.get("/cases/from-code"), Map.of("who", "anonymous", "code", "1234 5678"));
    assertThat(NEIGHBOURS.last("POST").path()).isEqualTo("/api/hand-over-codes/redemption");
    assertThat(NEIGHBOURS.last("POST").body()).contains("\"code\":\"1234 5678\"");
  }

  @Test
  void asksAlsoWithACodeWhetherThePersonIsKnown() {
    NEIGHBOURS.on("POST /api/persons/likely-same", Reply.json(200, SOMEBODY));
    var asked = browser.submit(browser.get("/cases/from-code"), named(Map.of("code", "1234")));
    assertThat(asked.body()).contains("同じ方かもしれません", "value=\"1234\"", "別の人として開く");
    assertThat(NEIGHBOURS.received()).noneMatch(r -> r.path().equals("/api/hand-over-codes/redemption"));
    browser.submit(asked, named(Map.of("code", "1234", "as", "another")));
    assertThat(NEIGHBOURS.last("POST").path()).isEqualTo("/api/hand-over-codes/redemption");
  }

  @Test
  void opensNobodyAsAnotherPersonByTheEnterKey() {
    NEIGHBOURS.on("POST /api/persons/likely-same", Reply.json(200, SOMEBODY));
    String asked = browser.submit(browser.get("/cases/new"), named(Map.of())).body();
    assertThat(asked).doesNotContain("form=\"opening\"");
    String form = asked.substring(asked.indexOf("id=\"opening\""));
    String first = form.substring(form.indexOf("<button"), form.indexOf("</button>"));
    assertThat(first).contains("もう一度確かめる").doesNotContain("name=");
  }

  @Test
  void sendsARowAboutTheFamilyThatIsNotWhollyEmpty() {
    browser.submit(browser.get("/cases/new"),
        named(Map.of("person.guardians[0].phone", "093-000-0000", "person.others[0].ageBand", "TEENS")));
    assertThat(NEIGHBOURS.last("POST").body()).contains("\"guardians\":[{\"phone\":\"093-000-0000\",\"implicated\":false}]",
        "\"others\":[{\"withoutConsent\":true,\"ageBand\":\"TEENS\"}]");
    browser.submit(browser.get("/cases/new"), named(Map.of("person.guardians[1].implicated", "true")));
    assertThat(NEIGHBOURS.last("POST").body()).contains("\"guardians\":[{\"implicated\":true}]");
    browser.submit(browser.get("/cases/new"), named(Map.of("person.guardians[0].name", "", "person.others[0].relation", "")));
    assertThat(NEIGHBOURS.last("POST").body()).doesNotContain("guardians", "others");
  }

  @Test
  void leavesItToTheServiceToRefuseAFamilyOfSomebodyWithoutAName() {
    NEIGHBOURS.on("POST /api/cases", Reply.json(422,
        "{\"status\":422,\"code\":\"invalid\",\"errors\":[{\"field\":\"person\",\"code\":\"mixed\",\"message\":\"no\"}]}"));
    var refused = browser.submit(browser.get("/cases/new"), Map.of("who", "pseudonym", "person.pseudonym", "さくら",
        "person.guardians[0].name", "架空 恵", "channel", "PHONE", "urgency", "NORMAL"));
    assertThat(NEIGHBOURS.last("POST").body()).contains("\"pseudonym\":\"さくら\"", "\"guardians\":[{\"name\":\"架空 恵\"");
    assertThat(refused.body()).contains("名前を聞いた方だけです", "value=\"架空 恵\"");
  }

  @Test
  void keepsWhatIsTypedWhileItIsTyped() {
    var page = browser.get("/cases/new");
    String key = page.body().replaceFirst("(?s).*id=\"opening\".*?name=\"key\" value=\"([^\"]+)\".*", "$1");
    NEIGHBOURS.on("PUT /api/drafts/" + key, new Reply(204, Map.of(), ""));
    assertThat(page.body()).contains("hx-post=\"/cases/new/drafts\"");
    String kept = browser.sendElsewhere(page, "/cases/new/drafts", named(Map.of("key", key, "story", "途中まで（架空）"))).body();
    assertThat(kept).contains("書きかけを保存しました", "途中まで（架空）");
    assertThat(NEIGHBOURS.last("PUT").path()).isEqualTo("/api/drafts/" + key);
    assertThat(NEIGHBOURS.last("PUT").body()).contains("\"story\":[\"途中まで（架空）\"]").doesNotContain("_csrf", key);
    NEIGHBOURS.on("PUT /api/drafts/" + key, Reply.json(503, "{\"status\":503,\"code\":\"service-unavailable\"}"));
    String lost = browser.sendElsewhere(page, "/cases/new/drafts", named(Map.of("key", key, "story", "途中まで（架空）"))).body();
    assertThat(lost).contains("いまは書きかけを保存できません", "途中まで（架空）");
  }

  @Test
  void goesOnWhereSomebodyWasCalledAway() {
    String key = "0f0e0d0c-0b0a-0908-0706-050403020100";
    NEIGHBOURS.on("GET /api/drafts",
        Reply.json(200, "{\"items\":[{\"draftId\":\"" + key + "\",\"changedAt\":\"2026-04-01T01:03:00Z\"}]}"));
    NEIGHBOURS.on("GET /api/drafts/" + key, Reply.json(200, "{\"draftId\":\"" + key + "\",\"changedAt\":\"2026-04-01T01:03:00Z\","
        + "\"fields\":{\"who\":[\"named\"],\"story\":[\"途中まで（架空）\"],\"worry\":[\"DEBT\"],\"person.familyName\":[\"架空\"]}}"));
    assertThat(browser.get("/cases/new").body()).contains("10:03に保存した受付の続きを書く", "/cases/new/drafts/" + key);
    var going = browser.get("/cases/new/drafts/" + key);
    assertThat(going.body()).contains("途中まで（架空）", "value=\"架空\"", "name=\"key\" value=\"" + key + "\"");
    NEIGHBOURS.on("POST /api/cases", Reply.json(201, "{\"caseId\":\"c-draft\",\"version\":1}"));
    NEIGHBOURS.on("DELETE /api/drafts/" + key, new Reply(204, Map.of(), ""));
    browser.submit(going, named(Map.of("story", "おしまいまで（架空）")));
    assertThat(NEIGHBOURS.received().stream().filter(r -> r.method().equals("POST") && r.path().equals("/api/cases")))
        .singleElement().satisfies(opening -> assertThat(opening.header("Idempotency-key")).isEqualTo(key));
    assertThat(NEIGHBOURS.last("DELETE").path()).isEqualTo("/api/drafts/" + key);
    browser.submit(browser.get("/cases/new"), "/cases/new/drafts/" + key + "/removal", Map.of());
    assertThat(NEIGHBOURS.received().stream().filter(r -> r.method().equals("DELETE"))).hasSizeGreaterThanOrEqualTo(2);
  }

  @Test
  void leadsOnToConsentAndThenToTheReferral() {
    String page = browser.get("/cases/new").body();
    assertThat(page).contains("href=\"#step-person\"", "id=\"step-person\"", "href=\"#step-story\"", "id=\"step-story\"",
        "href=\"#step-intake\"", "id=\"step-intake\"");
    tell(Stories.opened("c-sitting"));
    NEIGHBOURS.on("POST /api/cases", Reply.json(201, "{\"caseId\":\"c-sitting\",\"version\":1}").etag(1));
    var opened = browser.submit(browser.get("/cases/new"), named(Map.of()));
    assertThat(opened.body()).contains("続けてできること", "/cases/c-sitting/consent?sitting=on", "/cases/c-sitting/referral?sitting=on");
    assertThat(browser.get("/cases/c-sitting").body()).as("only right after").doesNotContain("続けてできること");

    var consent = browser.get("/cases/c-sitting/consent?sitting=on");
    assertThat(consent.body()).contains("aria-current=\"step\"", "同意はあとにする");
    NEIGHBOURS.on("POST /api/cases/c-sitting/consents", Reply.json(201, "{\"consentId\":\"k-9\",\"version\":1}").etag(1));
    var given = browser.submit(consent, Map.of("recipient", "org06", "purpose", "つなぐため（架空）", "items", "NAME", "how", "READ_ALOUD",
        "givenOn", "2026-04-01", "language", "ja"));
    assertThat(given.path()).isEqualTo("/cases/c-sitting/referral");
    assertThat(given.body()).contains("同意を記録しました", "value=\"org06\" selected", "aria-current=\"step\"");
    assertThat(NEIGHBOURS.last("POST").body()).doesNotContain("sitting");
  }

  @Test
  void printsWhatIsAgreedToAndReadsItAloud() {
    tell(Stories.opened("c-paper"));
    var form = browser.get("/cases/c-paper/consent");
    assertThat(form.body()).contains("formaction=\"/cases/c-paper/consent/paper\"");
    var paper = browser.sendElsewhere(form, "/cases/c-paper/consent/paper",
        Map.of("recipient", "org06", "purpose", "つなぐため（架空）", "items", "WORRIES", "how", "WRITTEN"));
    assertThat(paper.body()).contains("同意書", "北九州市社会福祉協議会", "つなぐため（架空）", "いつでも取り消せます", "困（こま）っていること", "what troubles you")
        .doesNotContain("your name and age");
    assertThat(paper.body().replaceAll("\\s+", "")).contains("☑</span><spanclass=\"hidden\">伝えてよい：</span><span>困りごとの種類",
        "☐</span><spanclass=\"hidden\">伝えない：</span><span>相談で話したこと");
    assertThat(browser.submit(paper, Map.of("choose", "1")).body()).contains("value=\"つなぐため（架空）\"");
    assertThat(NEIGHBOURS.received()).noneMatch(r -> r.path().endsWith("/c-paper/consents"));
  }

  @Test
  void readsAloudWhatTheNetworkHasAgreedOn() {
    NEIGHBOURS.on("GET /api/network", Reply.json(200,
        """
               {"consentTexts":[{"language":"vi","request":"Nói với {recipient} <b>không</b>?\\nLý do: {purpose}","freedom":"Bạn có thể nói không."},
                {"language":"ja-x-easy","request":"「{recipient}」に話（はな）します。","freedom":"いやと言えます。"},
            {"language":"ne","request":"{recipient}?","freedom":"…","items":{"NAME":"नाम","CONTACT":"फोन","WORRIES":"समस्या","SUMMARY":"इच्छा",
            "HISTORY":"कुरा"}}],"may":[],"version":3}"""));
    browser.get("/network");
    tell(Stories.opened("c-aloud"));
    var form = browser.get("/cases/c-aloud/consent");
    Map<String, String> typed = Map.of("recipient", "org06", "purpose", "つなぐ<ため>（架空）", "items", "WORRIES", "how", "READ_ALOUD");
    var paper = browser.sendElsewhere(form, "/cases/c-aloud/consent/paper", typed).body();
    assertThat(paper).containsSubsequence("やさしい日本語", "「北九州市社会福祉協議会」に話（はな）します。", "困（こま）っていること", "いやと言えます。", "English",
        "what troubles you", "<ul lang=\"ne\">", "समस्या", "<h3 lang=\"vi\">Tiếng Việt</h3>",
        "Nói với 北九州市社会福祉協議会 &lt;b&gt;không&lt;/b&gt;?\nLý do: つなぐ&lt;ため&gt;（架空）",
        "<ul lang=\"ja\">", "Bạn có thể nói không.").doesNotContain("話（はな）してもいいか", "नाम");
    Map<String, String> preferring = new HashMap<>(typed);
    preferring.put("language", "vi");
    assertThat(browser.sendElsewhere(form, "/cases/c-aloud/consent/paper", preferring).body()).containsSubsequence("Tiếng Việt", "やさしい日本語",
        "English");
    NEIGHBOURS.on("GET /api/network", Reply.json(200, "{\"version\":4}"));
    browser.get("/network");
  }

  @Test
  void fillsInTheReadingOfANameAndLeavesWhatWasTyped() {
    var page = browser.get("/cases/new");
    assertThat(page.body()).contains("hx-post=\"/cases/new/reading\"");
    String part = browser.sendElsewhere(page, "/cases/new/reading", named(Map.of("person.familyNameKana", "ヤマタ"))).body();
    assertThat(part).contains("value=\"ヤマタ\"", "value=\"ハナコ\"", "名前から読みを入れました").doesNotContain("<html", "ヤマダ");
    String again = browser.sendElsewhere(page, "/cases/new/reading",
        named(Map.of("person.givenName", "恵", "person.givenNameKana", "ハナコ", "filled.givenNameKana", "ハナコ"))).body();
    assertThat(again).contains("value=\"メグミ\"", "value=\"ヤマダ\"").doesNotContain("ハナコ");
    assertThat(browser.sendElsewhere(page, "/cases/new/reading", named(Map.of("who", "pseudonym"))).body()).doesNotContain("ヤマダ");
  }

  @Test
  void showsTheReadingWhereItAsksWhetherThePersonIsKnown() {
    NEIGHBOURS.on("POST /api/persons/likely-same", Reply.json(200, SOMEBODY));
    var asked = browser.submit(browser.get("/cases/new"), named(Map.of()));
    assertThat(NEIGHBOURS.last("POST").body()).as("nobody is searched for by a guess").doesNotContain("ヤマダ");
    assertThat(asked.body()).contains("value=\"ヤマダ\"", "名前から読みを入れました");
    browser.submit(asked, named(Map.of("person.familyNameKana", "ヤマダ", "as", "another")));
    assertThat(NEIGHBOURS.last("POST").body()).contains("\"familyNameKana\":\"ヤマダ\"").doesNotContain("filled");
  }

  private static Map<String, String> named(Map<String, String> more) {
    Map<String, String> typed = new HashMap<>(Map.of("who", "named", "person.familyName", "山田", "person.givenName", "花子", "channel",
        "PHONE", "urgency", "NORMAL"));
    typed.putAll(more);
    return typed;
  }
}
