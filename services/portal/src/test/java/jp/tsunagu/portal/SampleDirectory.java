package jp.tsunagu.portal;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import jp.tsunagu.contracts.DirectoryMessage.Organisation;
import jp.tsunagu.contracts.DirectoryMessage.Worker;
import jp.tsunagu.contracts.DirectoryMessage.WorkerRole;
import jp.tsunagu.contracts.DirectoryMessage.WorkerState;
import jp.tsunagu.runtime.directory.DirectoryView;
import jp.tsunagu.runtime.inbox.Envelope;

/** Real organisations with made-up people. */
public final class SampleDirectory {
  public static final String NAMES = """
      {"items":[{"organisation":"org05","workers":[{"worker":"org05-1","name":"佐藤 誠"},{"worker":"org05-2","name":"高橋 葵"},{"worker":"org05-m","name":"伊藤 実"}]},
       {"organisation":"org06","workers":[{"worker":"org06-1","name":"鈴木 恵"},{"worker":"org06-2","name":"中村 悠"},{"worker":"org06-m","name":"小林 望"}]},
       {"organisation":"org08","workers":[{"worker":"org08-1","name":"渡辺 光"}]}]}""";

  public static final String PERSON = """
      {"caseId":"c-1","person":{"familyName":"山田","givenName":"花子","familyNameKana":"ヤマダ","givenNameKana":"ハナコ","birthDate":"2003-05-14","phones":["090-0000-0000"],"language":"ja"},
       "worries":[{"kind":"TROUBLE_AT_WORK","main":true},{"kind":"INCOME","main":false},{"kind":"LONELINESS","main":false}],
       "story":"三か月前に就職した。仕事は好きだが、上司がこわくて朝起きられない日がある。\\n家では話せる人がいない。","wishes":"辞めずに続けたい。だれかに間に入ってほしい。",
       "channel":"WALK_IN","urgency":"URGENT","consents":[],"withheld":[],"version":3}""";

  private SampleDirectory() {}

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
      directory.apply(
          new Envelope("organisation-" + id + "/1/0", "directory", "organisation-" + id, 1, 1, true, id, Instant.EPOCH, organisation));
  }

  private static Worker worker(String organisation, String suffix, Set<WorkerRole> roles) {
    return new Worker(organisation + "-" + suffix, organisation, roles, null, null, organisation + "-m", WorkerState.ACTIVE);
  }
}
