package jp.tsunagu.portal.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import jp.tsunagu.contracts.DirectoryMessage.Organisation;
import jp.tsunagu.contracts.DirectoryMessage.Worker;
import jp.tsunagu.contracts.DirectoryMessage.WorkerRole;
import jp.tsunagu.contracts.DirectoryMessage.WorkerState;
import jp.tsunagu.contracts.Programme;
import jp.tsunagu.contracts.Worry;
import jp.tsunagu.portal.Browser;
import jp.tsunagu.portal.Neighbours.Reply;
import jp.tsunagu.portal.PortalTest;
import jp.tsunagu.portal.SampleDirectory;
import jp.tsunagu.portal.ledger.Stories;
import jp.tsunagu.runtime.directory.DirectoryView;
import jp.tsunagu.runtime.inbox.Envelope;

/** On the way to a referral: looked at before it is sent, and kept while it is typed. */
class ReferralPagesTest extends PortalTest {
  private static final String TERMS = "{\"answerer\":{\"organisation\":\"org06\",\"worker\":\"org06-1\"},\"answerBy\":\"2026-04-06T08:15:00Z\",\"items\":[]}";
  private static final Map<String, String> TYPED = Map.of("toOrganisation", "org06", "toWorker", "org06-1", "need", "TROUBLE_AT_WORK",
      "reason", "職場の悩み（架空）", "summary", "三か月前に就職（架空）", "urgency", "URGENT", "basis.kind", "CONSENT", "basis.consentId", "k-1");
  private static final String DRAFT = "0f0e0d0c-0b0a-0908-0706-050403020100";

  @Autowired private DirectoryView directory;
  private Browser browser;

  @BeforeEach
  void logIn() {
    SampleDirectory.tell(directory);
    SampleDirectory.names(NEIGHBOURS);
    NEIGHBOURS.on("GET /api/drafts", Reply.json(200, "{\"items\":[]}"));
    NEIGHBOURS.atTheDesk("org05", "org05-1", "CASEWORKER");
    browser = new Browser(port);
    browser.logIn();
  }

  private Browser.Page looked(String caseId, Reply terms, Reply seen) {
    tell(Stories.opened(caseId));
    NEIGHBOURS.on("POST /api/cases/" + caseId + "/referrals/preview", terms);
    NEIGHBOURS.on("POST /api/cases/" + caseId + "/preview", seen);
    return browser.sendElsewhere(browser.get("/cases/" + caseId + "/referral"), "/cases/" + caseId + "/referral/preview", TYPED);
  }

  @Test
  void showsWhatTheOtherSideWillSeeBeforeAnythingIsSent() {
    var seen = Reply.json(200, "{\"told\":[\"NAME\",\"WORRIES\"],\"seen\":"
        + SampleDirectory.PERSON.replace("\"withheld\":[]", "\"withheld\":[\"WORRIES\"]").replaceAll("\"story\":\"[^\"]*\",", "") + "}");
    var page = looked("c-look", Reply.json(200, TERMS), seen);
    assertThat(page.body()).contains("まだ送っていません", "鈴木 恵（名指し）", "令和8年4月6日", "至急", "職場の悩み（架空）", "三か月前に就職（架空）", "山田 花子さん", "ヤマダ ハナコ");
    assertThat(page.body().replaceAll("(?s).*(相手には見えて.*?)</p>.*", "$1")).contains("困りごと").doesNotContain("経過");
    assertThat(page.body().replaceAll("(?s).*(相手に見えない項目.*?)</p>.*", "$1")).contains("経過", "連絡先").doesNotContain("困りごと");
    assertThat(NEIGHBOURS.received()).noneMatch(r -> r.method().equals("POST") && r.path().equals("/api/cases/c-look/referrals"));
    assertThat(NEIGHBOURS.last("POST").body()).contains("\"toOrganisation\":\"org06\"", "\"basis\":{\"kind\":\"CONSENT\"")
        .doesNotContain("架空");
  }

  @Test
  void sendsWhatWasLookedAtOrGoesBackWithEverythingStillTyped() {
    var page = looked("c-sent", Reply.json(200, TERMS), Reply.json(200, "{\"told\":[],\"seen\":" + SampleDirectory.PERSON + "}"));
    var back = browser.submit(page, Map.of("choose", "1"));
    assertThat(back.path()).isEqualTo("/cases/c-sent/referral");
    assertThat(back.body()).contains("職場の悩み（架空）", "三か月前に就職（架空）", "value=\"org06-1\" selected");
    NEIGHBOURS.on("POST /api/cases/c-sent/referrals", Reply.json(201, "{\"referralId\":\"r-1\",\"version\":2}").etag(2));
    browser.submit(page, Map.of());
    assertThat(NEIGHBOURS.last("POST").path()).isEqualTo("/api/cases/c-sent/referrals");
    assertThat(NEIGHBOURS.last("POST").body()).contains("\"basis\":{\"kind\":\"CONSENT\",\"consentId\":\"k-1\"}", "職場の悩み（架空）")
        .doesNotContain("_csrf");
    String key = NEIGHBOURS.last("POST").header("Idempotency-key");
    assertThat(page.body()).contains("name=\"key\" value=\"" + key + "\"");
    assertThat(NEIGHBOURS.last("DELETE").path()).as("nothing is left of it").isEqualTo("/api/drafts/" + key);
  }

  @Test
  void saysBesideItsFieldWhatWouldBeRefused() {
    var page = looked("c-refused", Reply.json(422,
        "{\"status\":422,\"code\":\"invalid\",\"errors\":[{\"field\":\"basis.consentId\",\"code\":\"required\",\"message\":\"Which consent?\"}]}"),
        Reply.json(200, "{}"));
    assertThat(page.body()).contains("id=\"f-basis-consentId-error\"", "職場の悩み（架空）", "action=\"/cases/c-refused/referral\"");
    assertThat(NEIGHBOURS.received()).noneMatch(r -> r.path().equals("/api/cases/c-refused/preview"));
  }

