package jp.tsunagu.systemtests;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** Organisations and their people on the screens of those who look after them. */
@ExtendWith(Town.Here.class)
@TestInstance(Lifecycle.PER_CLASS)
class AdministrationTest {
  private static final String HEAD = "団体ID,担当者ID,名前,フリガナ,メールアドレス,役割,部署,副担当の担当者ID,管理者の担当者ID\r\n";
  private static final Charset AS_EXCEL_SAVES = Charset.forName("windows-31j");

  private final Town town;
  private final Browsers browsers = new Browsers();

  AdministrationTest(Town town) {
    this.town = town;
  }

  @AfterAll
  void close() {
    browsers.close();
  }

  private Screen screen(String whose, String worker) {
    return new Screen(browsers.chromium(), town.door(), whose).logIn(worker, Door.SECRET);
  }

  @Test
  void letsAManagerAddSomebodyAndLetThemIn() {
    Screen manager = screen("adding", "org10-m");
    manager.go("参加団体").shows("あなたの団体").look("organisations").follow("あなたの団体").look("organisation");
    manager.press("担当者を加える").type("担当者ID", "org10-7").type("名前", "架空 光").type("フリガナ", "架空").type("メール", "h@org10.example");
    manager.press("加える").shows("カタカナかひらがなで入力してください").holds("名前", "架空 光").look("refused");
    manager.type("フリガナ", "かくう ひかる").press("加える").shows("担当者を加えました").look("added");
    manager.press("ログインの手紙を出す").shows("架空 光さんに、印刷して手渡してください").look("letter").press("団体のページへ");
    manager.shows("担当者に加えた").shows("ログインの手紙を出した").press("すべての変更を見る").shows("変更履歴").look("history");
    manager.open("/organisations/org10/opening-hours").holds("月曜日のはじまり", "09:00").type("金曜日のおわり", "16:00").press("保存する");
    manager.shows("09:00–16:00").look("hours");
    manager.open("/organisations/org10/workers/org10-7").tick("この人が担当から外れることを確かめました").press("退職・異動にする").shows("ログインはもうできません");
  }

  @Test
  void takesAListInAfterARehearsal() {
    Screen manager = screen("importing", "org11-m");
    String good = "org11,org11-7,架空 望,カクウ ノゾミ,n@org11.example,相談員,,org11-8,org11-m\r\n"
        + "org11,org11-8,髙橋 葵,タカハシ アオイ,a@org11.example,相談員;管理者,,,\r\n";
    String bad = "org12,org12-7,架空 恵,カクウ メグミ,m@org12.example,相談員,,,\r\norg11,org11-9,架空 渉,渉,nowhere,部長,ない係,org11-99,\r\n";
    manager.go("参加団体").press("一括登録").look("empty").attach("CSVファイル", (HEAD + good + bad).getBytes(AS_EXCEL_SAVES));
    manager.press("まず確かめる（登録はしません）").shows("直すところのある行が2行あります").shows("この団体の管理者か、システム管理者だけができます").shows("メールアドレスの形を確かめてください")
        .shows("その部署は、この団体にありません").look("wrong");
    manager.attach("CSVファイル", ("\uFEFF" + HEAD + good).getBytes(StandardCharsets.UTF_8)).press("まず確かめる（登録はしません）");
    manager.shows("加わるもの2件").look("ready").press("この内容で登録する").shows("登録しました。加わったもの2件").look("done");
    manager.attach("CSVファイル", (HEAD + good).getBytes(StandardCharsets.UTF_8)).press("まず確かめる（登録はしません）").shows("もう登録されています");
    manager.open("/organisations/org11").shows("髙橋 葵").shows("副担当 髙橋 葵");
  }

  @Test
  void showsAnAdministratorWhatManagersDoNotSee() {
    Screen admin = screen("administrator", "admin");
    admin.go("参加団体").press("団体を加える").type("団体ID", "org41").type("団体の名前", "架空の会").type("していること", "相談").type("だれのため", "誰でも");
    admin.look("joining").press("加える").shows("団体を加えました").look("joined");
    admin.open("/organisations/org41/answer-times").type("通常の回答期限", "5").press("保存する").shows("回答期限を保存しました");
    admin.shows("5営業日").shows("いつもの期限").look("answer-times");
    admin.open("/imports").shows("団体の一覧").look("imports").open("/organisations/org41").tick("この団体が退会することを確かめました").press("退会にする");
    admin.shows("退会にしました").look("left");
  }
}
