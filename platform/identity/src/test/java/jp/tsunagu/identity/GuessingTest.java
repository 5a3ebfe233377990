package jp.tsunagu.identity;

import static jp.tsunagu.identity.Browser.location;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever guesses waits, longer each time, and learns nothing. */
class GuessingTest {
  private static final String[] FROM = {"X-Forwarded-For", "203.0.113.9"};

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
  void makesAGuesserOfOneNameWaitEvenWithTheRightPasswordAndOverARestart() {
    for (int i = 0; i < 5; i++) assertThat(location(wrong("org05-1", "198.51.100." + i))).endsWith("?error");
    assertThat(location(identity.browser().logIn("org05-1", Identity.PASSWORD))).endsWith("?wait=10");
    identity.restart();
    assertThat(location(identity.browser().logIn("org05-1", Identity.PASSWORD))).endsWith("?wait=10");
    identity.passes(Duration.ofSeconds(10));
    assertThat(location(wrong("org05-1", "198.51.100.7"))).endsWith("?error");
    assertThat(location(wrong("org05-1", "198.51.100.8"))).endsWith("?wait=20");
    identity.passes(Duration.ofSeconds(20));
    assertThat(location(identity.browser().logIn("org05-1", Identity.PASSWORD))).isEqualTo(Identity.ISSUER + "/");
    assertThat(location(wrong("org05-1", "198.51.100.9"))).endsWith("?error");
    assertThat(location(identity.browser().logIn("org05-1", Identity.PASSWORD))).isEqualTo(Identity.ISSUER + "/");
  }

  @Test
  void treatsANameNobodyHasTheSame() {
    for (int i = 0; i < 5; i++) assertThat(location(wrong("nobody", "192.0.2." + i))).endsWith("?error");
    assertThat(location(wrong("nobody", "192.0.2.6"))).endsWith("?wait=10");
  }

  @Test
  void makesAGuesserOfManyNamesWait() {
    for (int i = 0; i < 20; i++) assertThat(location(wrong("name" + i, FROM[1]))).endsWith("?error");
    assertThat(location(wrong("another", FROM[1]))).contains("?wait=");
    assertThat(location(wrong("another", "203.0.113.10"))).endsWith("?error");
  }

  @Test
  void countsAnIpv6NetworkAsOneAddress() {
    for (int i = 0; i < 20; i++) wrong("six" + i, "2001:db8:1:2::" + i);
    assertThat(location(wrong("seven", "2001:db8:1:2:ffff::1"))).contains("?wait=");
    assertThat(location(wrong("seven", "2001:db8:1:3::1"))).endsWith("?error");
  }

  private static java.net.http.HttpResponse<String> wrong(String name, String from) {
    return identity.browser().logIn(name, "wrong", "X-Forwarded-For", from);
  }
}
