package jp.tsunagu.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** The desk of somebody who has no mouse, only a telephone, a slow line, or no Japanese; and of somebody who is called away. */
@ExtendWith(Town.Here.class)
@TestInstance(Lifecycle.PER_CLASS)
class OtherwiseTest {
  private final Town town;
  private final Browsers browsers = new Browsers();

  OtherwiseTest(Town town) {
    this.town = town;
  }

  @AfterAll
  void close() {
    browsers.close();
  }

  @Test
  void opensACaseByKeyboardAlone() {
    Screen keyboard = new Screen(browsers.chromium(), town.door(), "keyboard").logIn("org05-2", Door.SECRET);
    keyboard.tabTo("本文へ進む").tabTo("相談を受け付ける").keys("Enter").shows("受け付ける");
    keyboard.tabTo("姓").write("架空").tabTo("名").write("次郎").tabTo("セイ（フリガナ）").write("カクウ").tabTo("メイ（フリガナ）").write("ジロウ");
    keyboard.tabTo("仕事さがし").keys("Space").tabTo("いちばんの困りごと（◎）").keys("ArrowDown", "ArrowDown").look("typed");
    keyboard.tabTo("受け付ける").keys("Enter").shows("受け付けました").shows("架空 次郎さん").look("opened");
  }

  @Test
  void recordsACheckInOnATelephone() {
    Matter person = town.desk("org05").opens("JOB_SEARCH");
    person.act("check-ins", Map.of("dueOn", town.today().toString(), "worker", "org05-2")).done();
    Screen telephone = Screen.telephone(browsers.chromium(), town.door(), "telephone").logIn("org05-2", Door.SECRET);
    String path = "/cases/" + person.id();
    telephone.eventuallyShows("近況確認").look("work").open(path).look("case").go("わたしの仕事").follow("近況確認", path);
    telephone.tick("はい、話せました").type("近況", "元気だった（架空）").look("typed").press("記録する").shows("近況を記録しました").look("recorded");
  }

  @Test
  void opensACaseInEnglish() {
    Screen english = new Screen(browsers.chromium(), town.door(), "english").logIn("org05-2", Door.SECRET);
    english.openIn("en", "/work").shows("My work").look("work").go("Open a case").type("Family name", "Kakuu").type("Given name", "Hanako");
    english.choose("Main worry (◎)", "Debt").look("typed").press("Open the case").shows("The case is open").look("opened");
  }

  @Test
  void weighsLittleOnASlowLine() {
    Matter person = town.desk("org05").opens("JOB_SEARCH");
    Screen slow = new Screen(browsers.chromium(), town.door(), "slow-line").logIn("org05-1", Door.SECRET);
    for (String path : List.of("/work", "/cases", "/cases/" + person.id(), "/cases/new"))
      assertThat(slow.weight(path)).as("bytes of %s, opened for the first time", path).isLessThanOrEqualTo(150_000);
  }

  @Test
  void goesOnWithWhatWasBeingTypedWhenTheLidWasClosed() {
    Screen before = new Screen(browsers.chromium(), town.door(), "lid").logIn("org05-2", Door.SECRET);
    before.go("相談を受け付ける").type("姓", "架空").type("話の内容", "途中まで書いた（架空の文章です）").shows("書きかけを保存しました").look("kept");
    Screen after = new Screen(browsers.chromium(), town.door(), "lid-open").logIn("org05-2", Door.SECRET);
    after.go("相談を受け付ける").shows("書きかけの受付があります").look("waiting").followIn("main .drafts", "続きを書く");
    after.holds("話の内容", "途中まで書いた（架空の文章です）").holds("姓", "架空").look("going-on");
    after.choose("いちばんの困りごと（◎）", "仕事さがし").type("名", "三郎").press("受け付ける").shows("受け付けました");
    after.go("相談を受け付ける").lacks("書きかけの受付があります");
  }
}
