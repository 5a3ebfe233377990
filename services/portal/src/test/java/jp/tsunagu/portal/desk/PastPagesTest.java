package jp.tsunagu.portal.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import jp.tsunagu.portal.Browser;
import jp.tsunagu.portal.Neighbours.Reply;
import jp.tsunagu.portal.PortalTest;
import jp.tsunagu.portal.SampleDirectory;
import jp.tsunagu.portal.ledger.CaseStory;
import jp.tsunagu.portal.ledger.Stories;
import jp.tsunagu.runtime.directory.DirectoryView;
import jp.tsunagu.runtime.inbox.Envelope;

/** What was known of a case on an earlier day. YELL opened it on 1 April, asked on the 2nd, and the counsellor accepted on the 3rd. */
class PastPagesTest extends PortalTest {
  @Autowired private DirectoryView directory;
  private final String caseId = "c-" + UUID.randomUUID().toString().substring(0, 8);
  private Browser counsellor;

  @BeforeEach
  void logIn() {
    SampleDirectory.tell(directory);
    SampleDirectory.names(NEIGHBOURS);
    counsellor = at("org06");
    CaseStory story = Stories.ended(caseId, "r-1");
    tell(story);
    for (String stream : List.of("casefile-", "journey-", "watch-", "reports-"))
      NEIGHBOURS.on("GET /internal/journal/" + stream + caseId, Reply.json(200, "[]"));
    story.envelopes().stream().collect(Collectors.groupingBy(Envelope::stream)).values().forEach(NEIGHBOURS::journal);
  }

  private Browser at(String organisation) {
    NEIGHBOURS.atTheDesk(organisation, organisation + "-1", "CASEWORKER");
    var browser = new Browser(port);
    browser.logIn();
    return browser;
  }

  private String on(Browser browser, String day) {
    var page = browser.get("/cases/" + caseId + "?on=" + day);
    assertThat(page.status()).isEqualTo(200);
    return page.body().replaceFirst("(?s).*<main", "<main");
  }

  @Test
  void showsWhoHeldThePersonAndWhatWasAwaitedThen() {
    assertThat(on(counsellor, "2026-04-02")).contains("令和8年4月2日（木）までに分かっていたこと", "この日の主担当", "佐藤 誠", "受入確認中", "受入の返事", "引き継ぎをお願いしました")
        .doesNotContain("主担当が", "受け入れました", "近況確認");
    assertThat(on(counsellor, "2026-04-03")).contains("鈴木 恵", "受け入れました", "主担当が");
  }

  @Test
  void offersNothingToDoAndAsksForNoNameAndNoText() {
    NEIGHBOURS.received().clear();
    String page = on(counsellor, "2026-04-03");
    assertThat(page).contains("いまのようすではありません").doesNotContain("method=\"post\"", "/referrals/r-1/", "山田");
    assertThat(NEIGHBOURS.received()).noneMatch(r -> r.path().startsWith("/api/cases/"));
  }

  @Test
  void asksForTheDayAgainWhereItIsNone() {
    assertThat(on(counsellor, "31.4.")).contains("日付として読みとれません", "value=\"31.4.\"", "aria-invalid=\"true\"").doesNotContain("この日の主担当");
    assertThat(on(counsellor, "2099-01-01")).contains("今日より先").doesNotContain("この日の主担当");
    assertThat(on(counsellor, "")).contains("日付として読みとれません");
  }

  @Test
  void saysThatThereWasNothingYet() {
    assertThat(on(counsellor, "2026-03-31")).contains("まだありませんでした").doesNotContain("この日の主担当");
  }

  @Test
  void hidesThePastFromWhoMayNotSeeThePresent() {
    Browser stranger = at("org09");
    assertThat(stranger.get("/cases/" + caseId + "?on=2026-04-02").status()).isEqualTo(404);
    assertThat(stranger.get("/cases/" + caseId + "?on=never").status()).isEqualTo(404);
  }

  @Test
  void saysThatThePastCannotBeToldWhileItsKeeperIsAway() {
    NEIGHBOURS.on("GET /internal/journal/journey-" + caseId, Reply.silence());
    assertThat(on(counsellor, "2026-04-02")).contains("いま聞けません", "いまのようすにもどる").doesNotContain("この日の主担当");
  }
}
