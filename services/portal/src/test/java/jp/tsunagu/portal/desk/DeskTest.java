package jp.tsunagu.portal.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.util.LinkedMultiValueMap;

import jp.tsunagu.contracts.Party;
import jp.tsunagu.contracts.IntakeMessage;
import jp.tsunagu.portal.Browser;
import jp.tsunagu.portal.Neighbours.Reply;
import jp.tsunagu.portal.PortalTest;
import jp.tsunagu.portal.SampleDirectory;
import jp.tsunagu.portal.ledger.CaseStory;
import jp.tsunagu.portal.ledger.Stories;
import jp.tsunagu.runtime.directory.DirectoryView;

class DeskTest extends PortalTest {
  @Autowired private DirectoryView directory;
  private Browser browser;

  @BeforeEach
  void logIn() {
    SampleDirectory.tell(directory);
    NEIGHBOURS.atTheDesk("org05", "org05-1", "CASEWORKER");
    SampleDirectory.names(NEIGHBOURS);
    NEIGHBOURS.on("POST /api/cases/names", Reply.json(200, "{\"items\":[{\"caseId\":\"c-desk\",\"label\":\"山田 花子\"}]}"));
    browser = new Browser(port);
    assertThat(browser.logIn().body()).contains("わたしの仕事", "佐藤 誠");
  }

  @Test
  void sendsWhoIsNotLoggedInToTheLogIn() {
    Browser stranger = new Browser(port);
    assertThat(stranger.get("/work").status()).isEqualTo(302);
    assertThat(stranger.open("/").body()).contains("ログイン");
  }

  @Test
  void keepsScriptsAndStylesOfOthersOut() {
    String policy = browser.get("/work").response().headers().firstValue("Content-Security-Policy").orElseThrow();
    assertThat(policy).contains("default-src 'none'").doesNotContain("unsafe");
    assertThat(browser.get("/work").body()).doesNotContain("<style", " style=", "onclick=");
  }

  @Test
  void showsWorkWithTheNamesIntakeGives() {
    tell(Stories.opened("c-desk"));
    assertThat(browser.get("/work?all=late").body()).contains("山田 花子さん", "つぎの一歩を決める", "超過");
  }

