package jp.tsunagu.identity;

import static jp.tsunagu.identity.Browser.claims;
import static jp.tsunagu.identity.Browser.json;
import static jp.tsunagu.identity.Browser.location;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
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

/** A person comes in through the desk. */
class PeopleTest {
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
  void sendsAStrangerToTheLogInPageAndBack() {
    Browser browser = identity.browser();
    var asked = browser.get(Browser.authorization());
    assertThat(asked.statusCode()).isEqualTo(302);
    assertThat(location(asked)).endsWith("/login");
    var loggedIn = browser.logIn("org05-1", Identity.PASSWORD);
    assertThat(location(loggedIn)).contains("/oauth2/authorize?");
    var allowed = browser.get(location(loggedIn));
    assertThat(location(allowed)).startsWith(Identity.ISSUER + "/session/code?code=");
  }

  @Test
  void comesBackToTheDeskWhateverTheBrowserAskedForBetween() {
    Browser browser = identity.browser();
    browser.get(Browser.authorization());
    browser.get("/assets/mark.svg");
    browser.get("/login/none");
    assertThat(location(browser.logIn("org05-1", Identity.PASSWORD))).contains("/oauth2/authorize?");
  }

  @Test
  void putsWhoItIsIntoTheAccessToken() {
    Browser browser = identity.browser();
    var tokens = json(browser.exchange(browser.code("org05-1", Identity.PASSWORD)));
    var access = claims(tokens.get("access_token").asString());
    assertThat(access.get("iss").asString()).isEqualTo(Identity.ISSUER);
    assertThat(access.get("sub").asString()).isEqualTo("org05-1");
    assertThat(access.get("worker").asString()).isEqualTo("org05-1");
    assertThat(access.get("org").asString()).isEqualTo("org05");
    assertThat(access.get("roles").toString()).isEqualTo("[\"CASEWORKER\"]");
    assertThat(access.get("scope").toString()).contains("openid");
    assertThat(access.get("exp").asLong() - access.get("iat").asLong()).as("a page goes on so long at most after a log-in has ended")
        .isEqualTo(300);
    var id = claims(tokens.get("id_token").asString());
    assertThat(id.get("sub").asString()).isEqualTo("org05-1");
    assertThat(id.get("nonce").asString()).isEqualTo("n");
    assertThat(id.propertyNames()).doesNotContain("name", "email", "org");
  }

  @Test
  void refusesACodeWithoutItsVerifier() {
    Browser browser = identity.browser();
    String code = browser.code("org05-1", Identity.PASSWORD);
    var stolen = browser.token(Map.of("grant_type", "authorization_code", "code", code, "redirect_uri", Identity.ISSUER + "/session/code",
        "code_verifier", "another-verifier-of-more-than-forty-three-characters-guessed"), "tsunagu-desk", Identity.SECRET);
    assertThat(stolen.statusCode()).isEqualTo(400);
    assertThat(stolen.body()).contains("invalid_grant");
  }

  @Test
  void refusesToStartWithoutPkce() {
    Browser browser = identity.browser();
    browser.logIn("org05-1", Identity.PASSWORD);
    var asked = browser.get(Browser.authorization().replaceAll("&code_challenge.*", ""));
    assertThat(location(asked)).contains("error=invalid_request");
  }

  @Test
  void takesACodeOnceAndEndsWhatCameOfItWhenItComesAgain() {
    Browser browser = identity.browser();
    String code = browser.code("org05-1", Identity.PASSWORD);
    var tokens = json(browser.exchange(code));
    assertThat(browser.exchange(code).statusCode()).isEqualTo(400);
    assertThat(browser.refresh(tokens.get("refresh_token").asString()).statusCode()).isEqualTo(400);
  }

