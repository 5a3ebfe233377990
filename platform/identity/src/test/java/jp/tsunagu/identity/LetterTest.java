package jp.tsunagu.identity;

import static jp.tsunagu.identity.Browser.json;
import static jp.tsunagu.identity.Browser.location;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import jp.tsunagu.identity.account.Account;
import jp.tsunagu.identity.account.Role;
import jp.tsunagu.identity.factor.AppOnAPhone;

/** Somebody whom only people can recognise gets in by a code on paper, and nobody else does. */
class LetterTest {
  private static final String CHOSEN = "a long sentence of my own";
  private static Identity identity;

  @BeforeAll
  static void start(@TempDir Path folder) {
    identity = new Identity(folder);
  }

  @AfterAll
  static void stop() {
    identity.close();
  }

  @Test
  void letsSomebodyInWhoNeverHadAPassword() {
    identity.accounts().save(new Account("org41-1", "org41", Set.of(Role.CASEWORKER), null, true));
    String code = letter("org41-1");
    assertThat(location(use("org41-1", code, CHOSEN))).endsWith("/login?set");
    assertThat(identity.browser().get("/login?set").body()).contains("パスワードを設定しました", "Your password is set");
    assertThat(identity.browser().code("org41-1", CHOSEN)).isNotEmpty();
  }

  @Test
  void startsAfreshForWhoeverLostEverything() {
    identity.worker("org42-m", Role.MANAGER);
    Browser before = loggedIn("org42-m", Identity.PASSWORD);
    var page = before.get("/login/factors");
    before.submit(page, "/login/factors/app", Map.of("code", AppOnAPhone.thatRead(page.body()).shows(identity.now())));
    var tokens = json(before.exchange(before.code()));
    String code = letter("org42-m");
    String refreshed = json(before.refresh(tokens.get("refresh_token").asString())).path("refresh_token").asString("");
    assertThat(refreshed).as("an unused letter changes nothing").isNotEmpty();
    assertThat(location(use("org42-m", code, CHOSEN))).endsWith("/login?set");
    assertThat(before.refresh(refreshed).statusCode()).isEqualTo(400);
    assertThat(location(loggedIn("org42-m", Identity.PASSWORD).get(Browser.authorization()))).endsWith("/login");
    assertThat(location(loggedIn("org42-m", CHOSEN).get(Browser.authorization()))).endsWith("/login/factors");
  }

  @Test
  void putsOutWhoeverIsInWithTheFormerPassword() {
    identity.worker("org50-1", Role.CASEWORKER);
    Browser thief = loggedIn("org50-1", Identity.PASSWORD);
    assertThat(thief.code()).isNotEmpty();
    identity.passes(Duration.ofSeconds(1));
    assertThat(location(use("org50-1", letter("org50-1"), CHOSEN))).endsWith("?set");
    assertThat(location(thief.get(Browser.authorization()))).contains("/login");
    assertThat(location(thief.get("/login/factors"))).contains("/login");
    assertThat(location(thief.get("/login/password"))).contains("/login");
  }

  @Test
  void isGoodForTheRolesItWasWrittenForAlone() {
    identity.worker("org51-1", Role.CASEWORKER);
    String code = letter("org51-1");
    identity.worker("org51-1", Role.CASEWORKER, Role.ADMINISTRATOR);
    assertThat(location(use("org51-1", code, CHOSEN))).endsWith("?problem=error");
    assertThat(location(use("org51-1", letter("org51-1"), CHOSEN))).endsWith("?set");
  }

  @Test
  void keepsARoleThatWasTakenAwayWhileAPasswordWasSet() {
    identity.worker("org52-1", Role.CASEWORKER, Role.MANAGER);
    identity.accounts().save(new Account("org52-1", "org52", Set.of(Role.CASEWORKER), null, true));
    assertThat(identity.accounts().setPassword("org52-1", CHOSEN)).isTrue();
    assertThat(identity.accounts().find("org52-1").orElseThrow().roles()).containsExactly(Role.CASEWORKER);
    identity.accounts().deactivate("org52-1");
    assertThat(identity.accounts().setPassword("org52-1", CHOSEN)).isFalse();
    assertThat(identity.accounts().find("org52-1").orElseThrow().active()).isFalse();
  }

  @Test
  void takesACodeOnceHoweverManyUseItAtOnce() throws Exception {
    identity.worker("org43-1", Role.CASEWORKER);
    String code = letter("org43-1");
    Callable<String> attempt = () -> location(use("org43-1", code, CHOSEN));
    try (var threads = Executors.newFixedThreadPool(4)) {
      List<Future<String>> all = threads.invokeAll(List.of(attempt, attempt, attempt, attempt));
      assertThat(all.stream().map(Future::resultNow).filter(l -> l.endsWith("?set"))).hasSize(1);
    }
    assertThat(location(use("org43-1", code, CHOSEN))).doesNotContain("set");
  }

  @Test
  void takesTheNewestForThreeDays() {
    identity.worker("org44-1", Role.CASEWORKER);
    String older = letter("org44-1");
    String newer = letter("org44-1");
    assertThat(location(use("org44-1", older, CHOSEN))).endsWith("/login/letter?problem=error");
    identity.passes(Duration.ofDays(3));
    assertThat(location(use("org44-1", newer, CHOSEN))).endsWith("/login/letter?problem=error");
    assertThat(location(use("org44-1", letter("org44-1").toLowerCase(Locale.ROOT).replace('-', ' '), CHOSEN))).endsWith("?set");
  }

