package jp.tsunagu.portal.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import jp.tsunagu.contracts.Party;
import jp.tsunagu.contracts.ReferralMessage;
import jp.tsunagu.portal.Browser;
import jp.tsunagu.portal.Neighbours.Reply;
import jp.tsunagu.portal.PortalTest;
import jp.tsunagu.portal.SampleDirectory;
import jp.tsunagu.portal.ledger.CaseStory;
import jp.tsunagu.portal.ledger.Stories;
import jp.tsunagu.runtime.directory.DirectoryView;

/** 同行 on the pages of both sides. */
class VisitPagesTest extends PortalTest {
  private static final Instant AT = Instant.parse("2027-05-06T01:30:00Z");

  @Autowired private DirectoryView directory;
  private final String caseId = "c-" + UUID.randomUUID().toString().substring(0, 8);
  private final String form = "/cases/" + caseId + "/referrals/r-1/accompanied-visit";
  private final String file = form + ".ics";

  @BeforeEach
  void tellWhoThereIs() {
    SampleDirectory.tell(directory);
    SampleDirectory.names(NEIGHBOURS);
  }

  private Browser at(String organisation) {
    NEIGHBOURS.atTheDesk(organisation, organisation + "-1", "CASEWORKER");
    Browser browser = new Browser(port);
    browser.logIn();
    return browser;
  }

  private CaseStory planned() {
    return Stories.accepted(caseId, "r-1")
        .commit(new ReferralMessage.AccompaniedVisitPlanned(caseId, "r-1", new Party("org05", "org05-1"), AT));
  }

  @Test
  void asksTheOwnerForTheTimeInJapan() {
    tell(Stories.accepted(caseId, "r-1"));
    NEIGHBOURS.on("POST /api" + form, Reply.json(200, "{\"version\":9}"));
    Browser browser = at("org05");
    var after = browser.submit(browser.get(form), form, Map.of("on", "2027-05-06", "time", "10:30", "place", "駅の改札（架空）"));
    assertThat(after.body()).contains("同行の予定を決めました");
    var sent = NEIGHBOURS.received().stream().filter(r -> r.path().endsWith("/accompanied-visit")).findFirst().orElseThrow();
    assertThat(sent.body()).isEqualTo("{\"place\":\"駅の改札（架空）\",\"at\":\"2027-05-06T01:30:00Z\"}");
  }

  @Test
  void givesBothSidesAFileForTheirCalendars() {
    tell(planned());
    for (String side : new String[]{"org05", "org06"}) {
      Browser browser = at(side);
      assertThat(browser.get("/cases/" + caseId).body()).as(side).contains("同行の予定", file, "同行を取りやめる");
      var calendar = browser.get(file);
      assertThat(calendar.status()).as(side).isEqualTo(200);
      assertThat(calendar.body()).contains("DTSTART:20270506T013000Z", "DTEND:20270506T023000Z", "つなぐ：同行 / Tsunagu: visit together")
          .doesNotContain(caseId, "r-1", "org05", "org06");
    }
  }

  @Test
  void givesNobodyElseOneNorOfAVisitThatIsOff() {
    tell(planned());
    assertThat(at("org15").get(file).status()).isEqualTo(404);
    tell(planned().commit(new ReferralMessage.AccompaniedVisitCancelled(caseId, "r-1", new Party("org06", "org06-1"))));
    Browser browser = at("org05");
    assertThat(browser.get(file).status()).isEqualTo(404);
    assertThat(browser.get("/cases/" + caseId).body()).contains("同行を取りやめました").doesNotContain(file);
  }
}
