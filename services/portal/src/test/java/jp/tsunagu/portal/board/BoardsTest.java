package jp.tsunagu.portal.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import jp.tsunagu.contracts.DeclineReason;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.contracts.ReferralMessage;
import jp.tsunagu.portal.Browser;
import jp.tsunagu.portal.PortalTest;
import jp.tsunagu.portal.SampleDirectory;
import jp.tsunagu.portal.ledger.CaseStory;
import jp.tsunagu.portal.ledger.Ledgers;
import jp.tsunagu.portal.ledger.Stories;
import jp.tsunagu.runtime.directory.DirectoryView;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From the ledgers to the board, its door and its page. */
class BoardsTest extends PortalTest {
  @Autowired private Ledgers ledgers;
  @Autowired private DirectoryView directory;
  private final String caseId = "c-" + UUID.randomUUID().toString().substring(0, 8);

  @BeforeEach
  void tellOfPeople() {
    SampleDirectory.tell(directory);
    SampleDirectory.names(NEIGHBOURS);
  }

  /** Asked, and said no to two hours later. */
  private CaseStory declined() {
    return Stories.proposed(caseId, "r-" + caseId).after(Duration.ofHours(2))
        .commit(new ReferralMessage.Declined(caseId, "r-" + caseId, new Party("org06", "org06-1"), DeclineReason.NO_CAPACITY, null, null));
  }

  private JsonNode board(String query, String organisation, String worker, String... roles) {
    var answer = get("/api/board" + query, NEIGHBOURS.token(organisation, worker, roles));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JsonMapper.shared().readTree(answer.body());
  }

  @Test
  void tellsACaseAsItsLedgerDoes() {
    assertThat(CaseFigures.of(declined().ledger())).hasValueSatisfying(f -> {
      assertThat(f.channel()).isEqualTo("WALK_IN");
      assertThat(f.openedBy()).isEqualTo("org05");
      assertThat(f.openedAt()).isEqualTo(CaseStory.START);
      assertThat(f.handovers()).singleElement().satisfies(h -> {
        assertThat(h.toAnswer()).hasValue(Duration.ofHours(2));
        assertThat(h.reason()).isEqualTo(DeclineReason.NO_CAPACITY);
        assertThat(h.accepted()).isFalse();
      });
    });
  }

  @Test
  void countsAgainWhatHasChanged() {
    var boards = new Boards(ledgers, () -> Instant.parse("2026-05-01T00:00:00Z"));
    assertThat(boards.asOf()).isEmpty();
    tell(Stories.opened(caseId));
    while (!boards.look()) assertThat(boards.asOf()).isEmpty();
    long before = boards.of(null, Period.fiscalYear(2026)).funnel().declined();
    declined().envelopes().forEach(e -> readSide.apply(List.of(e)));
    while (!boards.look()) assertThat(boards.asOf()).isPresent();
    assertThat(boards.of(null, Period.fiscalYear(2026)).funnel().declined()).isEqualTo(before + 1);
  }

  @Test
  void countsNoCaseForAManagerWhoIsBarredFromIt() {
    var boards = new Boards(ledgers, () -> Instant.parse("2026-05-01T00:00:00Z"));
    tell(Stories.opened(caseId));
    while (!boards.look()) assertThat(boards.asOf()).isEmpty();
    var year = Period.fiscalYear(2026);
    var barred = Set.of(caseId);
    assertThat(boards.of("org05", year, barred).opened()).isEqualTo(boards.of("org05", year).opened() - 1);
    assertThat(boards.cases("org05", year, Counted.OPENED, "", Set.of())).contains(caseId);
    assertThat(boards.cases("org05", year, Counted.OPENED, "", barred)).doesNotContain(caseId);
  }

  @Test
  void tellsEachTheirFiguresAndOthersNone() {
    tell(declined());
    org.awaitility.Awaitility.await().untilAsserted(
        () -> assertThat(board("?from=2026-04-01&to=2026-04-30", "org05", "org05-m", "MANAGER").at("/handovers/declined").asLong())
            .isPositive());
    JsonNode own = board("?from=2026-04-01", "org05", "org05-m", "MANAGER", "CASEWORKER");
    assertThat(own.path("organisation").asString()).isEqualTo("org05");
    assertThat(own.path("exact").asBoolean()).isTrue();
    assertThat(own.path("to").asString()).isEqualTo("2027-03-31");
    assertThat(own.at("/declines/NO_CAPACITY").asLong()).isPositive();
    JsonNode all = board("", "city", "secretariat", "SECRETARIAT");
    assertThat(all.has("organisation")).isFalse();
    assertThat(all.path("exact").asBoolean()).isFalse();
    assertThat(all.toString()).doesNotContain(caseId);
    assertThat(get("/api/board", yell()).statusCode()).isEqualTo(403);
    var wrong = get("/api/board?from=2026-05-01&to=2026-04-01", NEIGHBOURS.token("city", "admin", "ADMINISTRATOR"));
    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(JsonMapper.shared().readTree(wrong.body()).at("/errors/0/field").asString()).isEqualTo("to");
    for (String day : java.util.List.of("+999999999-12-31", "-999999999-01-01", "1999-12-31"))
      assertThat(get("/api/board?from=" + java.net.URLEncoder.encode(day, java.nio.charset.StandardCharsets.UTF_8),
          NEIGHBOURS.token("city", "admin", "ADMINISTRATOR")).statusCode()).as(day).isEqualTo(400);
    assertThat(get("/api/board?from=noon", NEIGHBOURS.token("city", "admin", "ADMINISTRATOR")).statusCode()).isEqualTo(400);
  }

