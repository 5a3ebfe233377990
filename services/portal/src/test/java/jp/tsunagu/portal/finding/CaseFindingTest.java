package jp.tsunagu.portal.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import jp.tsunagu.portal.Browser;
import jp.tsunagu.portal.Neighbours.Reply;
import jp.tsunagu.portal.PortalTest;
import jp.tsunagu.portal.SampleDirectory;
import jp.tsunagu.portal.ledger.Stories;
import jp.tsunagu.runtime.directory.DirectoryView;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From the ledgers to the list: at the door, on the page, as a table and on paper. */
class CaseFindingTest extends PortalTest {
  private static final String WORRIES = "POST /api/cases/worries";
  private static final String SEARCH = "POST /api/cases/search";

  @Autowired private DirectoryView directory;
  private final String held = "c-held" + UUID.randomUUID().toString().substring(0, 8);
  private final String handed = "c-handed" + UUID.randomUUID().toString().substring(0, 8);
  private Browser browser;

  @BeforeEach
  void tellOfCases() {
    SampleDirectory.tell(directory);
    SampleDirectory.names(NEIGHBOURS);
    NEIGHBOURS.on("POST /api/cases/names", Reply.json(200, "{\"items\":[{\"caseId\":\"" + held + "\",\"label\":\"=山田 花子\"}]}"));
    tell(Stories.hidden(held));
    tell(Stories.accepted(handed, "r-" + handed));
    NEIGHBOURS.atTheDesk("org05", "org05-1", "CASEWORKER");
    browser = new Browser(port);
    browser.logIn();
  }

  private JsonNode list(String query) {
    var answer = get("/api/cases?limit=200&" + query, yell());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JsonMapper.shared().readTree(answer.body());
  }

  private static List<String> ids(JsonNode list) {
    return list.path("items").valueStream().map(i -> i.path("caseId").asString()).toList();
  }

  @Test
  void findsByEverythingThatIsAskedForAtOnce() {
    assertThat(ids(list("holder=org06&state=OPEN"))).contains(handed).doesNotContain(held);
    assertThat(ids(list("with=org06&holder=org06"))).contains(handed);
    assertThat(ids(list("with=org06&holder=org05&q=" + handed))).isEmpty();
    assertThat(ids(list("openedFrom=2026-04-01&openedTo=2026-04-01&q=c-held"))).contains(held).doesNotContain(handed);
    assertThat(ids(list("openedFrom=2026-04-02"))).doesNotContain(held, handed);
    assertThat(ids(list("dueFrom=2026-04-04&dueTo=2026-04-04&holder=org05"))).contains(held);
    assertThat(ids(list("dueTo=2026-04-03&holder=org05"))).doesNotContain(held);
    assertThat(list("q=" + held).path("count").asLong()).isEqualTo(1);
  }

  @Test
  void turnsPagesUntilAllWereThereOnce() {
    var first = JsonMapper.shared().readTree(get("/api/cases?limit=1&q=c-h&holder=org05", yell()).body());
    assertThat(first.path("count").asLong()).isPositive();
    String next = first.path("next").asString("");
    var seen = new java.util.ArrayList<>(ids(first));
    while (!next.isEmpty()) {
      var page = JsonMapper.shared().readTree(get("/api/cases?limit=1&q=c-h&holder=org05&after=" + next, yell()).body());
      seen.addAll(ids(page));
      next = page.path("next").asString("");
    }
    assertThat(seen).hasSize((int) first.path("count").asLong()).doesNotHaveDuplicates().contains(held);
  }

  @Test
  void namesWhatItCannotRead() {
    for (var wrong : Map.of("holder=org99", "holder", "with=nobody", "with", "worry=SADNESS", "worry", "state=SOMETIMES", "state",
        "openedFrom=today", "openedFrom", "openedTo=1999-12-31", "openedTo", "dueFrom=2026-04-02&dueTo=2026-04-01", "dueTo", "sort=name",
        "sort").entrySet()) {
      var answer = get("/api/cases?" + wrong.getKey(), yell());
      assertThat(answer.statusCode()).as(wrong.getKey()).isEqualTo(400);
      assertThat(JsonMapper.shared().readTree(answer.body()).at("/errors/0/field").asString()).isEqualTo(wrong.getValue());
    }
    assertThat(JsonMapper.shared().readTree(get("/api/cases?state=x&worry=y", yell()).body()).path("errors")).hasSize(2);
  }