  @Test
  void showsACaseWithCodesWhileItsNeighboursAreAway() {
    tell(Stories.accepted("c-away", "r-1"));
    var page = browser.get("/cases/c-away");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body()).contains("相談 c-away", "いま表示できません", "主担当が", "令和8年4月1日（水）");
  }

  @Test
  void showsThePersonAndTheTextsWhenTheyCanBeHad() {
    tell(Stories.proposed("c-full", "r-1"));
    NEIGHBOURS.on("GET /api/cases/c-full", Reply.json(200, SampleDirectory.PERSON.replace("c-1", "c-full")));
    NEIGHBOURS.on("GET /api/cases/c-full/referrals",
        Reply.json(200,
            "{\"items\":[{\"referralId\":\"r-1\",\"reason\":\"職場の悩み\",\"summary\":\"三か月前に就職\",\"said\":[{\"what\":\"QUESTION\",\"text\":\"通院はありますか\"}]}]}"));
    assertThat(browser.get("/cases/c-full").body()).contains("山田 花子さん", "ヤマダ ハナコ", "三か月前に就職", "通院はありますか", "受入確認中");
  }

  @Test
  void hidesACaseFromAStranger() {
    tell(Stories.opened("c-mine"));
    NEIGHBOURS.atTheDesk("org09", "org09-1", "CASEWORKER");
    Browser stranger = new Browser(port);
    stranger.logIn();
    assertThat(stranger.get("/cases/c-mine").status()).isEqualTo(404);
    assertThat(stranger.get("/cases/c-none").status()).isEqualTo(404);
  }

  @Test
  void refersByNameAndShowsItAtOnce() {
    CaseStory story = Stories.opened("c-refer");
    tell(story);
    var form = browser.get("/cases/c-refer/referral?toOrganisation=org06");
    assertThat(form.body()).contains("鈴木 恵", "つなぎ先");
    NEIGHBOURS.on("POST /api/cases/c-refer/referrals", Reply.json(201, "{\"referralId\":\"r-1\",\"version\":3}").etag(3));
    NEIGHBOURS.journal(Stories.proposed("c-refer", "r-1").envelopes().stream()
        .filter(e -> e.stream().equals("journey-c-refer") && e.version() > 1).toList());
    var after = browser.submit(form,
        Map.of("toOrganisation", "org06", "toWorker", "org06-1", "need", "TROUBLE_AT_WORK", "reason", "職場の悩み", "summary", "概要",
            "urgency", "NORMAL", "basis.kind", "CONSENT", "basis.consentId", "k-1"));
    assertThat(after.path()).isEqualTo("/cases/c-refer");
    assertThat(after.body()).contains("引き継ぎをお願いしました", "受入確認中");
    var sent = NEIGHBOURS.last("POST");
    assertThat(sent.body()).contains("\"basis\":{\"kind\":\"CONSENT\",\"consentId\":\"k-1\"}", "\"toWorker\":\"org06-1\"");
    assertThat(sent.header("Idempotency-key")).isNotBlank();
  }

  @Test
  void showsARefusalBesideItsFieldAndKeepsWhatWasTyped() {
    tell(Stories.opened("c-wrong"));
    NEIGHBOURS.on("POST /api/cases/c-wrong/check-ins", Reply.json(422,
        "{\"status\":422,\"code\":\"invalid\",\"errors\":[{\"field\":\"dueOn\",\"code\":\"in-the-past\",\"message\":\"This date is in the past.\"}]}"));
    var form = browser.get("/cases/c-wrong/check-in");
    var again = browser.submit(form, Map.of("dueOn", "2020-01-01", "worker", "org05-1", "how", "夕方に電話"));
    assertThat(again.body()).contains("過ぎた日です", "id=\"f-dueOn-error\"", "href=\"#f-dueOn\"", "value=\"2020-01-01\"", "夕方に電話",
        "aria-invalid=\"true\"");
    assertThat(browser.get("/cases/c-wrong/check-in?lang=en").body()).contains("Plan a check-in");
  }

  @Test
  void sendsTheSameKeyAgainWhenAFormIsSentAgain() {
    tell(Stories.opened("c-twice"));
    NEIGHBOURS.on("POST /api/cases/c-twice/closure", Reply.json(503, "{\"status\":503,\"code\":\"busy\"}"));
    var form = browser.get("/cases/c-twice/closure");
    var again = browser.submit(form, Map.of("reason", "GOAL_MET", "agreedBy", "PERSON"));
    String first = NEIGHBOURS.last("POST").header("Idempotency-key");
    browser.submit(again, Map.of("reason", "GOAL_MET", "agreedBy", "PERSON"));
    assertThat(NEIGHBOURS.last("POST").header("Idempotency-key")).isEqualTo(first);
  }

  /** The key stands in the form, so somebody can change it; that is their mistake and no failure of ours. */
  @Test
  void refusesAFormWhoseKeyWasAltered() {
    tell(Stories.opened("c-altered"));
    var form = browser.get("/cases/c-altered/closure");
    var answer = browser.submit(form, Map.of("reason", "GOAL_MET", "agreedBy", "PERSON", "key", "k".repeat(300)));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(NEIGHBOURS.received().stream().filter(r -> r.path().endsWith("/closure"))).isEmpty();
  }

  @Test
  void opensACase() {
    NEIGHBOURS.on("POST /api/cases", Reply.json(201, "{\"caseId\":\"c-opened\",\"version\":1}").etag(1));
    CaseStory story = Stories.opened("c-opened");
    for (String stream : new String[]{"casefile-c-opened", "journey-c-opened"})
      NEIGHBOURS.journal(story.envelopes().stream().filter(e -> e.stream().equals(stream)).toList());
    var after = browser.submit(browser.get("/cases/new"),
        Map.of("who", "named", "person.familyName", "山田", "person.givenName", "花子", "person.phones",
            "090-0000-0000", "worry", "JOB_SEARCH", "main", "JOB_SEARCH", "channel", "PHONE", "urgency", "NORMAL"));
    assertThat(after.path()).isEqualTo("/cases/c-opened");
    assertThat(after.body()).contains("受け付けました", "つぎの一歩");
    assertThat(NEIGHBOURS.received().stream().filter(r -> r.path().equals("/api/cases")).findFirst().orElseThrow().body())
        .contains("\"worries\":[{\"kind\":\"JOB_SEARCH\",\"main\":true}]", "\"phones\":[\"090-0000-0000\"]");
  }

  @Test
  void drawsEveryForm() {
    tell(Stories.ended("c-forms", "r-1"));
    for (String deed : new String[]{"consent", "referral", "support-end", "check-in", "closure", "erasure", "reopening", "assignment",
        "link",
        "connection-request"})
      assertThat(browser.get("/cases/c-forms/" + deed).status()).as(deed).isEqualTo(200);
    for (String deed : new String[]{"answer", "reply", "first-contact", "accompanied-visit", "visit-cancellation", "completion", "return",
        "return-answer", "withdrawal"})
      assertThat(browser.get("/cases/c-forms/referrals/r-1/" + deed).status()).as(deed).isEqualTo(200);
    for (String deed : new String[]{"result", "reassignment"})
      assertThat(browser.get("/cases/c-forms/check-ins/i-1/" + deed).status()).as(deed).isEqualTo(200);
    assertThat(browser.get("/cases/c-forms/consents/k-1/consent-withdrawal").status()).isEqualTo(200);
    assertThat(browser.get("/cases/c-forms/links/c-other/link-removal").status()).isEqualTo(200);
    assertThat(browser.get("/cases/c-forms/access-log").status()).as("whoever handed on reads no log").isEqualTo(404);
    tell(Stories.opened("c-held"));
    assertThat(browser.get("/cases/c-held/access-log").status()).isEqualTo(200);
    assertThat(browser.get("/cases/c-forms/referrals/r-1/nonsense").status()).isEqualTo(404);
  }

  @Test
  void endsTheSessionHereAndAtTheIssuer() {
    var form = browser.get("/work");
    String token = form.body().replaceFirst("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
    var out = browser.post("/session/end", Map.of("_csrf", token));
    assertThat(out.response().headers().firstValue("Location").orElseThrow()).contains("/connect/logout?id_token_hint=");
    assertThat(browser.get("/work").status()).isEqualTo(302);
  }

  @Test
  void asksTheSecretariatWhyItHasToLookAndNobodyElse() {
    assertThat(browser.get("/break-glass").status()).isEqualTo(404);
    NEIGHBOURS.atTheDesk("org01", "secretariat", "SECRETARIAT");
    Browser secretariat = new Browser(port);
    secretariat.logIn();
    NEIGHBOURS.on("POST /api/cases/c-glass/break-glass", Reply.json(422,
        "{\"status\":422,\"code\":\"invalid\",\"errors\":[{\"field\":\"reason\",\"code\":\"required\",\"message\":\"say why\"}]}"));
    var form = secretariat.get("/break-glass?caseId=c-glass");
    assertThat(form.body()).contains("緊急閲覧", "value=\"c-glass\"");
    assertThat(secretariat.submit(form, Map.of("caseId", "c-glass", "reason", "連絡がつかない")).body()).contains("id=\"f-reason-error\"",
        "連絡がつかない");
  }

  @Test
  void showsTheCaseThroughBrokenGlassAndOffersNothingToDo() {
    NEIGHBOURS.atTheDesk("org01", "secretariat", "SECRETARIAT");
    Browser secretariat = new Browser(port);
    secretariat.logIn();
    tell(Stories.opened("c-seen"));
    assertThat(secretariat.get("/cases/c-seen").status()).isEqualTo(404);
    tell(Stories.opened("c-broken").commit(new IntakeMessage.GlassBroken("c-broken", new Party("org01", "secretariat"),
        new Party("org05", "org05-1"), Instant.parse("2099-01-01T00:00:00Z"))));
    assertThat(secretariat.get("/cases/c-broken").body()).contains("緊急閲覧中").doesNotContain("/cases/c-broken/referral",
        "引き継ぎの文章は、いま表示できません");
    assertThat(NEIGHBOURS.received()).noneMatch(r -> r.path().endsWith("/referrals") || r.path().endsWith("/check-ins"));
  }

  @Test
  void namesTheMembersOfASupportMeetingByOrganisation() {
    tell(Stories.opened("c-meet"));
    NEIGHBOURS.on("POST /api/cases/c-meet/support-meetings", Reply.json(409, "{\"status\":409,\"code\":\"busy\"}"));
    var form = browser.get("/cases/c-meet/support-meeting");
    browser.submit(form, Map.of("heldOn", "2026-04-01", "members", "org06/org06-1", "items", "NAME", "reason", "本人と話せない"));
    assertThat(NEIGHBOURS.last("POST").body()).contains("\"members\":[{\"organisation\":\"org06\",\"worker\":\"org06-1\"}]",
        "\"items\":[\"NAME\"]");
  }

  @Test
  void showsWhatIsWrongWithAMemberAtTheSeatTheyWereGiven() {
    tell(Stories.opened("c-seats"));
    NEIGHBOURS.on("POST /api/cases/c-seats/support-meetings", Reply.json(422,
        "{\"status\":422,\"code\":\"invalid\",\"errors\":[{\"field\":\"members[1]\",\"code\":\"barred-worker\",\"message\":\"no\"}]}"));
    var typed = new LinkedMultiValueMap<>(Map.of("members", List.of("", "org06/org06-1", "", "org08/org08-1"), "items", List.of("NAME")));
    String again = browser.submit(browser.get("/cases/c-seats/support-meeting"), typed).body();
    assertThat(again).contains("href=\"#f-members-1-\"", "id=\"f-members-1--error\"");
    String seat = again.substring(again.indexOf("<select id=\"f-members-1-\""));
    assertThat(seat.substring(0, seat.indexOf("</select>"))).contains("aria-describedby=\"f-members-1--error\"", "aria-invalid=\"true\"")
        .containsPattern("value=\"org08/org08-1\" selected").doesNotContainPattern("value=\"org06/org06-1\" selected");
  }

  @Test
  void printsTheRecordOfProvisionsForTheHolder() {
    tell(Stories.opened("c-told"));
    NEIGHBOURS.on("GET /api/cases/c-told/provisions", Reply.json(200,
        "{\"items\":[{\"at\":\"2026-04-02T01:00:00Z\",\"from\":{\"organisation\":\"org05\",\"worker\":\"org05-1\"},\"toOrganisation\":\"org06\",\"basis\":\"LIFE_BODY\",\"items\":[\"NAME\"],\"purpose\":\"=1+1\",\"withdrawn\":false}]}"));
    assertThat(browser.get("/cases/c-told/provisions").body()).contains("第三者提供の記録", "同意によらない", "令和8年4月2日");
    assertThat(browser.get("/cases/c-told/provisions.csv").body()).startsWith("\uFEFF提供した日時").contains("'=1+1");
  }
}
