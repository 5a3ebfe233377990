package jp.tsunagu.systemtests;

import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** What somebody at a desk sees while a service has stopped answering, and when it is back. */
@ExtendWith(Town.Here.class)
@TestInstance(Lifecycle.PER_CLASS)
class ServiceAwayTest {
  private static final String NOTE = "電話で話せた（架空の文章です）";

  private final Town town;
  private final Browsers browsers = new Browsers();

  ServiceAwayTest(Town town) {
    this.town = town;
  }

  @AfterAll
  void close() {
    browsers.close();
  }

  @Test
  void worksByCaseNumbersWithoutIntake() {
    Matter person = town.desk("org05").opens("JOB_SEARCH");
    person.act("check-ins", Map.of("dueOn", town.today().toString(), "worker", "org05-2")).done();
    Screen yell = screen("no-intake", "org05-2").eventuallyShows("近況確認");
    town.without("intake", () -> {
      yell.open("/work").shows("お名前は、いま表示できません").shows("近況確認").look("work");
      yell.open("/cases").shows("お名前は、いま表示できません").look("cases");
      yell.open("/cases/" + person.id()).shows("名前、本人のこと").showsIn(".holder", "YELL").look("case");
      yell.open("/cases/" + person.id() + "/consent").choose("伝える先", "抱樸").type("目的", NOTE).tick("名前").tick("書面");
      yell.press("記録する").shows("いま受け付けられません").holds("目的", NOTE).look("consent");
    });
    Town.eventually(() -> yell.press("記録する").shows("同意を記録しました"));
  }

  @Test
  void keepsWhatWasTypedWhileFollowUpIsAwayAndTakesItAfterwards() {
    Matter person = town.desk("org05").opens("JOB_SEARCH");
    String checkIn = person.act("check-ins", Map.of("dueOn", town.today().toString(), "worker", "org05-2")).id("checkInId");
    Screen yell = screen("no-follow-up", "org05-2").open("/cases/" + person.id()).eventuallyShows("近況を記録する");
    yell.open("/cases/" + person.id() + "/check-ins/" + checkIn + "/result").tick("はい、話せました").type("近況", NOTE);
    town.without("follow-up", () -> {
      yell.press("記録する").shows("いま受け付けられません").holds("近況", NOTE).look("typed");
      yell.lacks("近況を記録しました");
    });
    Town.eventually(() -> yell.press("記録する").shows("近況を記録しました"));
    yell.look("recorded");
  }

  private Screen screen(String whose, String worker) {
    return new Screen(browsers.chromium(), town.door(), whose).logIn(worker, Door.SECRET);
  }
}