  @Test
  void givesTokensForOneOfManyExchangesAtOnce() throws Exception {
    Browser browser = identity.browser();
    String code = browser.code("org05-1", Identity.PASSWORD);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Integer> exchange = () -> identity.browser().exchange(code).statusCode();
      List<Integer> answers = threads.invokeAll(Collections.nCopies(8, exchange)).stream().map(Future::resultNow).toList();
      assertThat(answers).containsOnlyOnce(200);
    }
  }

  @Test
  void refreshesWithRolesOfNow() {
    identity.accounts().save(account("org06-1", Set.of(Role.CASEWORKER)));
    Browser browser = identity.browser();
    var tokens = json(browser.exchange(browser.code("org06-1", Identity.PASSWORD)));
    var before = identity.accounts().find("org06-1").orElseThrow();
    identity.accounts().save(new Account("org06-1", "org06", Set.of(), before.passwordHash(), true));
    var refreshed = json(browser.refresh(tokens.get("refresh_token").asString()));
    assertThat(claims(refreshed.get("access_token").asString()).get("roles").toString()).isEqualTo("[]");
    assertThat(claims(refreshed.get("id_token").asString()).get("sub").asString()).isEqualTo("org06-1");
    assertThat(browser.refresh(refreshed.get("refresh_token").asString()).statusCode()).isEqualTo(200);
  }

  @Test
  void letsADeactivatedWorkerNeitherInNorRefreshNorExchange() {
    identity.accounts().save(account("org07-1", Set.of(Role.CASEWORKER)));
    Browser browser = identity.browser();
    var tokens = json(browser.exchange(browser.code("org07-1", Identity.PASSWORD)));
    identity.accounts().deactivate("org07-1");
    assertThat(browser.refresh(tokens.get("refresh_token").asString()).statusCode()).isEqualTo(400);
    assertThat(location(browser.get(Browser.authorization()))).contains("/login");
    assertThat(location(identity.browser().logIn("org07-1", Identity.PASSWORD))).endsWith("/login?error");
  }

  @Test
  void endsWhatWasOpenWhenThePasswordChanges() {
    identity.accounts().save(account("org08-1", Set.of(Role.CASEWORKER)));
    Browser browser = identity.browser();
    var tokens = json(browser.exchange(browser.code("org08-1", Identity.PASSWORD)));
    identity.accounts().save(new Account("org08-1", "org08", Set.of(), identity.accounts().hash("another long password"), true));
    assertThat(browser.refresh(tokens.get("refresh_token").asString()).statusCode()).isEqualTo(400);
  }

  @Test
  void tellsUserInfoTheIdAndNothingElse() {
    Browser browser = identity.browser();
    var tokens = json(browser.exchange(browser.code("org05-1", Identity.PASSWORD)));
    var info = browser.get("/userinfo", "Authorization", "Bearer " + tokens.get("access_token").asString());
    assertThat(info.body()).isEqualTo("{\"sub\":\"org05-1\"}");
  }

  @Test
  void logsOutAtTheDesksWord() {
    Browser browser = identity.browser();
    var tokens = json(browser.exchange(browser.code("org05-1", Identity.PASSWORD)));
    var out = browser.get("/connect/logout?client_id=tsunagu-desk&id_token_hint=" + tokens.get("id_token").asString()
        + "&post_logout_redirect_uri=http%3A%2F%2Fdoor.example%3A8080%2F");
    assertThat(location(out)).isEqualTo(Identity.ISSUER + "/");
    assertThat(location(browser.get(Browser.authorization()))).endsWith("/login");
    assertThat(browser.refresh(tokens.get("refresh_token").asString()).statusCode()).as("what the desk still has is over, too")
        .isEqualTo(400);
  }

  @Test
  void namesTheSessionAnewWhenSomebodyLogsIn() {
    Browser browser = identity.browser();
    browser.get("/login");
    String before = browser.session();
    browser.logIn("org05-1", Identity.PASSWORD);
    assertThat(before).startsWith("TSUNAGU_ID=");
    assertThat(browser.session()).startsWith("TSUNAGU_ID=").isNotEqualTo(before);
  }

  @Test
  void forgetsASessionNobodyUses() {
    assertThat(identity.idleMinutes()).isEqualTo(30);
  }

  @Test
  void sendsNobodyToAnAddressThatIsNotTheDesks() {
    Browser browser = identity.browser();
    browser.logIn("org05-1", Identity.PASSWORD);
    var asked = browser.get(Browser.authorization().replace("door.example", "evil.example"));
    assertThat(asked.statusCode()).isEqualTo(400);
    assertThat(asked.headers().firstValue("Location")).isEmpty();
  }

  @Test
  void readsANameTypedOnAJapaneseKeyboard() {
    assertThat(location(identity.browser().logIn(" ＯＲＧ０５－１ ", Identity.PASSWORD))).isEqualTo(Identity.ISSUER + "/");
  }

  private static Account account(String worker, Set<Role> roles) {
    return new Account(worker, worker.substring(0, 5), roles, identity.accounts().hash(Identity.PASSWORD), true);
  }
}
