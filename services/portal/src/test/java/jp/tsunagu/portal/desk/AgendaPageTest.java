package jp.tsunagu.portal.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import jp.tsunagu.portal.Browser;
import jp.tsunagu.portal.Neighbours.Reply;
import jp.tsunagu.portal.PortalTest;
import jp.tsunagu.portal.SampleDirectory;
import jp.tsunagu.portal.ledger.Stories;
import jp.tsunagu.runtime.directory.DirectoryView;

class AgendaPageTest extends PortalTest {
  @Autowired private DirectoryView directory;
  private final String caseId = "c-" + UUID.randomUUID().toString().substring(0, 8);

  @BeforeEach
  void tellOfPeople() {
    SampleDirectory.tell(directory);
    SampleDirectory.names(NEIGHBOURS);
    NEIGHBOURS.on("POST /api/cases/names", Reply.json(200, "{\"items\":[{\"caseId\":\"" + caseId + "\",\"label\":\"山田 花子\"}]}"));
    tell(Stories.accepted(caseId, "r-" + caseId)); // accepted on 3 April: first contact by the 10th, the next step by the 19th
  }

  private Browser at(String worker, String role) {
    NEIGHBOURS.atTheDesk("org06", worker, role);
    var browser = new Browser(port);
    browser.logIn();
    return browser;
  }

  @Test
  void showsMyDatesOnTheirDaysWithTheirCases() {
    String april = at("org06-1", "CASEWORKER").get("/calendar?day=2026-04-20").body();
    assertThat(april).contains("href=\"/cases/" + caseId + "\"", "山田 花子さん", "昭和の日", "datetime=\"2026-04-10\"",
        "/calendar?view=month&amp;day=2026-05-01&amp;of=mine").doesNotContain("チームの予定");
    String tenth = april.substring(april.indexOf("datetime=\"2026-04-10\""), april.indexOf("datetime=\"2026-04-11\""));
    assertThat(tenth).contains("初回接触", caseId).doesNotContain("訪問・同行");
  }

  @Test
  void showsAWeek() {
    String week = at("org06-1", "CASEWORKER").get("/calendar?view=week&day=2026-04-21").body();
    assertThat(week).contains("つぎの一歩を決める", caseId).doesNotContain("datetime=\"2026-04-18\"", "初回接触");
    assertThat(at("org06-2", "CASEWORKER").get("/calendar?view=week&day=2026-04-21").body()).doesNotContain(caseId);
  }

  @Test
  void showsAManagerTheTeamsAndNobodyElse() {
    var manager = at("org06-m", "MANAGER");
    assertThat(manager.get("/calendar?of=team&day=2026-04-01").body()).contains(caseId, "鈴木 恵", "チームの予定");
    assertThat(manager.get("/calendar?day=2026-04-01").body()).doesNotContain(caseId);
    assertThat(at("org06-1", "CASEWORKER").get("/calendar?of=team").status()).isEqualTo(403);
  }

  @Test
  void takesWhatIsNoDayForToday() {
    var browser = at("org06-1", "CASEWORKER");
    for (String day : new String[]{"", "noon", "-999999999-01-01", "9999-12-31"})
      assertThat(browser.get("/calendar?day=" + day).body()).as(day).contains("is-today");
  }
}
