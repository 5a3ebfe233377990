package jp.tsunagu.portal.desk;

import static org.assertj.core.api.Assertions.assertThat;

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

/** Anonymous calls, hand-over codes, families and reports on the desk's pages. */
class CallsDeskTest extends PortalTest {
  private static final String CALL = """
      {"callId": "p-1", "at": "2026-04-01T01:00:00Z", "worker": "org05-1", "category": "LONELINESS", "timeBand": "NIGHT",
       "information": ["LISTENED", "org06"], "note": "眠れない夜", "code": "NONE"}""";

  @Autowired private DirectoryView directory;
  private Browser browser;

  @BeforeEach
  void logIn() {
    SampleDirectory.tell(directory);
    NEIGHBOURS.atTheDesk("org05", "org05-1", "CASEWORKER");
    SampleDirectory.names(NEIGHBOURS);
    browser = new Browser(port);
    browser.logIn();
  }

  @Test
  void listsTheOrganisationsCallsWithTheStateOfTheirCodes() {
    NEIGHBOURS.on("GET /api/calls", Reply.json(200, "{\"items\": [" + CALL.replace("NONE", "USED") + "]}"));
    assertThat(browser.get("/calls").body()).contains("匿名の電話", "孤独・孤立", "夜", "ほかの窓口に着いた", "引継コードで開く").doesNotContain("眠れない夜");
  }

  @Test
  void recordsACallAndShowsItsCodeOnce() {
    NEIGHBOURS.on("POST /api/calls", Reply.json(201, "{\"callId\": \"p-1\"}"));
    NEIGHBOURS.on("GET /api/calls/p-1", Reply.json(200, CALL));
    NEIGHBOURS.on("POST /api/calls/p-1/hand-over-code",
        Reply.json(201, "{\"code\": \"1234 5678 9012 3456\", \"expiresAt\": \"2026-04-15T01:00:00Z\"}"));
    assertThat(browser.get("/calls/new").body()).contains("匿名の電話を記録する", "name=\"timeBand\"");
    var recorded = browser.submit(browser.get("/calls/new"),
        Map.of("category", "LONELINESS", "timeBand", "NIGHT", "organisation", "org06"));
    assertThat(recorded.path()).isEqualTo("/calls/p-1");
    assertThat(recorded.body()).contains("記録しました", "眠れない夜", "話を聴いた", "コードを出す");

    var code = browser.submit(recorded, "/calls/p-1/hand-over-code", Map.of());
    assertThat(code.status()).isEqualTo(200);
    assertThat(code.body()).contains(">1234<", ">3456<", "1 2 3 4", "もう表示できません");
    assertThat(code.response().headers().firstValue("Cache-Control").orElse("")).contains("no-store");
  }

  @Test
  void opensACaseWithACode() {
    NEIGHBOURS.on("POST /api/hand-over-codes/redemption", Reply.json(422,
        "{\"code\": \"code-not-valid\", \"errors\": [{\"field\": \"code\", \"code\": \"code-not-valid\", \"message\": \"no\"}]}"));
    assertThat(browser.get("/cases/from-code").body()).contains("引継コードで開く", "name=\"code\"");
    var refused = browser.submit(browser.get("/cases/from-code"), Map.of("code", "1234", "who", "anonymous"));
    assertThat(refused.body()).contains("このコードでは開けません", "引継コード");
  }

  @Test
  void warnsOfAGuardianWhoIsNotTold() {
    tell(Stories.opened("c-minor"));
    NEIGHBOURS.on("GET /api/cases/c-minor", Reply.json(200,
        """
            {"caseId": "c-minor", "person": {"familyName": "架空", "givenName": "太郎",
             "guardians": [{"name": "架空 一郎", "relation": "FATHER", "implicated": true}, {"name": "例示 恵", "relation": "RELATIVE", "implicated": false}],
             "others": [{"relation": "SIBLING", "withoutConsent": true, "ageBand": "TEENS"}]},
             "worries": [], "channel": "WALK_IN", "urgency": "NORMAL", "consents": [], "withheld": [], "version": 1}"""));
    assertThat(browser.get("/cases/c-minor").body()).contains("この保護者には伝えない", "父（架空 一郎さん）", "本人の同意なし", "きょうだい 10代");
    String consent = browser.get("/cases/c-minor/consent").body();
    assertThat(consent).contains("だれが同意したか", "親族（例示 恵さん）");
    assertThat(consent.substring(consent.indexOf("f-guardian"))).doesNotContain("架空 一郎");
  }

  @Test
  void showsAReportWhoseReceiptIsOwed() {
    tell(Stories.reported("c-report"));
    NEIGHBOURS.on("GET /api/cases/c-report/abuse-reports", Reply.json(200, """
        {"items": [{"reportId": "b-1", "office": "CHILD_GUIDANCE_CENTRE", "worker": "org05-1", "reportedAt": "2026-04-01T01:00:00Z"}]}"""));
    var page = browser.get("/cases/c-report");
    assertThat(page.body()).contains("児童虐待の通告を記録する", "受理の確認待ち", "受理を確認した", "通告の受理の確認", "児童相談所");
    assertThat(browser.get("/work?all=late").body()).contains("通告の受理の確認");
    assertThat(browser.get("/cases/c-report/reports/b-1/receipt").body()).contains("受理番号", "受理を確認した日時");
  }
}
