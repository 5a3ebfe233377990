package jp.tsunagu.identity;

import static jp.tsunagu.identity.Browser.json;
import static jp.tsunagu.identity.Browser.location;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import jp.tsunagu.identity.account.Role;
import jp.tsunagu.identity.factor.Stick;

/** A key in the hand, after the password. */
class PasskeyTest {
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
  void opensTheDeskAfterThePassword() {
    Stick stick = enrolled("org41-m", Role.MANAGER);
    identity.restart();
    Browser browser = loggedIn("org41-m");
    assertThat(location(browser.get(Browser.authorization()))).endsWith("/login/code");
    var page = browser.get("/login/code");
    assertThat(page.body()).contains("data-passkey=\"use\"", "src=\"/login/assets/passkey.js\"");
    String before = browser.session();
    var used = use(browser, page, stick);
    assertThat(used.statusCode()).as(used.body()).isEqualTo(200);
    assertThat(json(used).get("redirectUrl").asString()).contains("/oauth2/authorize?");
    assertThat(browser.session()).isNotEqualTo(before);
    assertThat(browser.exchange(browser.code()).statusCode()).isEqualTo(200);
    assertThat(browser.get("/login/factors").body()).contains("事務所のキー", "登録 令和");
  }

  @Test
  void bringsCodesOnPaperForTheDayItIsLost() {
    Stick stick = enrolled("org47-1", Role.CASEWORKER);
    Browser browser = loggedIn("org47-1");
    use(browser, browser.get("/login/code"), stick);
    var page = browser.get("/login/factors");
    assertThat(page.body()).contains("data-first-codes", "予備コードを作る");
    var made = browser.submit(page, "/login/factors/recovery/first", Map.of());
    var codes = Pattern.compile("<code>(\\d+(?:-[A-Z2-7]{4}){3})</code>").matcher(made.body()).results().map(m -> m.group(1)).toList();
    assertThat(codes).hasSize(10);
    assertThat(made.body()).doesNotContain("data-first-codes");
    assertThat(location(browser.submit(page, "/login/factors/recovery/first", Map.of()))).as("not made anew").endsWith("/login/factors");
    Browser lost = loggedIn("org47-1");
    lost.submit(lost.get("/login/code"), "/login/code", Map.of("code", codes.get(3)));
    assertThat(lost.code()).isNotEmpty();
  }

  @Test
  void opensNothingWithoutThePassword() {
    Stick stick = enrolled("org42-1", Role.CASEWORKER);
    Browser stranger = identity.browser();
    var page = stranger.get("/login");
    assertThat(use(stranger, page, stick).statusCode()).isEqualTo(401);
    assertThat(location(stranger.get(Browser.authorization()))).endsWith("/login");
  }

  @Test
  void opensNothingForAnotherWorker() {
    Stick stick = enrolled("org43-1", Role.CASEWORKER);
    enrolled("org43-2", Role.CASEWORKER);
    Browser other = loggedIn("org43-2");
    assertThat(use(other, other.get("/login/code"), stick).statusCode()).isEqualTo(401);
    assertThat(location(other.get(Browser.authorization()))).endsWith("/login/code");
  }

  @Test
  void refusesAKeyThatBelievesItIsElsewhere() {
    identity.worker("org44-1", Role.CASEWORKER);
    Browser browser = loggedIn("org44-1");
    var page = browser.get("/login/factors");
    var options = json(browser.script(page, "/webauthn/register/options", ""));
    assertThat(browser.script(page, "/webauthn/register", new Stick("http://evil.example").register(options, "x")).statusCode())
        .isEqualTo(404);
    assertThat(identity.stored("passkeys")).doesNotContain(options.path("user").path("id").asString());
  }

  @Test
  void takesAnAnswerOnce() {
    Stick stick = enrolled("org45-1", Role.CASEWORKER);
    Browser browser = loggedIn("org45-1");
    var page = browser.get("/login/code");
    String answer = stick.use(json(browser.script(page, "/webauthn/authenticate/options", "")));
    assertThat(browser.script(page, "/login/webauthn", answer).statusCode()).isEqualTo(200);
    assertThat(browser.script(page, "/login/webauthn", answer).statusCode()).isEqualTo(401);
  }

  @Test
  void isRemovedByItsHolderAndNobodyElse() {
    Stick stick = enrolled("org46-1", Role.CASEWORKER);
    Browser browser = loggedIn("org46-1");
    use(browser, browser.get("/login/code"), stick);
    var page = browser.get("/login/factors");
    String id = Pattern.compile("name=\"id\" value=\"([^\"]+)\"").matcher(page.body()).results().findFirst().orElseThrow().group(1);
    identity.worker("org46-2", Role.CASEWORKER);
    Browser other = loggedIn("org46-2");
    other.submit(other.get("/login/factors"), "/login/factors/passkeys/removal", Map.of("id", id));
    assertThat(identity.stored("passkeys")).contains(id);
    browser.submit(page, "/login/factors/passkeys/removal", Map.of("id", id));
    assertThat(identity.stored("passkeys")).doesNotContain(id);
    assertThat(identity.browser().code("org46-1", Identity.PASSWORD)).isNotEmpty();
  }

  private static Browser loggedIn(String worker) {
    Browser browser = identity.browser();
    browser.get(Browser.authorization());
    browser.logIn(worker, Identity.PASSWORD);
    return browser;
  }

  private static Stick enrolled(String worker, Role role) {
    identity.worker(worker, role);
    Browser browser = loggedIn(worker);
    var page = browser.get("/login/factors");
    var stick = new Stick(Identity.ISSUER);
    var options = browser.script(page, "/webauthn/register/options", "");
    var done = browser.script(page, "/webauthn/register", stick.register(json(options), "事務所のキー"));
    assertThat(done.statusCode()).as(done.body()).isEqualTo(200);
    return stick;
  }

  private static HttpResponse<String> use(Browser browser, HttpResponse<String> page, Stick stick) {
    return browser.script(page, "/login/webauthn", stick.use(json(browser.script(page, "/webauthn/authenticate/options", ""))));
  }
}
