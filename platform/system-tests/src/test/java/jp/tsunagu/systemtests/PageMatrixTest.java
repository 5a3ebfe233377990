package jp.tsunagu.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import jp.tsunagu.local.demo.LogIn;

/** The desk's pages and forms, opened and sent by people for whom the case does not exist. */
@ExtendWith(Town.Here.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageMatrixTest {
  /** Pages that name no case of somebody else's: the way in, and everybody's own lists. */
  private static final Set<String> OF_NO_CASE = Set.of("GET /", "GET /work", "GET /work/now", "GET /live/work", "GET /calendar",
      "GET /cases", "POST /cases",
      "GET /cases.csv", "POST /cases.csv", "GET /cases/print", "POST /cases/print", "POST /case-lists", "POST /case-lists/{listId}",
      "POST /case-lists/{listId}/removal",
      "GET /cases/new", "POST /cases/new", "POST /cases/new/drafts", "POST /cases/new/reading",
      "GET /cases/new/drafts/{draftId}", "POST /cases/new/drafts/{draftId}/removal", "POST /notices/{noticeId}/acknowledgement",
      "GET /cases/from-code", "POST /cases/from-code",
      "GET /break-glass", "POST /break-glass", "GET /calls", "GET /calls/new", "POST /calls/new", "GET /calls/{callId}",
      "GET /calls/{callId}/hand-over-code", "POST /calls/{callId}/hand-over-code", "GET /connections", "GET /calendar/{token}.ics",
      "POST /connections/{connectionId}/proposal", "POST /connections/{connectionId}/agreement",
      "POST /connections/{connectionId}/refusal", "GET /gaps", "GET /board", "GET /board.csv", "GET /board/cases", "GET /settings",
      "GET /team",
      "GET /team/{worker}",
      "POST /team/{worker}/hand-over", "POST /team/{worker}/absences", "POST /team/{worker}/absences/{from}/cancellation",
      "POST /settings/notices",
      "POST /settings/webhook", "POST /settings/webhook/trial", "POST /settings/webhook/removal", "POST /settings/calendar",
      "POST /settings/calendar/removal", "POST /gaps/rebuild", "GET /parking", "POST /parking/{parkedId}/replay",
      "POST /parking/{parkedId}/discard", "GET /pipeline", "GET /organisations", "GET /organisations/{organisation}",
      "GET /organisations/{organisation}/history", "GET /new-organisation", "POST /new-organisation",
      "GET /organisations/{organisation}/profile", "POST /organisations/{organisation}/profile",
      "GET /organisations/{organisation}/opening-hours", "POST /organisations/{organisation}/opening-hours",
      "GET /organisations/{organisation}/answer-times", "POST /organisations/{organisation}/answer-times",
      "GET /network", "GET /network/history", "GET /network/new-partner-type", "POST /network/new-partner-type",
      "GET /network/partner-types/{type}", "POST /network/partner-types/{type}", "POST /network/partner-types/{type}/retirement",
      "GET /network/new-consent-text", "POST /network/new-consent-text", "GET /network/consent-texts/{language}",
      "POST /network/consent-texts/{language}", "POST /network/consent-texts/{language}/withdrawal",
      "POST /organisations/{organisation}/secretariat", "POST /organisations/{organisation}/deactivation",
      "GET /organisations/{organisation}/new-worker", "POST /organisations/{organisation}/new-worker",
      "GET /organisations/{organisation}/workers/{worker}", "POST /organisations/{organisation}/workers/{worker}",
      "POST /organisations/{organisation}/workers/{worker}/deactivation",
      "GET /organisations/{organisation}/workers/{worker}/log-in-letter",
      "POST /organisations/{organisation}/workers/{worker}/log-in-letter", "GET /imports", "GET /imports/organisations.csv",
      "GET /imports/workers.csv", "POST /imports/organisations", "POST /imports/workers", "POST /imports/organisations/rehearsal",
      "POST /imports/workers/rehearsal");
  private static final Map<String, String> FORM = Map.of("reason", "GOAL_MET", "agreedBy", "PERSON", "worker", "org05-2", "note", "（架空）",
      "key", "k");

  private static final Set<String> OF_THE_MOMENT = Set.of("date", "connection", "content-length");

  private final Town town;
  private final List<String> pages;
  private @Nullable Scene scene;

  PageMatrixTest(Town town) {
    this.town = town;
    this.pages = new Pages(town.inside("portal", "requestMappingHandlerMapping", RequestMappingHandlerMapping.class)).all();
  }

  @BeforeAll
  void setTheScene() {
    scene = Scene.in(town);
  }

  private Scene scene() {
    return Objects.requireNonNull(scene);
  }

  private LogIn at(String worker) {
    var logIn = new LogIn(town.door());
    assertThat(logIn.as(worker, Door.SECRET)).as("%s logs in", worker).isTrue();
    return logIn;
  }

  @Test
  void knowsEveryPage() {
    assertThat(pages).filteredOn(page -> !page.contains("/cases/{caseId}")).as("which case could this show to a stranger?")
        .containsExactlyInAnyOrderElementsOf(OF_NO_CASE);
    assertThat(pages).contains("GET /cases/{caseId}", "GET /cases/{caseId}/access-log", "POST /cases/{caseId}/closure",
        "POST /cases/{caseId}/consents/{thing}/consent-withdrawal");
  }

  /** One of them tries every page; the others, those of the case itself. */
  @ParameterizedTest
  @ValueSource(strings = {"org03-1", "org03-m", "secretariat", "admin"})
  void showsAStrangerThePageOfACaseThatNeverWas(String stranger) {
    LogIn desk = at(stranger);
    String before = scene().state();
    for (String page : pages) if (page.contains("{caseId}") && (stranger.equals("org03-1") || !page.contains("{thing}"))) {
      var about = sent(desk, page, scene().things());
      assertThat(about.statusCode()).as("%s: %s", page, about.uri()).isEqualTo(404);
      assertThat(shape(about, scene().things())).as(page).isEqualTo(shape(sent(desk, page, scene().nothings()), scene().nothings()));
    }
    assertThat(scene().state()).isEqualTo(before);
  }

  @Test
  void showsItsHolderTheCaseAndItsForms() {
    LogIn desk = at("org05-1");
    for (String page : List.of("GET /cases/{caseId}", "GET /cases/{caseId}/access-log", "GET /cases/{caseId}/closure",
        "GET /cases/{caseId}/referrals/{thing}/withdrawal"))
      assertThat(sent(desk, page, scene().things()).statusCode()).as(page).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"org03-1", "secretariat", "admin"})
  void namesTheCaseInNoListOfAStrangers(String stranger) {
    LogIn desk = at(stranger);
    for (String list : List.of("/work", "/cases", "/cases?show=all", "/cases/print?show=all", "/work/now?seen=x", "/calendar")) {
      var page = desk.opens(list);
      assertThat(page.statusCode()).as(list).isEqualTo(200);
      assertThat(page.body()).as(list).doesNotContain("/cases/" + scene().matter().id(), "見通");
    }
    assertThat(desk.opens("/cases.csv?show=all").body()).startsWith("\uFEFF").doesNotContain(scene().matter().id());
    for (String typed : List.of(scene().matter().id(), Scene.KANA))
      assertThat(desk.sends("/cases", Map.of("q", typed)).body()).as(typed).doesNotContain("/cases/" + scene().matter().id(), "見通");
  }

  @Test
  void sendsWhoIsNotLoggedInToTheDoorWhateverTheyAskFor() {
    var nobody = new LogIn(town.door());
    for (String page : pages)
      if (page.startsWith("GET ") && page.contains("{caseId}"))
        assertThat(sent(nobody, page, scene().things()).uri().getPath()).as(page)
            .isEqualTo(sent(nobody, page, scene().nothings()).uri().getPath()).isEqualTo("/login");
  }

  /** Acknowledging in somebody's place would stop the ladder for them. */
  @Test
  void leavesANoticeToWhomItIsFor() {
    String before = scene().state();
    LogIn desk = at("org05-2");
    sent(desk, "POST /notices/{noticeId}/acknowledgement", scene().things());
    assertThat(scene().state()).isEqualTo(before);
  }

  private static HttpResponse<String> sent(LogIn desk, String page, Map<String, String> things) {
    String path = Pages.at(page, things);
    if (page.startsWith("GET ")) return desk.opens(path);
    Map<String, String> form = new TreeMap<>(FORM);
    form.put("key", UUID.randomUUID().toString());
    return desk.sends(path, form);
  }

  /** What is on the page, without what is new on every page and what was asked for. */
  private static String shape(HttpResponse<String> page, Map<String, String> things) {
    Map<String, List<String>> headers = new TreeMap<>(page.headers().map());
    headers.keySet().removeAll(OF_THE_MOMENT);
    String all = page.statusCode() + " " + headers + page.body().replaceAll("name=\"_csrf\"[^>]*>", "");
    for (var thing : things.entrySet()) all = all.replace(thing.getValue(), "{" + thing.getKey() + "}");
    return all;
  }
}