  @Test
  void asksIntakeWhoHasAWorryWithTheCallersToken() {
    NEIGHBOURS.on(WORRIES, Reply.json(200, "{\"caseIds\":[\"" + held + "\"]}"));
    String token = yell();
    var found = JsonMapper.shared().readTree(get("/api/cases?worry=CARE&state=OPEN", token).body());
    assertThat(ids(found)).containsExactly(held);
    var asked = NEIGHBOURS.last("POST");
    assertThat(asked.body()).contains("\"worry\":\"CARE\"", held, handed);
    assertThat(asked.header("Authorization")).isEqualTo("Bearer " + token);
    NEIGHBOURS.on(WORRIES, Reply.silence());
    assertThat(get("/api/cases?worry=CARE", yell()).statusCode()).isEqualTo(503);
    assertThat(browser.get("/cases?worry=CARE").body()).contains("いまは困りごとや名前でさがせません").doesNotContain(held);
    assertThat(browser.get("/cases?state=OPEN").body()).contains(held);
  }

  @Test
  void givesAListWithoutANameAnAddress() {
    var found = browser.submit(browser.get("/cases"), "/cases", Map.of("holder", "org06", "q", ""));
    assertThat(found.response().uri().getRawQuery()).isEqualTo("holder=org06");
    assertThat(found.body()).contains("/cases/" + handed, "<details class=\"more narrowing\" open").doesNotContain("/cases/" + held)
        .contains("href=\"/cases.csv?holder=org06\"");
    assertThat(browser.submit(browser.get("/cases"), "/cases", Map.of("q", held)).response().uri().getRawQuery()).isEqualTo("q=" + held);
    assertThat(browser.submit(browser.get("/cases"), "/cases", Map.of()).response().uri().getRawQuery()).isEqualTo("show=all");
  }

  @Test
  void takesANameInABodyAloneAndNarrowsItToo() {
    NEIGHBOURS.on(SEARCH, Reply.json(200, "{\"items\":[{\"caseId\":\"" + held + "\"},{\"caseId\":\"" + handed + "\"}]}"));
    var found = browser.submit(browser.get("/cases"), "/cases", Map.of("q", "山田", "holder", "org05"));
    assertThat(found.response().uri().getRawQuery()).isNull();
    assertThat(found.body()).contains("/cases/" + held, "value=\"山田\"").doesNotContain("/cases/" + handed);
    NEIGHBOURS.received().clear();
    assertThat(browser.get("/cases?q=%E5%B1%B1%E7%94%B0").body()).contains("/cases/" + held);
    assertThat(NEIGHBOURS.received()).noneMatch(r -> r.path().endsWith("/search"));
  }

  @Test
  void showsWhatIsWrongBesideItsField() {
    var again = browser.submit(browser.get("/cases"), "/cases", Map.of("openedFrom", "2026-04-02", "openedTo", "2026-04-01"));
    assertThat(again.body()).contains("id=\"f-openedTo-error\"", "はじめの日より前です", "value=\"2026-04-02\"").doesNotContain(held);
  }

  @Test
  void makesATableOfTheListAsItWasAskedFor() {
    String table = browser.get("/cases.csv?holder=org05&q=" + held).body();
    assertThat(table).startsWith("\uFEFF相談番号,名前,注意,").contains(held + ",'=山田 花子,住所秘匿,支援中,2026-04-01").doesNotContain(handed);
    assertThat(NEIGHBOURS.last("POST").path()).isEqualTo("/api/cases/names");
    NEIGHBOURS.on(SEARCH, Reply.json(200, "{\"items\":[{\"caseId\":\"" + handed + "\"}]}"));
    var found = browser.submit(browser.get("/cases"), "/cases", Map.of("q", "やまだ"));
    assertThat(browser.submit(found, "/cases.csv", Map.of()).body()).contains(handed).doesNotContain(held);
    assertThat(browser.get("/cases.csv?holder=org99").status()).isEqualTo(400);
  }

  @Test
  void printsTheSameOnPaperWithoutTheNameThatWasTyped() {
    String sheet = browser.get("/cases/print?holder=org05&openedTo=2026-04-01").body();
    assertThat(sheet).contains("相談の一覧", held, "住所秘匿の方が入っています", "主担当の団体：", "YELL", "令和8年4月1日（水）");
    NEIGHBOURS.on(SEARCH, Reply.json(200, "{\"items\":[{\"caseId\":\"" + handed + "\"}]}"));
    var found = browser.submit(browser.get("/cases"), "/cases", Map.of("q", "田中の名"));
    String token = found.body().replaceFirst("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
    String named = browser.post("/cases/print", Map.of("q", "田中の名", "_csrf", token)).body();
    assertThat(named).contains(handed, "名前、フリガナまたは電話番号").doesNotContain("田中の名");
  }

  @Test
  void tellsAStrangerNothingByAnyFilter() {
    String stranger = NEIGHBOURS.token("org15", "org15-1", "CASEWORKER");
    NEIGHBOURS.on(WORRIES, Reply.json(200, "{\"caseIds\":[\"" + held + "\"]}"));
    for (String query : List.of("q=" + held, "holder=org05", "with=org06", "worry=CARE", "openedTo=2026-04-01", "dueTo=2026-12-31"))
      assertThat(get("/api/cases?" + query, stranger).body()).as(query).doesNotContain(held, handed);
  }
}
