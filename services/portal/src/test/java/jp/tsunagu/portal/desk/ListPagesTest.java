package jp.tsunagu.portal.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import jp.tsunagu.portal.Browser;
import jp.tsunagu.portal.Neighbours.Reply;
import jp.tsunagu.portal.PortalTest;
import jp.tsunagu.portal.SampleDirectory;
import jp.tsunagu.runtime.directory.DirectoryView;

/** 一括登録: rehearsed first, and the same file carried out. */
class ListPagesTest extends PortalTest {
  private static final String API = "/api/organisations/workers/import";
  private static final String PAGE = "/imports/workers/rehearsal";
  private static final String FILE = "団体ID,担当者ID,名前,フリガナ,メールアドレス,役割,部署,副担当の担当者ID,管理者の担当者ID\r\n"
      + "org06,org06-3,架空 光,カクウ ヒカル,h@org06.example,相談員,,,\r\norg06,org06-4,too,many,cells,,,,,\r\norg06,org06-5,架空 望,架空,x,,,,\r\n";

  @Autowired private DirectoryView directory;

  @BeforeEach
  void tellOfPeople() {
    SampleDirectory.tell(directory);
    SampleDirectory.names(NEIGHBOURS);
  }

  private Browser at(String organisation, String worker, String role) {
    NEIGHBOURS.atTheDesk(organisation, worker, role);
    var browser = new Browser(port);
    browser.logIn();
    return browser;
  }

  private Browser manager() {
    return at("org06", "org06-m", "MANAGER");
  }

  @Test
  void offersManagersTheirWorkersAndAdministratorsBothLists() {
    assertThat(manager().get("/imports").body()).contains("担当者の一覧", "template-workers").doesNotContain("template-organisations");
    var admin = at("city", "admin", "ADMINISTRATOR");
    assertThat(admin.get("/imports").body()).contains("template-organisations", "template-workers");
    assertThat(admin.get("/imports/organisations.csv").body()).startsWith("\uFEFF団体ID,団体の名前,");
    assertThat(manager().get("/imports/workers.csv").body()).startsWith("\uFEFF団体ID,担当者ID,");
    assertThat(manager().get("/imports/organisations.csv").status()).isEqualTo(403);
    assertThat(at("org06", "org06-1", "CASEWORKER").get("/imports").status()).isEqualTo(403);
  }

  @Test
  void listsEveryErrorByTheLineOfTheFile() {
    NEIGHBOURS.on("POST " + API, Reply.json(200, """
        {"rehearsed":true,"added":1,"changed":0,"same":0,"refused":1,"lines":[
         {"line":1,"organisation":"org06","worker":"org06-3","fate":"ADDED","errors":[]},
         {"line":2,"organisation":"org06","worker":"org06-5","fate":"REFUSED","errors":[
          {"field":"displayNameKana","code":"not-kana","message":"no"},{"field":"roles[0]","code":"unknown-code","message":"no"}]}]}"""));
    var manager = manager();
    var told = manager.upload(manager.get("/imports"), PAGE, "list.csv", FILE);
    assertThat(told.body()).contains("直すところのある行が2行あります", "フリガナ：", "カタカナかひらがな", "役割：", "列の数が")
        .containsSubsequence("<td class=\"number\">2</td>", "加わる", "<td class=\"number\">3</td>", "列の数が", "<td class=\"number\">4</td>")
        .doesNotContain("この内容で登録する");
    assertThat(NEIGHBOURS.last("POST").body()).contains("\"rehearse\":true", "org06-3", "org06-5").doesNotContain("org06-4");
  }

