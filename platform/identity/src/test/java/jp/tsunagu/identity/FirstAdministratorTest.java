package jp.tsunagu.identity;

import static jp.tsunagu.identity.Browser.location;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import jp.tsunagu.identity.account.Role;

/** Somebody has to be in before anybody can be let in. */
class FirstAdministratorTest {
  private static final String DRAWN = "6fT2xq-Vb1Rk0eWm8Zp4Lh7Ys3Nc9Jd";
  private static final Map<String, Object> SAID = Map.of("tsunagu.identity.first-administrator.password", DRAWN);

  @TempDir private Path folder;

  @Test
  void isMadeOnceAndLedToASecondFactor() {
    try (var identity = new Identity(folder, SAID)) {
      var account = identity.accounts().find("administrator").orElseThrow();
      assertThat(account.organisation()).isEqualTo("city");
      assertThat(account.roles()).containsExactly(Role.ADMINISTRATOR);

      Browser browser = identity.browser();
      browser.get(Browser.authorization());
      browser.logIn("administrator", DRAWN);
      assertThat(location(browser.get(Browser.authorization()))).contains("/login/factors");
    }
  }

  @Test
  void getsNeitherTheOldPasswordNorAccessBackAtTheNextStart() {
    try (var identity = new Identity(folder, SAID)) {
      identity.accounts().setPassword("administrator", Identity.PASSWORD);
      identity.restart();
      assertThat(lets(identity, DRAWN)).isFalse();
      assertThat(lets(identity, Identity.PASSWORD)).isTrue();

      identity.accounts().deactivate("administrator");
      identity.restart();
      assertThat(lets(identity, Identity.PASSWORD)).isFalse();
    }
  }

  @Test
  void isNotMadeBesideAnother() {
    try (var identity = new Identity(folder)) {
      identity.worker("org05-9", Role.ADMINISTRATOR);
    }
    try (var identity = new Identity(folder, SAID)) {
      assertThat(identity.accounts().find("administrator")).isEmpty();
    }
  }

  @Test
  void isNotMadeWithoutAPassword() {
    try (var identity = new Identity(folder)) {
      assertThat(identity.accounts().find("administrator")).isEmpty();
    }
  }

  @Test
  void hasNoPasswordThatSomebodyGuesses() {
    var easy = Map.<String, Object>of("tsunagu.identity.first-administrator.password", "administrator123");
    assertThatThrownBy(() -> new Identity(folder, easy)).hasMessage("the first administrator's password is easy to guess");
  }

  private static boolean lets(Identity identity, String password) {
    Browser browser = identity.browser();
    browser.get(Browser.authorization());
    return !location(browser.logIn("administrator", password)).contains("error");
  }
}
