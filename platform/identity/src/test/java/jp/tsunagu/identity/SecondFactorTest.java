package jp.tsunagu.identity;

import static jp.tsunagu.identity.Browser.json;
import static jp.tsunagu.identity.Browser.location;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import jp.tsunagu.identity.account.Client;
import jp.tsunagu.identity.account.Role;
import jp.tsunagu.identity.factor.AppOnAPhone;

/** A password is not enough for whoever has more, nor for whoever must have more. */
class SecondFactorTest {
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
  void leadsAManagerWithoutOneToGetOneBeforeAnythingElse() {
    identity.worker("org21-m", Role.MANAGER, Role.CASEWORKER);
    Browser browser = loggedIn("org21-m");
    assertThat(location(browser.get(Browser.authorization()))).endsWith("/login/factors");
    var page = browser.get("/login/factors");
    assertThat(page.body()).contains("あなたの役割では", "Your role needs a second step").doesNotContain("/login/factors/onward");
    var done = enrol(browser, page);
    assertThat(recoveryCodes(done)).hasSize(10);
    assertThat(location(browser.get("/login/factors/onward"))).contains("/oauth2/authorize?");
    assertThat(browser.exchange(browser.code()).statusCode()).isEqualTo(200);
  }

  @Test
  void asksNobodyElse() {
    identity.worker("org21-1", Role.CASEWORKER);
    assertThat(identity.browser().code("org21-1", Identity.PASSWORD)).isNotEmpty();
    identity.worker("org21-a", Role.ADMINISTRATOR);
    assertThat(location(loggedIn("org21-a").get(Browser.authorization()))).endsWith("/login/factors");
  }

  @Test
  void leavesMachinesAlone() {
    identity.worker("org22-m", Role.MANAGER);
    identity.accounts()
        .save(Client.machine("org22", identity.accounts().hashSecret("demo"), "org22", "org22-m", java.util.Set.of(Role.MANAGER)));
    assertThat(identity.browser().token(Map.of("grant_type", "client_credentials"), "org22", "demo").statusCode()).isEqualTo(200);
  }

  @Test
  void asksWhoeverHasAnAppForItsCode() {
    AppOnAPhone app = enrolled("org23-1");
    Browser browser = loggedIn("org23-1");
    assertThat(location(browser.get(Browser.authorization()))).endsWith("/login/code");
    var page = browser.get("/login/code");
    assertThat(page.body()).contains("autocomplete=\"one-time-code\"", "確認コード").doesNotContain("<script");
    String before = browser.session();
    assertThat(location(type(browser, app.shows(identity.now())))).contains("/oauth2/authorize?");
    assertThat(browser.session()).isNotEqualTo(before);
    assertThat(browser.exchange(browser.code()).statusCode()).isEqualTo(200);
  }

  @Test
  void takesACodeOnce() {
    AppOnAPhone app = enrolled("org24-1");
    String code = app.shows(identity.now());
    assertThat(location(type(loggedIn("org24-1"), code))).doesNotContain("error");
    assertThat(location(type(loggedIn("org24-1"), code))).endsWith("/login/code?error");
    String earlier = app.shows(identity.now().minusSeconds(30));
    assertThat(location(type(loggedIn("org24-1"), earlier))).endsWith("/login/code?error");
    String next = app.shows(identity.now().plusSeconds(30));
    assertThat(location(type(loggedIn("org24-1"), next.substring(0, 3) + " " + next.substring(3)))).doesNotContain("error");
  }

