package jp.tsunagu.portal.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.util.LinkedMultiValueMap;

import jp.tsunagu.portal.Browser;
import jp.tsunagu.portal.Neighbours.Reply;
import jp.tsunagu.portal.PortalTest;
import jp.tsunagu.portal.SampleDirectory;
import jp.tsunagu.portal.ledger.Stories;
import jp.tsunagu.runtime.directory.DirectoryView;

/** A manager looks after the team's matters. */
class TeamPagesTest extends PortalTest {
  @Autowired private DirectoryView directory;
  private final String caseId = "c-" + UUID.randomUUID().toString().substring(0, 8);

  @BeforeEach
  void tellOfPeople() {
    SampleDirectory.tell(directory);
    SampleDirectory.names(NEIGHBOURS);
  }

  private Browser at(String organisation, String worker, String role) {
    NEIGHBOURS.atTheDesk(organisation, worker, role);
    var browser = new Browser(port);
    browser.logIn();
    return browser;
  }

  @Test
  void showsWhoHasWhatToDo() {
    tell(Stories.accepted(caseId, "r-" + caseId));
    var manager = at("org06", "org06-m", "MANAGER");
    assertThat(manager.get("/team").body()).contains("チーム", "期限切れ", "href=\"/team/org06-1\"");
    assertThat(manager.get("/team/org06-1").body()).contains(caseId + " next-step", caseId + " first-contact:r-" + caseId);
    assertThat(manager.get("/team/org05-1").status()).as("of another organisation").isEqualTo(404);
    assertThat(at("org06", "org06-1", "CASEWORKER").get("/team").status()).isEqualTo(403);
  }

  @Test
  void handsOnWhatWasChosenEachMatterOnce() {
    tell(Stories.accepted(caseId, "r-" + caseId));
    NEIGHBOURS.on("POST /api/cases/" + caseId + "/assignment", Reply.json(200, "{\"version\": 9}"));
    var chosen = new LinkedMultiValueMap<String, String>();
    chosen.add("colleague", "org06-2");
    chosen.put("duties", List.of(caseId + " next-step", caseId + " first-contact:r-" + caseId, caseId + " visit:r-" + caseId,
        "c-elsewhere next-step"));
    chosen.add("key", UUID.randomUUID().toString());
    NEIGHBOURS.received().clear();
    var manager = at("org06", "org06-m", "MANAGER");
    assertThat(manager.submit(manager.get("/team/org06-1"), "/team/org06-1/hand-over", chosen).body()).contains("まかせました");
    List<String> asked = NEIGHBOURS.received().stream().filter(r -> r.method().equals("POST") && r.path().endsWith("/assignment"))
        .map(r -> r.path() + " " + r.body()).toList();
    assertThat(asked).hasSize(2).allMatch(a -> a.startsWith("/api/cases/" + caseId)).anyMatch(a -> a.contains("r-" + caseId))
        .anyMatch(a -> !a.contains("referralId"));
  }

  @Test
  void saysWhatCouldNotBeHandedOn() {
    tell(Stories.accepted(caseId, "r-" + caseId));
    NEIGHBOURS.on("POST /api/cases/" + caseId + "/assignment",
        Reply.json(409, "{\"code\": \"barred\", \"detail\": \"This worker is barred.\"}"));
    var manager = at("org06", "org06-m", "MANAGER");
    var page = manager.submit(manager.get("/team/org06-1"), "/team/org06-1/hand-over",
        Map.of("colleague", "org06-2", "duties", caseId + " next-step"));
    assertThat(page.body()).contains("まかせられなかったものがあります", caseId.substring(0, 9));
    assertThat(manager.submit(manager.get("/team/org06-1"), "/team/org06-1/hand-over", Map.of("colleague", "org06-2")).body())
        .contains("href=\"#f-duties\"");
  }

  @Test
  void saysThatSomebodyWillBeAway() {
    String absences = "/api/organisations/org06/workers/org06-1/absences";
    NEIGHBOURS.on("POST " + absences, Reply.json(422, """
        {"code": "invalid", "errors": [{"field": "to", "code": "before-it-begins", "message": "no"}]}"""));
    var manager = at("org06", "org06-m", "MANAGER");
    assertThat(
        manager.submit(manager.get("/team/org06-1"), "/team/org06-1/absences", Map.of("from", "2027-05-02", "to", "2027-05-01")).body())
        .contains("href=\"#f-to\"", "value=\"2027-05-02\"");
    NEIGHBOURS.on("POST " + absences, Reply.json(201, "{\"worker\": \"org06-1\", \"from\": \"2027-05-01\", \"version\": 3}"));
    assertThat(
        manager.submit(manager.get("/team/org06-1"), "/team/org06-1/absences", Map.of("from", "2027-05-01", "to", "2027-05-02")).body())
        .contains("不在を登録しました");
    NEIGHBOURS.on("POST " + absences + "/2027-05-01/cancellation", Reply.json(200, "{\"version\": 4}"));
    assertThat(manager.sendElsewhere(manager.get("/team/org06-1"), "/team/org06-1/absences/2027-05-01/cancellation", Map.of()).body())
        .contains("不在を取り消しました");
    assertThat(manager
        .sendElsewhere(manager.get("/team/org06-1"), "/team/org05-1/absences", Map.of("from", "2027-05-01", "to", "2027-05-02")).status())
        .isEqualTo(404);
  }
}
