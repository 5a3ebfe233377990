package jp.tsunagu.portal.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import com.mongodb.client.MongoDatabase;

import jp.tsunagu.contracts.DirectoryMessage.Organisation;
import jp.tsunagu.contracts.DirectoryMessage.Worker;
import jp.tsunagu.contracts.DirectoryMessage.WorkerRole;
import jp.tsunagu.contracts.DirectoryMessage.WorkerState;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.portal.Browser;
import jp.tsunagu.portal.PortalTest;
import jp.tsunagu.portal.SampleDirectory;
import jp.tsunagu.portal.finding.Asked;
import jp.tsunagu.runtime.directory.DirectoryView;
import jp.tsunagu.runtime.inbox.Envelope;

class SavedListsTest extends PortalTest {
  private static final Asked OURS = new Asked(Map.of("holder", "org05", "worry", "CARE"));

  @Autowired private SavedLists lists;
  @Autowired private MongoDatabase database;
  @Autowired private DirectoryView directory;
  private final Party worker = new Party("org05", "w-" + UUID.randomUUID());

  @BeforeEach
  void tellOfPeople() {
    SampleDirectory.tell(directory);
    SampleDirectory.names(NEIGHBOURS);
  }

  private Browser atTheDesk() {
    NEIGHBOURS.atTheDesk(worker.organisation(), worker.worker(), "CASEWORKER");
    var browser = new Browser(port);
    browser.logIn();
    return browser;
  }

  @Test
  void findsAListAgainUnderItsName() {
    var browser = atTheDesk();
    var kept = browser.submit(browser.get("/cases?holder=org05&q=c-1"), "/case-lists", Map.of("name", " 介護の相談 "));
    assertThat(kept.response().uri().getRawQuery()).isEqualTo("holder=org05");
    assertThat(kept.body()).contains("一覧を残しました", "<a href=\"/cases?holder=org05\" aria-current=\"true\">介護の相談</a>");
    assertThat(database.getCollection("saved_lists").find().into(new java.util.ArrayList<>()).toString()).doesNotContain("c-1,", "q=");
    String id = lists.of(worker).getFirst().id();
    var renamed = browser.submit(kept, "/case-lists/" + id, Map.of("name", "わたしたちの相談"));
    assertThat(renamed.body()).contains(">わたしたちの相談</a>").doesNotContain("介護の相談");
    assertThat(browser.submit(renamed, "/case-lists/" + id + "/removal", Map.of()).body()).contains("一覧を消しました");
    assertThat(lists.of(worker)).isEmpty();
  }

  @Test
  void refusesAListWithoutANameOrWithoutAnything() {
    var browser = atTheDesk();
    var page = browser.get("/cases?holder=org05");
    assertThat(browser.submit(page, "/case-lists", Map.of("name", " ")).body()).contains("名前をつけてください");
    assertThat(browser.submit(page, "/case-lists", Map.of("name", "長".repeat(41))).body()).contains("名前をつけてください");
    assertThat(browser.sendElsewhere(page, "/case-lists", Map.of("name", "一覧", "key", "k-1", "holder", "org99")).status()).isEqualTo(400);
    assertThat(browser.sendElsewhere(page, "/case-lists", Map.of("name", "一覧", "key", "k-1", "q", "山田")).body()).contains("名前をつけてください");
    assertThat(lists.of(worker)).isEmpty();
  }

  @Test
  void keepsOneHoweverOftenItsFormIsSent() {
    var browser = atTheDesk();
    var page = browser.get("/cases?holder=org05");
    for (int i = 0; i < 2; i++) browser.submit(page, "/case-lists", Map.of("name", "一覧"));
    assertThat(lists.of(worker)).hasSize(1);
  }

  @Test
  void keepsTwentyAndNoMore() {
    for (int i = 0; i < SavedLists.MOST; i++) assertThat(lists.save(worker, new SavedList("l-" + i, "一覧" + i, OURS))).isTrue();
    assertThat(lists.save(worker, new SavedList("l-more", "もう一つ", OURS))).isFalse();
    assertThat(lists.of(worker)).extracting(SavedList::name).hasSize(SavedLists.MOST).startsWith("一覧0", "一覧1");
    lists.remove(worker, "l-0");
    assertThat(lists.save(worker, new SavedList("l-more", "もう一つ", OURS))).isTrue();
  }

  @Test
  void leavesEverybodyTheirOwn() {
    lists.save(worker, new SavedList("l-1", "わたしの", OURS));
    var colleague = new Party("org05", "org05-2");
    lists.rename(colleague, "l-1", "ほかの人の");
    lists.remove(colleague, "l-1");
    assertThat(lists.of(worker)).extracting(SavedList::name).containsExactly("わたしの");
    assertThat(lists.of(colleague)).isEmpty();
    var browser = atTheDesk();
    lists.save(colleague, new SavedList("l-2", "同僚の", OURS));
    assertThat(browser.sendElsewhere(browser.get("/cases"), "/case-lists/l-2", Map.of("name", "とった")).status()).isEqualTo(404);
    lists.remove(colleague, "l-2");
  }

  @Test
  void isNobodysOnceTheWorkerHasLeft() {
    String house = "org-" + UUID.randomUUID();
    var leaver = new Party(house, house + "-1");
    tell(house, 1, WorkerState.ACTIVE);
    lists.save(leaver, new SavedList("l-1", "残った一覧", OURS));
    assertThat(lists.of(new Party("org05", leaver.worker()))).as("of another organisation").isEmpty();
    tell(house, 2, WorkerState.LEFT);
    assertThat(lists.of(leaver)).isEmpty();
    assertThat(lists.save(leaver, new SavedList("l-2", "もう一つ", OURS))).isFalse();
  }

  private void tell(String house, long version, WorkerState state) {
    var one = new Worker(house + "-1", house, Set.of(WorkerRole.CASEWORKER), null, null, house + "-m", state);
    directory.apply(List.of(new Envelope("organisation-" + house + "/" + version + "/0", "directory", "organisation-" + house, version,
        version, true, house, Instant.EPOCH, new Organisation(house, "架空の団体", true, true, false, List.of(), List.of(one)))));
  }
}