  @Test
  void takesACodeOnceThoughManyTypeItAtOnce() throws Exception {
    AppOnAPhone app = enrolled("org25-1");
    String code = app.shows(identity.now());
    List<Browser> browsers = Collections.nCopies(4, "org25-1").stream().map(SecondFactorTest::loggedIn).toList();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<String>> all = browsers.stream().map(b -> (Callable<String>) () -> location(type(b, code))).toList();
      assertThat(threads.invokeAll(all).stream().map(Future::resultNow).filter(to -> !to.contains("/login/code"))).hasSize(1);
    }
  }

  @Test
  void takesEachRecoveryCodeOnce() {
    identity.worker("org26-1", Role.CASEWORKER);
    Browser first = loggedIn("org26-1");
    List<String> paper = recoveryCodes(enrol(first, first.get("/login/factors")));
    assertThat(location(type(loggedIn("org26-1"), paper.get(2).toLowerCase(java.util.Locale.ROOT)))).doesNotContain("error");
    assertThat(location(type(loggedIn("org26-1"), paper.get(2)))).endsWith("/login/code?error");
    Browser again = loggedIn("org26-1");
    type(again, paper.get(9));
    var page = again.get("/login/factors");
    assertThat(page.body()).contains("残り8個");
    List<String> fresh = recoveryCodes(again.submit(page, "/login/factors/recovery", Map.of()));
    assertThat(fresh).hasSize(10).doesNotContainAnyElementsOf(paper);
    assertThat(location(type(loggedIn("org26-1"), paper.get(4)))).endsWith("/login/code?error");
    assertThat(location(type(loggedIn("org26-1"), fresh.get(4)))).doesNotContain("error");
  }

  @Test
  void makesWhoeverGuessesCodesWaitAlsoWithTheRightPassword() {
    AppOnAPhone app = enrolled("org27-1");
    for (int i = 0; i < 5; i++) assertThat(location(type(loggedIn("org27-1"), "00000" + i))).endsWith("/login/code?error");
    String right = app.shows(identity.now());
    assertThat(location(type(loggedIn("org27-1"), right))).endsWith("/login/code?wait=10");
    identity.passes(Duration.ofSeconds(10));
    assertThat(location(type(loggedIn("org27-1"), app.shows(identity.now())))).doesNotContain("/login/code");
  }

  @Test
  void asksForNoCodeBeforeThePassword() {
    AppOnAPhone app = enrolled("org28-1");
    Browser stranger = identity.browser();
    assertThat(location(stranger.get("/login/code"))).endsWith("/login");
    var page = stranger.get("/login");
    var answer = stranger.submit(page, "/login/code", Map.of("code", app.shows(identity.now())));
    assertThat(location(answer)).endsWith("/login/code?error");
    assertThat(location(stranger.get(Browser.authorization()))).endsWith("/login");
  }

  @Test
  void changesNothingForWhoeverKnowsThePasswordAlone() {
    AppOnAPhone app = enrolled("org29-1");
    Browser thief = loggedIn("org29-1");
    assertThat(location(thief.get("/login/factors"))).endsWith("/login/code");
    var page = thief.get("/login/code");
    for (String path : List.of("/login/factors/app/removal", "/login/factors/recovery", "/login/factors/app", "/webauthn/register"))
      assertThat(location(thief.submit(page, path, Map.of("code", "000000")))).as(path).endsWith("/login/code");
    assertThat(location(type(loggedIn("org29-1"), app.shows(identity.now())))).doesNotContain("/login/code");
  }

  @Test
  void asksAgainBeforeAChangeWhenSomeTimeHasPassed() {
    AppOnAPhone app = enrolled("org30-1");
    Browser browser = loggedIn("org30-1");
    type(browser, app.shows(identity.now()));
    var page = browser.get("/login/factors");
    assertThat(page.statusCode()).isEqualTo(200);
    identity.passes(Duration.ofMinutes(10));
    assertThat(location(browser.submit(page, "/login/factors/app/removal", Map.of()))).endsWith("/login/code");
    type(browser, app.shows(identity.now()));
    assertThat(location(browser.submit(page, "/login/factors/app/removal", Map.of()))).endsWith("/login/factors");
    assertThat(identity.browser().code("org30-1", Identity.PASSWORD)).isNotEmpty();
    assertThat(identity.stored("second_factors")).doesNotContain("org30-1");
  }

  @Test
  void asksForThePasswordAgainAfterADaysWork() {
    identity.worker("org31-1", Role.CASEWORKER);
    Browser browser = loggedIn("org31-1");
    assertThat(browser.code()).isNotEmpty();
    identity.passes(Duration.ofHours(12));
    assertThat(location(browser.get(Browser.authorization()))).endsWith("/login?again");
    assertThat(browser.get("/login?again").body()).contains("もう一度ログインしてください");
    assertThat(location(browser.logIn("org31-1", Identity.PASSWORD))).contains("/oauth2/authorize?");
    assertThat(browser.code()).isNotEmpty();
  }

  @Test
  void asksForTheCodeAgainAfterADaysWorkThoughThePasswordIsNewer() {
    AppOnAPhone app = enrolled("org36-1");
    Browser browser = loggedIn("org36-1");
    type(browser, app.shows(identity.now()));
    identity.passes(Duration.ofHours(11));
    browser.logIn("org36-1", Identity.PASSWORD);
    assertThat(browser.code()).as("the code still holds").isNotEmpty();
    identity.passes(Duration.ofHours(1));
    assertThat(location(browser.get(Browser.authorization()))).endsWith("/login/code");
    assertThat(location(browser.get("/login/factors"))).endsWith("/login/code");
    type(browser, app.shows(identity.now()));
    assertThat(browser.code()).isNotEmpty();
  }

  @Test
  void endsWhatIsOpenWhenAPasswordAloneBecomesTooLittle() {
    identity.worker("org35-1", Role.CASEWORKER);
    Browser browser = loggedIn("org35-1");
    String refresh = json(browser.exchange(browser.code())).get("refresh_token").asString();
    identity.worker("org35-1", Role.CASEWORKER);
    assertThat(browser.refresh(refresh).statusCode()).as("nothing was gained").isEqualTo(200);
    identity.worker("org35-1", Role.CASEWORKER, Role.MANAGER);
    assertThat(browser.refresh(refresh).statusCode()).isEqualTo(400);
    assertThat(location(browser.get(Browser.authorization()))).endsWith("/login/factors");
  }

  @Test
  void refusesAnAppThatShowsAnotherCode() {
    identity.worker("org32-1", Role.CASEWORKER);
    Browser browser = loggedIn("org32-1");
    var page = browser.get("/login/factors");
    AppOnAPhone app = AppOnAPhone.thatRead(page.body());
    String wrong = app.shows(identity.now()).equals("000000") ? "000001" : "000000";
    assertThat(location(browser.submit(page, "/login/factors/app", Map.of("code", wrong)))).endsWith("/login/factors?error");
    var told = browser.get("/login/factors?error");
    assertThat(told.body()).contains("role=\"alert\"", "aria-invalid=\"true\"");
    assertThat(AppOnAPhone.thatRead(told.body()).secret()).as("the same secret as before").isEqualTo(app.secret());
    assertThat(browser.get("/login/factors/app/picture").headers().firstValue("Content-Type")).hasValue("image/svg+xml");
    assertThat(identity.browser().code("org32-1", Identity.PASSWORD)).isNotEmpty();
  }

  @Test
  void keepsSecretsFromWhoeverReadsTheStore() {
    identity.worker("org33-1", Role.CASEWORKER);
    Browser browser = loggedIn("org33-1");
    var page = browser.get("/login/factors");
    String secret = AppOnAPhone.thatRead(page.body()).secret();
    List<String> paper = recoveryCodes(enrol(browser, page));
    String stored = identity.stored("second_factors") + identity.stored("sealing_keys");
    assertThat(stored).contains("org33-1").doesNotContain(secret, "primaryKeyId");
    for (String code : paper) assertThat(stored).doesNotContain(code, code.replace("-", "").substring(1));
  }

  @Test
  void sealsAKeyThatWasStoredBeforeThereWasASecret(@TempDir Path folder) {
    var decided = new HashMap<String, Object>(
        Map.of("tsunagu.identity.key-secret", "", "tsunagu.identity.second-factor-required", "false"));
    try (var own = new Identity(folder, decided)) {
      Browser browser = own.browser();
      browser.logIn("org05-1", Identity.PASSWORD);
      var page = browser.get("/login/factors");
      AppOnAPhone app = AppOnAPhone.thatRead(page.body());
      browser.submit(page, "/login/factors/app", Map.of("code", app.shows(own.now())));
      assertThat(own.stored("sealing_keys")).contains("primaryKeyId");
      decided.clear();
      own.restart();
      assertThat(own.stored("sealing_keys")).contains("keyset").doesNotContain("primaryKeyId");
      own.restart();
      own.passes(Duration.ofMinutes(1));
      Browser after = own.browser();
      after.logIn("org05-1", Identity.PASSWORD);
      var asked = after.get("/login/code");
      assertThat(location(after.submit(asked, "/login/code", Map.of("code", app.shows(own.now()))))).isEqualTo(Identity.ISSUER + "/");
    }
  }

  @Test
  void keepsFactorsOverARestart(@TempDir Path folder) {
    try (var own = new Identity(folder)) {
      Browser browser = own.browser();
      browser.logIn("org05-1", Identity.PASSWORD);
      var page = browser.get("/login/factors");
      AppOnAPhone app = AppOnAPhone.thatRead(page.body());
      browser.submit(page, "/login/factors/app", Map.of("code", app.shows(own.now())));
      own.restart();
      own.passes(Duration.ofMinutes(1));
      Browser after = own.browser();
      after.logIn("org05-1", Identity.PASSWORD);
      var asked = after.get("/login/code");
      assertThat(location(after.submit(asked, "/login/code", Map.of("code", app.shows(own.now()))))).isEqualTo(Identity.ISSUER + "/");
    }
  }

  private static Browser loggedIn(String worker) {
    Browser browser = identity.browser();
    browser.get(Browser.authorization());
    browser.logIn(worker, Identity.PASSWORD);
    return browser;
  }

  /** With an app since a while: the code it was set up with is over. */
  private static AppOnAPhone enrolled(String worker, Role... roles) {
    identity.worker(worker, roles.length == 0 ? new Role[]{Role.CASEWORKER} : roles);
    Browser browser = loggedIn(worker);
    var page = browser.get("/login/factors");
    enrol(browser, page);
    identity.passes(Duration.ofMinutes(1));
    return AppOnAPhone.thatRead(page.body());
  }

  private static HttpResponse<String> enrol(Browser browser, HttpResponse<String> page) {
    String code = AppOnAPhone.thatRead(page.body()).shows(identity.now());
    var done = browser.submit(page, "/login/factors/app", Map.of("code", code));
    assertThat(done.body()).contains("認証アプリを設定しました");
    return done;
  }

  private static HttpResponse<String> type(Browser browser, String code) {
    return browser.submit(browser.get("/login/code"), "/login/code", Map.of("code", code));
  }

  private static List<String> recoveryCodes(HttpResponse<String> page) {
    return Pattern.compile("<code>(\\d+(?:-[A-Z2-7]{4}){3})</code>").matcher(page.body()).results().map(m -> m.group(1)).toList();
  }
}
