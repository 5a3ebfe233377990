package jp.tsunagu.portal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jp.tsunagu.contracts.DirectoryMessage.Organisation;
import jp.tsunagu.contracts.DirectoryMessage.Worker;
import jp.tsunagu.contracts.DirectoryMessage.WorkerRole;
import jp.tsunagu.contracts.DirectoryMessage.WorkerState;
import jp.tsunagu.runtime.directory.DirectoryView;
import jp.tsunagu.runtime.inbox.Envelope;

/** Real organisations with made-up people. */
public final class SampleDirectory {
  private static final Map<String, List<String>> NAMES = Map.of("org05", List.of("佐藤 誠", "高橋 葵", "伊藤 実"), "org06",
      List.of("鈴木 恵", "中村 悠", "小林 望"), "org08",
      List.of("渡辺 光", "山本 凪", "加藤 渉"), "org15", List.of("吉田 歩", "松本 律", "井上 樹"));

  public static final String PERSON = """
      {"caseId":"c-1","person":{"familyName":"山田","givenName":"花子","familyNameKana":"ヤマダ","givenNameKana":"ハナコ","birthDate":"2003-05-14","phones":["090-0000-0000"],"language":"ja"},
       "worries":[{"kind":"TROUBLE_AT_WORK","main":true},{"kind":"INCOME","main":false},{"kind":"LONELINESS","main":false}],
       "story":"三か月前に就職した。仕事は好きだが、上司がこわくて朝起きられない日がある。\\n家では話せる人がいない。","wishes":"辞めずに続けたい。だれかに間に入ってほしい。",
       "channel":"WALK_IN","urgency":"URGENT","consents":[],"withheld":[],"version":3}""";

  private SampleDirectory() {}

  /** What the directory answers about each organisation. */
  public static void names(Neighbours neighbours) {
    NAMES.forEach((id, names) -> neighbours.on("GET /api/organisations/" + id,
        Neighbours.Reply.json(200,
            """
                {"organisation":"%1$s","workers":[{"worker":"%1$s-1","displayName":"%2$s"},{"worker":"%1$s-2","displayName":"%3$s"},{"worker":"%1$s-m","displayName":"%4$s"}]}"""
                .formatted(id, names.get(0), names.get(1), names.get(2)))));
  }

  public static void tell(DirectoryView directory) {
    tell(directory, "org05", "北九州市子ども・若者応援センター「YELL」");
    tell(directory, "org06", "社会福祉法人 北九州市社会福祉協議会");
    tell(directory, "org08", "北九州市ひきこもり地域支援センター「すてっぷ」");
    tell(directory, "org15", "NPO法人 抱樸");
  }

  private static void tell(DirectoryView directory, String id, String name) {
    var workers = List.of(worker(id, "1", Set.of(WorkerRole.CASEWORKER)), worker(id, "2", Set.of(WorkerRole.CASEWORKER)),
        worker(id, "m", Set.of(WorkerRole.MANAGER, WorkerRole.CASEWORKER)));
    var organisation = new Organisation(id, name, true, true, false, List.of(), workers);
    if (directory.seen("organisation-" + id, id) == 0)
      directory.apply(List.of(
          new Envelope("organisation-" + id + "/1/0", "directory", "organisation-" + id, 1, 1, true, id, Instant.EPOCH, organisation)));
  }

  private static Worker worker(String organisation, String suffix, Set<WorkerRole> roles) {
    return new Worker(organisation + "-" + suffix, organisation, roles, null, null, organisation + "-m", WorkerState.ACTIVE);
  }
}
