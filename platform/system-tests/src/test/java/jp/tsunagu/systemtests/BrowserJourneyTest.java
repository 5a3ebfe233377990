package jp.tsunagu.systemtests;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** What two caseworkers see on their screens while a person is handed on. */
@ExtendWith(Town.Here.class)
@TestInstance(Lifecycle.PER_CLASS)
class BrowserJourneyTest {
  private final Town town;
  private final Browsers browsers = new Browsers();

  BrowserJourneyTest(Town town) {
    this.town = town;
  }

  @AfterAll
  void close() {
    browsers.close();
  }

  @Test
  void handsAPersonOnThroughThePagesOfTwoDesks() {
    Screen yell = screen("yell", "org05-1");
    Screen houboku = screen("houboku", "org15-1");

    String path = opensACase(yell);
    endsSupportAndChecksIn(yell, path);
    refersByName(yell);
    yell.showsIn(".holder", "YELL");

    accepts(houboku, path);
    houboku.showsIn(".holder", "抱樸");
    meetsAndCompletes(houboku);

    yell.open(path).eventuallyShows("引き継ぎを完了しました").showsIn(".ribbon", "YELL").showsIn(".ribbon", "抱樸").showsIn(".holder", "抱樸")
        .showsIn(".story", "主担当が").look("story");
    yell.go("わたしの仕事").shows("引き継ぎが完了しました").look("work-after");
    yell.go("相談一覧").press("すべて").shows("架空 花子さん").look("cases");
  }

  @Test
  void showsWhatWasDeclinedAndWhatIsLate() {
    Matter person = town.desk("org05").opens("TROUBLE_AT_WORK");
    Screen yell = screen("late", "org05-1");
    for (String elsewhere : List.of("org14", "org08"))
      person.refer(elsewhere + "-1").at(town.desk(elsewhere)).decline("EXPERTISE", "org15").done();
    town.pass(Duration.ofDays(12)); // also over the days at the turn of the year on which nobody is at work

    yell.open("/cases/" + person.id()).eventuallyShows("の期限が過ぎました").eventuallyShows("見届け役");
    yell.shows("見送りが2回になり、事務局に話し合いの提案をお願いしました").shows("専門がちがう").shows("抱樸へつなぎ直す").look("declined");
    yell.go("わたしの仕事").shows("期限を過ぎています").look("work");
    yell.follow("つぎの一歩を決める", "/cases/" + person.id()).press("終結する").tick("中断").tick("本人と話して決めた").press("終結する").shows("ふたりの確認が必要です")
        .look("refused");
  }

  @Test
  void looksAfterATeamAndSeesHowItGoes() {
    Matter person = town.desk("org05").opens("JOB_SEARCH");
    person.refer("org15-1").at(town.desk("org15")).accept("org15-1").done();
    Screen manager = screen("manager", "org05-m");
    manager.go("チーム").shows("主担当の相談").look("team");
    manager.open("/team/org05-1").shows("まとめてまかせる").press("不在を登録する").look("colleague");
    manager.go("つながりの状況").eventuallyShows("団体のあいだの流れ").showsIn(".funnel", "受けてもらえた").look("board");
    manager.open("/board?lang=en").shows("How far referrals have come").look("board-english").open("/settings?lang=ja");
    manager.shows("通知の設定").press("保存する").shows("保存しました").look("settings");
  }

  private Screen screen(String whose, String worker) {
    return new Screen(browsers.chromium(), town.door(), whose).logIn(worker, Door.SECRET);
  }

  private static String opensACase(Screen yell) {
    yell.go("相談を受け付ける").look("opening");
    yell.type("姓", "架空").type("名", "花子").type("セイ（フリガナ）", "カクウ").type("メイ（フリガナ）", "ハナコ").type("生年月日", "2003-05-05");
    yell.tick("仕事さがし").choose("いちばんの困りごと（◎）", "仕事さがし").type("話の内容", "仕事を探している（架空の文章です）");
    yell.look("opening-typed").press("受け付ける");
    return yell.shows("受け付けました").shows("架空 花子さん").look("opened").path();
  }

  /** The form offers a week, a month, three and six; without an answer to "what then" it cannot be sent. */
  private void endsSupportAndChecksIn(Screen yell, String path) {
    yell.press("支援を終える").look("ending").choose("支援の結果", "支援につながった").press("支援を終える");
    yell.shows("支援を終え、そのあとの予定を記録しました").shows("近況確認").look("ended");
    town.passUntilNoonOf(town.today().plusWeeks(1));
    yell.go("わたしの仕事").shows("きょうまで").look("work-with-check-ins").follow("近況確認", path).look("check-in");
    yell.tick("はい、話せました").type("近況", "上司が怖くて出勤できない日がある（架空）").press("記録する");
    yell.shows("近況を記録しました").look("checked-in");
  }

  private static void refersByName(Screen yell) {
    yell.press("つなぐ").look("referral-without-consent").press("やめる");
    yell.press("同意を記録する").choose("伝える先", "抱樸").type("目的", "職場の悩みを相談するため").tick("名前").tick("連絡先").tick("困りごと").tick("書面")
        .look("consent").press("記録する").shows("同意を記録しました").look("consented");
    yell.press("つなぐ").choose("つなぎ先の団体", "抱樸").choose("つなぎ先の担当者（名指し）", "空想 一郎").chooseTheFirst("この団体への同意")
        .choose("つなぐ困りごと", "職場の悩み").type("つなぐ理由", "働きつづけるための相談が必要（架空）").type("これまでの概要", "就職して3か月（架空）").look("referral");
    yell.press("内容を確かめる").shows("まだ送っていません").showsIn("#seen", "架空 花子さん").showsIn("#seen", "相手に見えない項目").look("previewed");
    yell.press("書き直す").press("内容を確かめる").press("この内容で送る").shows("引き継ぎをお願いしました").look("referred");
  }

  private static void accepts(Screen houboku, String path) {
    houboku.go("わたしの仕事").eventuallyShows("架空 花子さん");
    houboku.look("work-with-proposal").follow("受入の返事", path).look("asked").press("返事をする").look("answer").press("返事を送る");
    houboku.shows("返事を送りました").look("accepted");
  }

  private static void meetsAndCompletes(Screen houboku) {
    houboku.press("会えたことを記録する").tick("来所").look("first-contact").press("記録する").shows("つながりました").look("connected");
    houboku.press("引き継ぎを完了する").choose("支援の結果", "支援につながった").look("completion").press("完了する");
    houboku.shows("引き継ぎを完了しました").look("completed");
  }
}