  @Test
  void saysSoWhereWhatIsSeenCannotBeAsked() {
    var page = looked("c-unasked", Reply.json(200, TERMS), Reply.json(503, "{\"status\":503,\"code\":\"service-unavailable\"}"));
    assertThat(page.body()).contains("いまは確かめられません", "この内容で送る").doesNotContain("相手に見えない項目");
  }

  @Test
  void keepsAReferralWhileItIsTypedAndGoesOnWithIt() {
    tell(Stories.opened("c-typed"));
    var page = browser.get("/cases/c-typed/referral");
    assertThat(page.body()).contains("hx-post=\"/cases/c-typed/referral/drafts\"");
    NEIGHBOURS.on("PUT /api/drafts/" + DRAFT, new Reply(204, Map.of(), ""));
    Map<String, String> typed = new HashMap<>(TYPED);
    typed.put("key", DRAFT);
    assertThat(browser.sendElsewhere(page, "/cases/c-typed/referral/drafts", typed).body()).contains("書きかけを保存しました", "職場の悩み（架空）");
    assertThat(NEIGHBOURS.last("PUT").body()).contains("\"caseId\":\"c-typed\"", "\"reason\":[\"職場の悩み（架空）\"]");

    NEIGHBOURS.on("GET /api/drafts",
        Reply.json(200, "{\"items\":[{\"draftId\":\"" + DRAFT + "\",\"caseId\":\"c-typed\",\"changedAt\":\"2026-04-01T01:03:00Z\"}]}"));
    NEIGHBOURS.on("GET /api/drafts/" + DRAFT, Reply.json(200, "{\"draftId\":\"" + DRAFT
        + "\",\"caseId\":\"c-typed\",\"changedAt\":\"2026-04-01T01:03:00Z\",\"fields\":{\"reason\":[\"途中まで（架空）\"]}}"));
    assertThat(browser.get("/cases/c-typed/referral").body()).contains("書きかけの引き継ぎがあります", "/cases/c-typed/referral/drafts/" + DRAFT);
    assertThat(browser.get("/cases/new").body()).doesNotContain(DRAFT);
    assertThat(browser.get("/cases/c-typed/referral/drafts/" + DRAFT).body()).contains("途中まで（架空）", "value=\"" + DRAFT + "\"",
        "action=\"/cases/c-typed/referral\"");
    tell(Stories.opened("c-other"));
    assertThat(browser.get("/cases/c-other/referral/drafts/" + DRAFT).status()).as("of another case").isEqualTo(404);
    assertThat(browser.get("/cases/new/drafts/" + DRAFT).status()).as("no opening").isEqualTo(404);
  }

  @Test
  void showsWhoOffersSomethingForTheNeed() {
    tell(Stories.opened("c-fitting"));
    directory
        .apply(List.of(offering("org71", new Programme("visits", "訪問相談", Set.of(Worry.WITHDRAWAL), "概ね18歳以上", null, List.of("ja", "en"),
            Programme.Capacity.FULL, LocalDate.parse("2026-04-01")))));
    directory.apply(List.of(offering("org72", new Programme("along", "伴走型支援", Set.of(Worry.WITHDRAWAL, Worry.DEBT), null, "小倉北区",
        List.of("ja"), Programme.Capacity.OPEN, LocalDate.parse("2026-03-01")))));
    String page = browser.get("/cases/c-fitting/referral?need=WITHDRAWAL").body();
    String list = page.substring(page.indexOf("id=\"fitting\""), page.indexOf("id=\"recipient\""));
    assertThat(list).contains("訪問相談", "概ね18歳以上", "市内全域", "英語", "いまは空きがない", "令和8年4月1日", "伴走型支援", "小倉北区").doesNotContain("返事はたいてい");
    assertThat(list.indexOf("伴走型支援")).as("where there is room first").isLessThan(list.indexOf("訪問相談"));
    assertThat(browser.get("/cases/c-fitting/referral?need=NO_FOOD").body()).contains("登録のある団体はありません");
    var chosen = browser.submit(browser.get("/cases/c-fitting/referral"),
        Map.of("need", "DEBT", "reason", "理由（架空）", "choose", "toOrganisation=org72"));
    assertThat(chosen.body()).contains("value=\"org72\" selected", "org72-1", "理由（架空）");
  }

  private static Envelope offering(String id, Programme programme) {
    var workers = List.of(new Worker(id + "-1", id, Set.of(WorkerRole.CASEWORKER), null, null, null, WorkerState.ACTIVE));
    var told = new Organisation(id, "団体" + id, true, true, false, List.of(), workers, null, List.of(programme));
    return new Envelope("organisation-" + id + "/1/0", "directory", "organisation-" + id, 1, 1, true, id, Instant.EPOCH, told);
  }

  @Test
  void tellsAStrangerNothing() {
    tell(Stories.opened("c-mine-alone"));
    NEIGHBOURS.atTheDesk("org09", "org09-1", "CASEWORKER");
    Browser stranger = new Browser(port);
    var page = stranger.logIn();
    for (String path : new String[]{"/preview", "/drafts", "/drafts/" + DRAFT + "/removal"})
      assertThat(stranger.sendElsewhere(page, "/cases/c-mine-alone/referral" + path, TYPED).status()).as(path).isEqualTo(404);
    assertThat(stranger.get("/cases/c-mine-alone/referral/drafts/" + DRAFT).status()).isEqualTo(404);
    assertThat(NEIGHBOURS.received()).noneMatch(r -> r.path().contains("c-mine-alone/preview"));
  }
}