  @Test
  void carriesOutTheVeryFileThatWasRehearsed() {
    String good = FILE.lines().limit(2).reduce("", (all, line) -> all + line + "\r\n");
    String line = "\"lines\":[{\"line\":1,\"organisation\":\"org06\",\"worker\":\"org06-3\",\"fate\":\"ADDED\",\"errors\":[]}]}";
    NEIGHBOURS.on("POST " + API, Reply.json(200, "{\"rehearsed\":true," + line));
    var manager = manager();
    var rehearsed = manager.upload(manager.get("/imports"), PAGE, "list.csv", good);
    assertThat(rehearsed.body()).contains("登録できます。加わるもの1件", "この内容で登録する");
    NEIGHBOURS.on("POST " + API, Reply.json(200, "{\"rehearsed\":false," + line));
    var done = manager.submit(rehearsed, Map.of());
    assertThat(done.body()).contains("登録しました。加わったもの1件").doesNotContain("この内容で登録する");
    assertThat(NEIGHBOURS.last("POST").body()).contains("\"rehearse\":false", "架空 光");
    assertThat(NEIGHBOURS.last("POST").header("Idempotency-key")).isNotEmpty();
    manager.submit(rehearsed, Map.of());
    var keys = NEIGHBOURS.received().stream().filter(r -> r.body().contains("\"rehearse\":false")).map(r -> r.header("Idempotency-key"));
    assertThat(keys.distinct()).hasSize(1);
  }

  @Test
  void saysThatSomebodyWasQuicker() {
    String good = FILE.lines().limit(2).reduce("", (all, line) -> all + line + "\r\n");
    NEIGHBOURS.on("POST " + API, Reply.json(200,
        "{\"rehearsed\":true,\"lines\":[{\"line\":1,\"organisation\":\"org06\",\"worker\":\"org06-3\",\"fate\":\"ADDED\",\"errors\":[]}]}"));
    var manager = manager();
    var rehearsed = manager.upload(manager.get("/imports"), PAGE, "list.csv", good);
    NEIGHBOURS.on("POST " + API, Reply.json(200, """
        {"rehearsed":false,"lines":[{"line":1,"organisation":"org06","worker":"org06-3","fate":"REFUSED","errors":[
         {"field":"worker","code":"taken","message":"no"}]}]}"""));
    assertThat(manager.submit(rehearsed, Map.of()).body()).contains("登録できなかった行が1行あります", "もう使われています");
    NEIGHBOURS.on("POST " + API, Reply.json(503, "{\"code\":\"service-unavailable\"}"));
    var away = manager.submit(rehearsed, Map.of());
    assertThat(away.body()).contains("いま受け付けられません").doesNotContain("登録しました");
    manager.submit(away, Map.of());
    var keys = NEIGHBOURS.received().stream().filter(r -> r.body().contains("\"rehearse\":false")).map(r -> r.header("Idempotency-key"));
    assertThat(keys.distinct()).as("sent again it is done once").hasSize(1);
  }

  @Test
  void refusesWhatIsNoListWithoutAskingTheDirectory() {
    var manager = manager();
    var page = manager.get("/imports");
    assertThat(manager.upload(page, PAGE, "", "").body()).contains("ファイルを選んでください", "href=\"#f-workers-file\"");
    assertThat(manager.upload(page, PAGE, "list.xlsx", "PK\u0003\u0004").body()).contains("文字として読みとれません");
    assertThat(manager.upload(page, PAGE, "list.csv", "a,b\r\n1,2\r\n").body()).contains("知らない列です", "この列がありません");
    assertThat(manager.sendElsewhere(page, "/imports/workers", Map.of("file", "AAAA")).status()).isEqualTo(400);
    assertThat(manager.sendElsewhere(page, PAGE, Map.of()).body()).contains("ファイルを選んでください");
    assertThat(manager.sendElsewhere(page, "/imports/organisations", Map.of("file", "AAAA")).status()).isEqualTo(403);
    assertThat(manager.upload(page, PAGE, "list.csv", "x".repeat(450_000)).body()).contains("ファイルが大きすぎます");
    assertThat(NEIGHBOURS.received()).noneMatch(r -> r.path().equals(API));
  }

  /** Of somebody who is logged in, so that it comes as far as the page. */
  @Test
  void takesNothingForAFileThatOnlyLooksLikeOne() {
    var manager = manager();
    var page = manager.get("/imports");
    for (String broken : new String[]{"\"; filename=\"", "\r\n\r\n", "\u0000"})
      assertThat(manager.upload(page, PAGE, broken, FILE).status()).as(broken).isBetween(200, 499);
    assertThat(manager.upload(page, PAGE, "list.csv", FILE + "\r\n--part\r\n").status()).isBetween(200, 499);
    assertThat(NEIGHBOURS.received()).noneMatch(r -> r.body().contains("\"rehearse\":false"));
  }
}
