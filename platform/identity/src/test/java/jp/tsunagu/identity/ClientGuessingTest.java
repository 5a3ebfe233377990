package jp.tsunagu.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import jp.tsunagu.identity.account.Client;

/** Whoever guesses a client's secret waits, and the client elsewhere does not. */
class ClientGuessingTest {
  private static final Map<String, String> GRANT = Map.of("grant_type", "client_credentials");

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
  void makesAGuesserWaitEvenWithTheRightSecretAndOverARestart() {
    for (int i = 0; i < 5; i++) assertThat(ask("org05", "wrong", "198.51.100.1").statusCode()).isEqualTo(401);
    var waits = ask("org05", "demo", "198.51.100.1");
    assertThat(waits.statusCode()).isEqualTo(429);
    assertThat(waits.headers().firstValue("Retry-After")).hasValue("10");
    assertThat(waits.body()).isEqualTo("{\"error\":\"temporarily_unavailable\"}");
    identity.restart();
    assertThat(ask("org05", "demo", "198.51.100.1").statusCode()).isEqualTo(429);
    identity.passes(Duration.ofSeconds(10));
    assertThat(ask("org05", "demo", "198.51.100.1").statusCode()).isEqualTo(200);
  }

  @Test
  void letsTheSameClientInFromElsewhere() {
    identity.accounts().save(Client.machine("org51", identity.accounts().hashSecret("demo"), "org51", "org51-1", java.util.Set.of()));
    for (int i = 0; i < 6; i++) ask("org51", "wrong", "198.51.100.2");
    assertThat(ask("org51", "demo", "198.51.100.2").statusCode()).isEqualTo(429);
    assertThat(ask("org51", "demo", "198.51.100.3").statusCode()).isEqualTo(200);
  }

  @Test
  void makesAGuesserOfManyClientsWaitButNotThePeopleBesideIt() {
    for (int i = 0; i < 20; i++) assertThat(ask("client" + i, "wrong", "203.0.113.7").statusCode()).isEqualTo(401);
    assertThat(ask("another", "wrong", "203.0.113.7").statusCode()).isEqualTo(429);
    var person = identity.browser().logIn("org05-1", Identity.PASSWORD, "X-Forwarded-For", "203.0.113.7");
    assertThat(Browser.location(person)).isEqualTo(Identity.ISSUER + "/");
  }

  @Test
  void treatsManyRightAnswersAtOnceAsRight() {
    for (int i = 0; i < 30; i++) assertThat(ask("service-directory", Identity.SECRET, "192.0.2.1").statusCode()).isEqualTo(200);
  }

  @Test
  void slowsDownASecretInTheBodyAsWell() {
    Map<String, String> form = Map.of("grant_type", "client_credentials", "client_id", "org52", "client_secret", "wrong");
    for (int i = 0; i < 5; i++)
      assertThat(identity.browser().post("/oauth2/token", form, "X-Forwarded-For", "198.51.100.9").statusCode()).isEqualTo(401);
    assertThat(identity.browser().post("/oauth2/token", form, "X-Forwarded-For", "198.51.100.9").statusCode()).isEqualTo(429);
  }

  private static HttpResponse<String> ask(String client, String secret, String from) {
    return identity.browser().token(GRANT, client, secret, "X-Forwarded-For", from);
  }
}
