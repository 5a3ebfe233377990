package jp.tsunagu.portal.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

import jp.tsunagu.portal.Browser;
import jp.tsunagu.portal.Browser.Page;
import jp.tsunagu.portal.PortalTest;
import jp.tsunagu.portal.SampleDirectory;
import jp.tsunagu.portal.ledger.Stories;
import jp.tsunagu.runtime.directory.DirectoryView;

/** The desk while a service is away: every page says what still works, and no form loses what was typed into it. */
@TestPropertySource(properties = "tsunagu.portal.rest=1ms") // its guards are nobody else's, and soon ask again
class AwayPagesTest extends PortalTest {
  private static final Pattern FIELD = Pattern.compile("<textarea[^>]* name=\"([^\"]+)\"|<input type=\"date\"[^>]* name=\"([^\"]+)\"");
  private static final String WRITTEN = "書いたことは残る（架空の文章です）";
  private static final String DAY = "2031-04-09";

  @Autowired private DirectoryView directory;
  private final String caseId = "c-" + UUID.randomUUID().toString().substring(0, 6);
  private Browser browser;

  @BeforeEach
  void logIn() {
    SampleDirectory.tell(directory);
    SampleDirectory.names(NEIGHBOURS);
    browser = at("org06-1");
    tell(Stories.ended(caseId, "r-1"));
  }

  private Browser at(String worker) {
    NEIGHBOURS.atTheDesk("org06", worker, "CASEWORKER", "MANAGER");
    var desk = new Browser(port);
    desk.logIn();
    return desk;
  }

  @AfterEach
  void comeBack() {
    NEIGHBOURS.away(path -> false);
  }

  private static boolean intake(String path) {
    return (path.startsWith("/api/cases") && !followUp(path) && !referral(path)) || path.startsWith("/api/persons")
        || path.startsWith("/api/calls") || path.startsWith("/api/drafts");
  }

  private static boolean referral(String path) {
    return path.matches("/api/cases/[^/]+/(referrals|support-end|closure|reopening|assignment).*") || path.endsWith("/acknowledgement");
  }

  private static boolean followUp(String path) {
    return path.contains("/check-ins");
  }

  private String shown(String path) {
    Page page = browser.get(path);
    assertThat(page.status()).as(path).isEqualTo(200);
    return page.body().replaceFirst("(?s).*<main", "<main");
  }

  @Test
  void showsListsWithNumbersAndSaysSoWithoutIntake() {
    browser = at("org06-m");
    NEIGHBOURS.away(AwayPagesTest::intake);
    for (String list : new String[]{"/cases", "/team/org06-1"})
      assertThat(shown(list)).as(list).contains("お名前は、いま表示できません", "相談 " + caseId);
    browser = at("org06-1");
    assertThat(shown("/work?all=late")).contains("お名前は、いま表示できません", "相談 " + caseId);
  }

  @Test
  void saysThatNamesCannotBeSearchedNowAndStillFindsNumbers() {
    NEIGHBOURS.away(AwayPagesTest::intake);
    Page form = browser.get("/cases");
    assertThat(browser.submit(form, "/cases", Map.of("q", "山田")).body()).contains("名前や電話番号ではさがせません", "value=\"山田\"")
        .doesNotContain("class=\"empty lead\"");
    assertThat(browser.submit(form, "/cases", Map.of("q", caseId)).body()).contains("href=\"/cases/" + caseId + "\"");
  }

  @Test
  void showsACaseWithoutWhatIsAway() {
    NEIGHBOURS.away(AwayPagesTest::intake);
    assertThat(shown("/cases/" + caseId)).contains("名前、本人のこと", "相談 " + caseId, "これまで");
    NEIGHBOURS.away(AwayPagesTest::referral);
    assertThat(shown("/cases/" + caseId)).contains("引き継ぎの文章は、いま表示できません");
    NEIGHBOURS.away(AwayPagesTest::followUp);
    assertThat(shown("/cases/" + caseId)).contains("近況確認の文章は、いま表示できません", "令和8年4月22日");
  }

  @Test
  void showsFiguresGapsAndTheTeamWhateverIsAway() {
    browser = at("org06-m");
    NEIGHBOURS.away(path -> path.startsWith("/api/") && !path.startsWith("/api/organisations"));
    for (String page : new String[]{"/board", "/gaps", "/team", "/work", "/cases", "/cases/new", "/calls", "/settings"})
      assertThat(shown(page)).as(page).contains("<h1");
  }

  @Test
  void saysThatAPageIsNothingWithoutTheServiceThatIsAwayAndDeniesNothing() {
    NEIGHBOURS.away(AwayPagesTest::intake);
    for (String path : new String[]{"/cases/" + caseId + "/person", "/calls/k-1", "/cases/new/drafts/d-1"}) {
      Page page = browser.get(path);
      assertThat(page.status()).as(path).isEqualTo(503);
      assertThat(page.body()).as(path).contains("記録したものはなくなっていません", "href=\"/work\"");
    }
    NEIGHBOURS.away(path -> false);
    assertThat(browser.get("/calls/k-1").status()).as("there is no such call").isEqualTo(404);
    assertThat(browser.get("/cases/c-never/person").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"consent", "referral", "support-end", "check-in", "closure", "erasure", "reopening", "assignment",
      "support-meeting", "bar", "abuse-report", "link", "connection-request", "referrals/r-1/answer", "referrals/r-1/reply",
      "referrals/r-1/first-contact", "referrals/r-1/completion", "referrals/r-1/return", "referrals/r-1/return-answer",
      "referrals/r-1/withdrawal", "check-ins/i-1/result", "check-ins/i-1/reassignment", "consents/k-1/consent-withdrawal",
      "consents/k-1/acknowledgement", "links/c-other/link-removal"})
  void bringsAFormBackAsItWasTyped(String deed) {
    NEIGHBOURS.away(path -> path.startsWith("/api/cases"));
    Page form = browser.get("/cases/" + caseId + "/" + deed);
    assertThat(form.status()).isEqualTo(200);
    assertThat(form.body()).contains("お名前などは、いま表示できません");
    Map<String, String> typed = typed(form.body());
    Page again = browser.submit(form, typed);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.body()).contains("いま受け付けられません", "二重に記録されることはありません");
    typed.forEach((name, text) -> assertThat(again.body()).as(name)
        .containsPattern("name=\"" + Pattern.quote(name) + "\"[^>]*>?[^>]*" + Pattern.quote(text)));
  }

  /** Something in each of its fields that people write into. */
  private static Map<String, String> typed(String form) {
    Map<String, String> typed = new LinkedHashMap<>();
    Matcher field = FIELD.matcher(form);
    while (field.find()) {
      if (field.group(1) != null) typed.put(field.group(1), WRITTEN);
      else typed.put(field.group(2), DAY);
    }
    return typed;
  }
}