  @Test
  void drawsAPageAndATable() {
    tell(declined());
    NEIGHBOURS.atTheDesk("org05", "org05-m", "MANAGER");
    var browser = new Browser(port);
    browser.logIn();
    org.awaitility.Awaitility.await()
        .untilAsserted(
            () -> assertThat(browser.get("/board?period=2026-04").body()).contains("つながりの状況", "定員がいっぱい", "<path class=\"flow\""));
    assertThat(browser.get("/board?period=2026-04").body()).contains("令和8年4月", "selected").doesNotContain(caseId);
    assertThat(browser.get("/board?period=2026-04").body()).contains("/board/cases?period=2026-04&amp;what=DECLINED&amp;code=NO_CAPACITY")
        .contains("/board?period=2026-04&amp;lang=en");
    assertThat(browser.get("/board/cases?period=2026-04&what=DECLINED&code=NO_CAPACITY").body()).contains("/cases/" + caseId, "定員がいっぱい");
    assertThat(browser.get("/board/cases?period=2025&what=DECLINED").body()).doesNotContain(caseId);
    assertThat(browser.get("/board/cases?what=NOTHING").status()).isEqualTo(404);
    String table = browser.get("/board.csv?period=2026-04").body();
    assertThat(table).startsWith("\uFEFF項目,内訳,値,単位").contains("ことわった理由,定員がいっぱい,");
    assertThat(browser.get("/board?period=nonsense").status()).isEqualTo(200);
    NEIGHBOURS.atTheDesk("org05", "org05-1", "CASEWORKER");
    var caseworker = new Browser(port);
    caseworker.logIn();
    assertThat(caseworker.get("/board").status()).isEqualTo(403);
    assertThat(caseworker.get("/board.csv").status()).isEqualTo(403);
    assertThat(caseworker.get("/board/cases?what=OPENED").status()).isEqualTo(403);
  }

  @Test
  void showsHowLonelinessChangedInQuartersThatAreOver() {
    NEIGHBOURS.on("GET /internal/loneliness", jp.tsunagu.portal.Neighbours.Reply.json(200, """
        {"direct":{"asked":40,"answered":32,"twice":20,"first":70,"last":56,"lower":9,"same":6,"higher":5},
         "ucla3":{"asked":12,"answered":9,"twice":3,"first":24,"last":21,"lower":3,"same":0,"higher":0}}"""));
    JsonNode year = board("?from=2025-04-01", "org05", "org05-m", "MANAGER").path("loneliness");
    assertThat(NEIGHBOURS.last("GET").path()).isEqualTo("/internal/loneliness?from=2025-04-01&to=2026-03-31&organisation=org05");
    assertThat(year.at("/direct/twice").asLong()).isEqualTo(20);
    assertThat(year.at("/direct/first").asDouble()).isEqualTo(3.5);
    assertThat(year.path("ucla3").has("twice")).as("of three people nothing, for their own manager too").isFalse();
    assertThat(year.path("ucla3").has("first")).isFalse();
    assertThat(board("?from=2025-04-02", "org05", "org05-m", "MANAGER").has("loneliness")).isFalse();
    NEIGHBOURS.atTheDesk("city", "admin", "ADMINISTRATOR");
    var browser = new Browser(port);
    browser.logIn();
    assertThat(browser.get("/board?period=2025").body()).contains("孤独感の変化", "20人", "2.8点");
    assertThat(browser.get("/board.csv?period=2025").body()).contains("直接の問い（1～5点）,2回以上答えた人,20,人", "直接の問い（1～5点）,最後の平均,2.8,点");
    NEIGHBOURS.on("GET /internal/loneliness", jp.tsunagu.portal.Neighbours.Reply.json(503, "{}"));
    assertThat(browser.get("/board?period=2024").body()).contains("示せる数がありません");
  }
}
