package jp.tsunagu.portal.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import jp.tsunagu.contracts.IntakeMessage;
import jp.tsunagu.portal.Browser;
import jp.tsunagu.portal.PortalTest;
import jp.tsunagu.portal.SampleDirectory;
import jp.tsunagu.portal.ledger.CaseStory;
import jp.tsunagu.portal.ledger.Stories;
import jp.tsunagu.runtime.directory.DirectoryView;

/** Pages that stay open, and the lines they listen at. */
class LivePagesTest extends PortalTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @Autowired private DirectoryView directory;
  private final String caseId = "c-" + UUID.randomUUID().toString().substring(0, 8);

  @BeforeEach
  void tellOfPeople() {
    SampleDirectory.tell(directory);
    SampleDirectory.names(NEIGHBOURS);
  }

  private Browser at(String organisation) {
    NEIGHBOURS.atTheDesk(organisation, organisation + "-1", "CASEWORKER");
    var browser = new Browser(port);
    browser.logIn();
    return browser;
  }

  /** What came down a line so far. */
  private record Heard(List<String> lines, CompletableFuture<?> end) {}

  private Heard listen(Browser browser, String path) {
    var answer = asked(browser, path, HttpResponse.BodyHandlers.ofLines());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/event-stream");
    var lines = new CopyOnWriteArrayList<String>();
    return new Heard(lines, CompletableFuture.runAsync(() -> answer.body().forEach(lines::add), Thread::startVirtualThread));
  }

  private <T> HttpResponse<T> asked(Browser browser, String path, HttpResponse.BodyHandler<T> handler) {
    try {
      return CLIENT.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).header("Accept", "text/event-stream")
          .header("Cookie", browser.cookie()).build(), handler);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** As the page itself knows it. */
  private static String stream(String page) {
    return page.replaceFirst("(?s).*data-stream=\"([^\"]+)\".*", "$1") + "?mark="
        + page.replaceFirst("(?s).*data-mark=\"([^\"]+)\".*", "$1");
  }

  @Test
  void saysThatACaseChangedAndNothingElse() {
    tell(Stories.opened(caseId));
    Browser yell = at("org05");
    var heard = listen(yell, stream(yell.get("/cases/" + caseId).body()));
    tell(Stories.proposed(caseId, "r-1"));
    await().untilAsserted(() -> assertThat(heard.lines()).contains("event:changed", "data:changed"));
    assertThat(heard.lines()).allMatch(line -> line.matches("|:|retry:\\d+|id:[0-9a-f]+|event:changed|data:changed"));
  }

  @Test
  void saysWhatHappenedBetweenThePageAndItsLine() {
    tell(Stories.opened(caseId));
    Browser yell = at("org05");
    String stream = stream(yell.get("/cases/" + caseId).body());
    tell(Stories.proposed(caseId, "r-1"));
    var heard = listen(yell, stream);
    await().untilAsserted(() -> assertThat(heard.lines()).contains("event:changed"));
  }

  @Test
  void drawsWhatChangedAndNothingWhereNothingDid() {
    tell(Stories.proposed(caseId, "r-1"));
    Browser yell = at("org05");
    String seen = yell.get("/cases/" + caseId).body().replaceFirst("(?s).*data-mark=\"([^\"]+)\".*", "$1");
    assertThat(yell.get("/cases/" + caseId + "/now?seen=" + seen).status()).isEqualTo(204);
    NEIGHBOURS.received().clear();
    tell(Stories.accepted(caseId, "r-1"));
    assertThat(yell.get("/cases/" + caseId + "/now?seen=" + seen).body())
        .contains("id=\"now-facts\"", "id=\"now-story\"", "鈴木 恵", ">受入</span>", "hx-swap-oob=\"true\"")
        .doesNotContain("<html", "undefined");
    assertThat(NEIGHBOURS.received()).as("who the person is is not asked again").noneMatch(r -> r.path().equals("/api/cases/" + caseId));
  }

  @Test
  void saysToTheOtherDeskThatThereIsWork() {
    tell(Stories.opened(caseId));
    Browser counsellor = at("org06");
    String page = counsellor.get("/work").body();
    var heard = listen(counsellor, stream(page));
    tell(Stories.proposed(caseId, "r-1"));
    await().untilAsserted(() -> assertThat(heard.lines()).contains("event:changed"));
    assertThat(counsellor.get("/work/now?seen=other&all=late").body()).contains("id=\"now-list\"", caseId);
  }

  @Test
  void hidesTheLineOfACaseFromAStrangerAndEveryLineFromNobody() {
    tell(Stories.opened(caseId));
    Browser stranger = at("org09");
    for (String of : List.of(caseId, "c-never"))
      for (String path : List.of("/live/cases/" + of, "/cases/" + of + "/now"))
        assertThat(asked(stranger, path, HttpResponse.BodyHandlers.ofString()).statusCode()).as(path).isEqualTo(404);
    for (String path : List.of("/live/work", "/live/cases/" + caseId))
      assertThat(asked(new Browser(port), path, HttpResponse.BodyHandlers.ofString()).statusCode()).as(path).isEqualTo(401);
  }

  /** Who logs in again would otherwise be led to a part of a page. */
  @Test
  void remembersNoPartOfAPageAsTheOneToGoBackTo() {
    assertThat(send("/work", r -> r.GET()).headers().firstValue("Set-Cookie"))
        .hasValueSatisfying(c -> assertThat(c).contains("TSUNAGU_DESK"));
    var part = send("/work/now?seen=x", r -> r.GET().header("HX-Request", "true"));
    assertThat(part.statusCode()).isEqualTo(401);
    assertThat(part.headers().firstValue("Set-Cookie")).isEmpty();
  }

  @Test
  void cutsOffWhoIsBarredWithoutAWord() {
    tell(Stories.opened(caseId));
    Browser yell = at("org05");
    String stream = stream(yell.get("/cases/" + caseId).body());
    var heard = listen(yell, stream);
    tell(Stories.opened(caseId).commit(new IntakeMessage.WorkerBarred(caseId, CaseStory.YELL, CaseStory.YELL)));
    await().until(heard.end()::isDone);
    assertThat(heard.lines()).doesNotContain("event:changed");
    assertThat(asked(yell, stream, HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(404);
  }

  @Test
  void endsWithTheSession() {
    Browser yell = at("org05");
    var page = yell.get("/work");
    String stream = stream(page.body());
    var heard = listen(yell, stream);
    yell.post("/session/end", Map.of("_csrf", page.body().replaceFirst("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1")));
    await().until(heard.end()::isDone);
    assertThat(asked(yell, stream, HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(401);
  }
}
