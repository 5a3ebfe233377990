package jp.tsunagu.local.demo;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * Cases of 子ども・若者応援センター「YELL」 (org05) and where they went: 抱樸 (org15), すてっぷ (org08) and 協力雇用主会 (org14): one of
 * every state, few enough for a start while somebody waits.
 */
public final class DemoCases {
  private static final List<FictionalPerson> PEOPLE = List.of(person("架空", "太郎", "カクウ", "タロウ", "2001-04-02", "kakuu.taro"),
      person("見本", "花子", "ミホン", "ハナコ", "1999-08-15", "mihon.hanako"), person("例示", "一郎", "レイジ", "イチロウ", "1994-01-20", "reiji.ichiro"),
      person("模擬", "健", "モギ", "ケン", "1988-11-03", "mogi.ken"), person("練習", "翔", "レンシュウ", "ショウ", "2003-09-09", "renshu.sho"),
      person("虚構", "大輔", "キョコウ", "ダイスケ", "1991-02-11", "kyokou.daisuke"), person("例題", "直樹", "レイダイ", "ナオキ", "1986-07-07", "reidai.naoki"),
      person("図解", "香織", "ズカイ", "カオリ", "1998-10-10", "zukai.kaori"), person("雛形", "誠", "ヒナガタ", "マコト", "1993-03-03", "hinagata.makoto"),
      person("設例", "由美", "セツレイ", "ユミ", "2002-02-22", "setsurei.yumi"), person("空想", "彩", "クウソウ", "アヤ", "1996-04-29", "kuusou.aya"),
      person("架空", "次郎", "カクウ", "ジロウ", "2005-01-15", "kakuu.jiro"), person("見本", "三郎", "ミホン", "サブロウ", "1992-09-30", "mihon.saburo"));

  private final Door door;
  private final Instant now;

  private DemoCases(Door door) {
    this.door = door;
    this.now = door.now(DemoCase.DESK);
  }

  /**
   * Makes what is missing and returns when all is there (a few seconds).
   *
   * @param door of a local system with the demo's log-ins
   * @throws IllegalStateException if the door does not take a request, saying which
   */
  public static void seed(URI door) {
    new DemoCases(new Door(door)).all();
  }

  private void all() {
    try (var two = Executors.newFixedThreadPool(2)) {
      CompletableFuture.allOf(stories().stream().map(story -> CompletableFuture.runAsync(story, two)).toArray(CompletableFuture[]::new))
          .join();
    } catch (CompletionException e) {
      throw new IllegalStateException("the demo data could not be made: " + e.getMessage(), e);
    }
  }

  private List<Runnable> stories() {
    return List.of(//
        story(0, "TROUBLE_AT_WORK", "NORMAL", c -> {
          c.refer("org14", "JOB_SEARCH", "NORMAL").withdraw();
          c.refer("org15", "TROUBLE_AT_WORK", "NORMAL");
        }), //
        story(1, "WITHDRAWAL", "EMERGENCY", c -> c.referUrgently("org08", "WITHDRAWAL")), //
        story(2, "HOUSING", "URGENT", c -> c.refer("org15", "HOUSING", "URGENT").ask()), //
        story(3, "WITHDRAWAL", "NORMAL", c -> c.refer("org08", "WITHDRAWAL", "NORMAL").waitlist()), //
        story(4, "TROUBLE_AT_WORK", "URGENT", c -> c.refer("org15", "TROUBLE_AT_WORK", "URGENT").accept()), //
        story(5, "RENT", "NORMAL", c -> c.refer("org15", "RENT", "NORMAL").accept().meet()), //
        story(6, "DEBT", "NORMAL", c -> c.refer("org15", "DEBT", "NORMAL").accept().meet().complete()), //
        story(7, "LONELINESS", "NORMAL", c -> {
          c.refer("org08", "LONELINESS", "NORMAL").accept().meet().complete();
          c.endSupport("org08", 1, 3);
        }), //
        story(8, "NO_FOOD", "URGENT", c -> {
          c.referAfterMeeting("org14", "JOB_SEARCH", "NORMAL").decline("NOT_ELIGIBLE", "org15");
          c.referAfterMeeting("org08", "WITHDRAWAL", "NORMAL").decline("NO_CAPACITY", "org15");
        }), //
        story(9, "HEALTH", "NORMAL", c -> c.refer("org15", "HEALTH", "NORMAL").accept().giveBack()), //
        story(10, "JOB_SEARCH", "NORMAL", c -> {
          c.refer("org14", "JOB_SEARCH", "NORMAL").accept().giveBack().takeBack();
          c.endSupport(DemoCase.DESK, 1, 3, 6);
        }), //
        story(11, "CARE", "NORMAL", c -> c.suspend().reopen()), //
        story(12, "TAXES_UTILITIES", "NORMAL", c -> c.close("GOAL_MET")), //
        story("pseudonym", Map.of("pseudonym", "さくら（仮名）"), "VIOLENCE", "URGENT", c -> c.close("PERSONS_WISH").reopen()), //
        story("anonymous", Map.of("anonymous", true), "OTHER", "NORMAL", c -> c.close("PERSONS_WISH")));
  }

  private Runnable story(int person, String worry, String urgency, Consumer<DemoCase> acts) {
    return story(PEOPLE.get(person).mail(), PEOPLE.get(person).form(person + 1), worry, urgency, acts);
  }

  private Runnable story(String key, Map<String, ?> person, String worry, String urgency, Consumer<DemoCase> acts) {
    Map<String, ?> opening = Map.of("person", person, "worries", List.of(Map.of("kind", worry, "main", true)), "story",
        "相談の内容（デモ用の架空の文章です）",
        "wishes", "安心して暮らしたい（デモ）", "channel", "WALK_IN", "urgency", urgency);
    return () -> acts.accept(new DemoCase(door, key, now, opening));
  }

  private static FictionalPerson person(String family, String given, String familyKana, String givenKana, String birthDate, String mail) {
    return new FictionalPerson(family, given, familyKana, givenKana, birthDate, mail);
  }
}
