package jp.tsunagu.portal.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import jp.tsunagu.contracts.FollowUpMessage;
import jp.tsunagu.contracts.StepKind;
import jp.tsunagu.portal.Browser;
import jp.tsunagu.portal.Browser.Page;
import jp.tsunagu.portal.Neighbours.Reply;
import jp.tsunagu.portal.PortalTest;
import jp.tsunagu.portal.SampleDirectory;
import jp.tsunagu.portal.ledger.CaseStory;
import jp.tsunagu.portal.ledger.Stories;
import jp.tsunagu.runtime.directory.DirectoryView;

/** Answers that the list of work takes by one tap. */
class OneTapTest extends PortalTest {
  @Autowired private DirectoryView directory;
  private final String caseId = "c-" + UUID.randomUUID().toString().substring(0, 8);
  private final String answer = "/cases/" + caseId + "/referrals/r-1/answer";
  private final String result = "/cases/" + caseId + "/check-ins/i-1/result";
  private Browser browser;

  @BeforeEach
  void logIn() {
    SampleDirectory.tell(directory);
    SampleDirectory.names(NEIGHBOURS);
    NEIGHBOURS.atTheDesk("org06", "org06-1", "CASEWORKER");
    browser = new Browser(port);
    browser.logIn();
  }

  private Page accept() {
    return browser.submit(browser.get("/work?all=late"), answer, Map.of());
  }

  private static Reply refused(int status, String code) {
    return Reply.json(status, "{\"status\":" + status + ",\"code\":\"" + code + "\"}");
  }

  @Test
  void acceptsWithOneselfAsWorkerAndTheUsualDate() {
    tell(Stories.proposed(caseId, "r-1"));
    NEIGHBOURS.on("POST /api" + answer.replace("answer", "acceptance"), Reply.json(200, "{\"version\":2}"));
    Page after = accept();
    assertThat(after.path()).isEqualTo("/work");
    assertThat(after.body()).contains("返事を送りました");
    var sent = NEIGHBOURS.received().stream().filter(r -> r.path().endsWith("/acceptance")).findFirst().orElseThrow();
    assertThat(sent.body()).isEqualTo("{\"worker\":\"org06-1\"}");
    assertThat(sent.header("Idempotency-key")).contains("r-1");
  }

  @Test
  void offersItToWhoIsAskedAloneAndSaysWhatItDoes() {
    tell(Stories.proposed(caseId, "r-1"));
    assertThat(browser.get("/work?all=late").body()).contains("action=\"" + answer + "\"", "わたしが受け入れる", "主担当になります",
        "href=\"" + answer + "\"");
    NEIGHBOURS.atTheDesk("org05", "org05-1", "CASEWORKER");
    Browser yell = new Browser(port);
    yell.logIn();
    assertThat(yell.get("/work?all=late").body()).contains("/cases/" + caseId).doesNotContain("action=\"" + answer + "\"");
  }

  @Test
  void saysKindlyThatSomebodyElseWasFirst() {
    tell(Stories.proposed(caseId, "r-1"));
    NEIGHBOURS.on("POST /api" + answer.replace("answer", "acceptance"), refused(409, "referral-is-accepted"));
    Page after = accept();
    assertThat(after.path()).isEqualTo("/work");
    assertThat(after.body()).contains("ほかの人が先に").doesNotContain("返事を送りました");
  }

  @Test
  void showsTheWholeFormWhereItCannotBeSentJustNow() {
    tell(Stories.proposed(caseId, "r-1"));
    NEIGHBOURS.on("POST /api" + answer.replace("answer", "acceptance"), refused(503, "service-unavailable"));
    Page again = accept();
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.body()).contains("いま受け付けられません", "二重に記録されることはありません", "value=\"acceptance\" checked");
  }

  @Test
  void recordsWhetherThePersonWasReached() {
    tell(checkInDue());
    NEIGHBOURS.on("POST /api" + result, Reply.json(200, "{\"version\":2}"));
    Page after = browser.submit(browser.get("/work?all=late"), result, Map.of("reached", "false"));
    assertThat(after.path()).isEqualTo("/work");
    assertThat(after.body()).contains("近況を記録しました");
    assertThat(NEIGHBOURS.received().stream().filter(r -> r.path().endsWith("/result")).findFirst().orElseThrow().body())
        .isEqualTo("{\"reached\":false}");
  }

  /** Nothing else is planned, so a tap is not enough: the form asks for the next day, and keeps what was tapped. */
  @Test
  void asksForTheNextDateWhereThereHasToBeOne() {
    tell(checkInDue());
    NEIGHBOURS.on("POST /api" + result, Reply.json(422,
        "{\"status\":422,\"code\":\"invalid\",\"errors\":[{\"field\":\"next\",\"code\":\"next-date-needed\",\"message\":\"say when\"}]}"));
    Page form = browser.submit(browser.get("/work?all=late"), result, Map.of("reached", "true"));
    assertThat(form.body()).contains("つぎの日にちを決めてください", "value=\"true\" checked");
  }

  private CaseStory checkInDue() {
    CaseStory story = Stories.ended(caseId, "r-1");
    return story.commit(new FollowUpMessage.DeadlineArmed(caseId,
        story.step("check-in:i-1", StepKind.CHECK_IN, CaseStory.COUNSELLOR, java.time.Duration.ofDays(7))));
  }
}
