package jp.tsunagu.systemtests;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** Pages that stay open while somebody else does something, and what they let one do at once. */
@ExtendWith(Town.Here.class)
@TestInstance(Lifecycle.PER_CLASS)
class LiveDeskTest {
  private static final String HELD = "#held:visible";

  private final Town town;
  private final Browsers browsers = new Browsers();

  LiveDeskTest(Town town) {
    this.town = town;
  }

  @AfterAll
  void close() {
    browsers.close();
  }

  @Test
  void showsWhoReferredThatTheOtherDeskHasAccepted() {
    Matter person = town.desk("org05").opens("TROUBLE_AT_WORK");
    person.refer("org15-1");
    Screen yell = screen("live-yell", "org05-1").open("/cases/" + person.id()).eventuallyShows("受入確認中").showsIn(".holder", "YELL");
    yell.staysOpen();
    Screen houboku = screen("live-houboku", "org15-1").open("/cases/" + person.id()).eventuallyShows("返事をする");
    houboku.press("返事をする").press("返事を送る").shows("返事を送りました");
    yell.showsIn(".holder", "抱樸").showsIn(".story", "主担当が").showsIn("#told", "表示を新しくしました").wasNeverLoadedAgain().look("changed");
  }

  @Test
  void bringsTheListUpToDateButNotUnderTheHandsOfWhoWorksOnIt() {
    Screen houboku = screen("live-list", "org15-2").open("/work");
    houboku.staysOpen();
    String first = item(town.desk("org05").opens("JOB_SEARCH"));
    houboku.showsIn(first, "受入の返事").showsIn("#told", "一覧を新しくしました").focus(first);
    String second = item(town.desk("org05").opens("JOB_SEARCH"));
    houboku.showsIn(HELD, "新しい動きがあります").lacksPart(second).focus("header .brand").showsIn(second, "受入の返事").lacksPart(HELD);
    houboku.focus(second);
    item(town.desk("org05").opens("JOB_SEARCH"));
    houboku.showsIn(HELD, "新しい動きがあります").wasNeverLoadedAgain().look("held");
  }

  @Test
  void acceptsByOneTapOnATelephone() {
    Matter person = town.desk("org05").opens("JOB_SEARCH");
    String tap = "#now-list form[action='/cases/" + person.id() + "/referrals/" + person.refer("org08-1").id() + "/answer']";
    Screen telephone = Screen.telephone(browsers.chromium(), town.door(), "one-tap").logIn("org08-1", Door.SECRET).open("/work");
    telephone.showsIn(tap, "主担当になります").followIn(tap, "わたしが受け入れる").shows("返事を送りました").look("accepted");
    telephone.open("/cases/" + person.id()).showsIn(".holder", "すてっぷ");
    telephone.open("/cases/" + person.id() + "?on=" + town.today()).shows("いまのようすではありません").shows("この日の主担当").look("past");
    telephone.openIn("en", "/cases/" + person.id() + "?on=2020-01-01").shows("nothing yet").look("past-english");
  }

  /** Refers this person to the colleague who has the list open; their line on it. */
  private static String item(Matter person) {
    person.refer("org15-2");
    return "#now-list a[href='/cases/" + person.id() + "']:has-text('受入の返事')";
  }

  private Screen screen(String whose, String worker) {
    return new Screen(browsers.chromium(), town.door(), whose).logIn(worker, Door.SECRET);
  }
}