  @Test
  void refusesEverythingElseAlike() {
    identity.worker("org45-1", Role.CASEWORKER);
    identity.worker("org45-2", Role.CASEWORKER);
    String code = letter("org45-1");
    for (String[] wrong : new String[][]{{"org45-2", code}, {"nobody-1", code}, {"org45-1", "AAAA-AAAA-AAAA"}, {"org45-1", "1"}})
      assertThat(location(use(wrong[0], wrong[1], CHOSEN))).endsWith("/login/letter?problem=error");
    assertThat(identity.browser().code("org45-1", Identity.PASSWORD)).isNotEmpty();
  }

  @Test
  void makesWhoeverGuessesWait() {
    identity.worker("org46-1", Role.CASEWORKER);
    String code = letter("org46-1");
    for (int i = 0; i < 5; i++) assertThat(location(use("org46-1", "AAAA-AAAA-AAA" + (char) ('A' + i), CHOSEN))).endsWith("?problem=error");
    assertThat(location(use("org46-1", code, CHOSEN))).contains("/login/letter?wait=");
    identity.passes(Duration.ofMinutes(20));
    assertThat(location(use("org46-1", code, CHOSEN))).endsWith("?set");
  }

  @Test
  void keepsTheCodeGoodForWhoeverChoseAWeakPasswordOrMistyped() {
    identity.worker("org47-1", Role.CASEWORKER);
    String code = letter("org47-1");
    assertThat(location(use("org47-1", code, "short"))).endsWith("/login/letter?problem=length");
    assertThat(location(use("org47-1", code, CHOSEN, CHOSEN + "!"))).endsWith("/login/letter?problem=different");
    for (String easy : List.of("password12345", "org47-1org47-1", "qwertyuiopasdf", "tsunagutsunagu"))
      assertThat(location(use("org47-1", code, easy))).as(easy).endsWith("/login/letter?problem=easy");
    assertThat(identity.browser().get("/login/letter?problem=length").body()).contains("12文字以上", "Use 12 to 72");
    assertThat(identity.browser().get("/login/letter?problem=call%20555-0100").body()).doesNotContain("555");
    assertThat(location(use("org47-1", code, CHOSEN))).endsWith("?set");
  }

  @Test
  void changesAPasswordForWhoeverKnowsIt() {
    identity.worker("org49-1", Role.CASEWORKER);
    Browser browser = loggedIn("org49-1", Identity.PASSWORD);
    var tokens = json(browser.exchange(browser.code()));
    assertThat(location(change(browser, "not the one there is", CHOSEN))).endsWith("/login/password?problem=error");
    assertThat(location(change(browser, Identity.PASSWORD, "password12345"))).endsWith("/login/password?problem=easy");
    assertThat(location(change(browser, Identity.PASSWORD, CHOSEN))).endsWith("/login?set");
    assertThat(browser.refresh(tokens.get("refresh_token").asString()).statusCode()).isEqualTo(400);
    assertThat(location(browser.get("/login/password"))).endsWith("/login");
    assertThat(identity.browser().code("org49-1", CHOSEN)).isNotEmpty();
  }

  private static HttpResponse<String> change(Browser browser, String current, String password) {
    return browser.submit(browser.get("/login/password"), "/login/password",
        Map.of("username", "org05-1", "current", current, "password", password, "repeated", password));
  }

  @Test
  void isWrittenForTheDirectoryAloneAndKeptAsAHash() {
    identity.worker("org48-1", Role.CASEWORKER);
    assertThat(identity.browser().order("/internal/identity/accounts/org48-1/letter", "nonsense").statusCode()).isEqualTo(401);
    assertThat(identity.browser().order("/internal/identity/accounts/nobody-1/letter", directory()).statusCode()).isEqualTo(404);
    String code = letter("org48-1");
    assertThat(identity.stored("log_in_letters")).contains("org48-1").doesNotContain(code, code.replace("-", ""));
    identity.accounts().deactivate("org48-1");
    assertThat(location(use("org48-1", code, CHOSEN))).endsWith("?problem=error");
  }

  private static String directory() {
    var grant = Map.of("grant_type", "client_credentials", "scope", "accounts");
    return json(identity.browser().token(grant, "service-directory", Identity.SECRET)).get("access_token").asString();
  }

  private static String letter(String worker) {
    var answer = identity.browser().order("/internal/identity/accounts/" + worker + "/letter", directory());
    assertThat(answer.statusCode()).isEqualTo(201);
    return json(answer).get("code").asString();
  }

  private static HttpResponse<String> use(String name, String code, String password) {
    return use(name, code, password, password);
  }

  private static HttpResponse<String> use(String name, String code, String password, String repeated) {
    Browser browser = identity.browser();
    return browser.submit(browser.get("/login/letter"), "/login/letter",
        Map.of("username", name, "code", code, "password", password, "repeated", repeated));
  }

  private static Browser loggedIn(String worker, String password) {
    Browser browser = identity.browser();
    browser.get(Browser.authorization());
    browser.logIn(worker, password);
    return browser;
  }
}
