package jp.tsunagu.systemtests.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import jp.tsunagu.identity.factor.Phone;

/** The first day of an installation on one host, and that it is not its last when the host is gone. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@EnabledIfSystemProperty(named = "tsunagu.test.containers", matches = "true")
class ComposeTest {
  private static final URI DOOR = URI.create("http://localhost:8080");

  private static Composed composed;

  @BeforeAll
  static void start() throws Exception {
    composed = Composed.up(); // takes itself down again if it fails
  }

  @AfterAll
  @SuppressWarnings("NullAway")
  static void stop() throws Exception {
    if (composed != null) composed.close();
  }

  @Test
  @Order(1)
  void letsTheFirstAdministratorInAndShowsTheCouncil() throws Exception {
    var browser = new Browser(DOOR);
    var led = browser.sends(browser.opens("/session/start"), "/login",
        Map.of("username", "administrator", "password", composed.drawn("first-administrator")));
    assertThat(led.uri().getPath()).isEqualTo("/login/factors");
    browser.sends(led, "/login/factors/app", Map.of("code", Phone.code(led.body())));
    browser.opens("/login/factors/onward");

    assertThat(browser.opens("/organisations").uri().getPath()).isEqualTo("/organisations");
    Awaitility.await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> assertThat(browser.opens("/organisations").body()).contains("抱樸"));
    Awaitility.await().atMost(Duration.ofMinutes(1))
        .untilAsserted(() -> assertThat(browser.opens("/pipeline").statusCode()).isEqualTo(200));
  }

  @Test
  @Order(2)
  void isWellAndIsWatched() throws Exception {
    assertThat(new Browser(DOOR).opens("/actuator/health").body()).contains("\"status\":\"UP\"");
    var watching = new Browser(URI.create("http://localhost:9090"));
    Awaitility.await().atMost(Duration.ofMinutes(2))
        .untilAsserted(() -> assertThat(watching.opens("/api/v1/query?query=sum(up)").body()).contains("\"7\""));
  }

  @Test
  @Order(3)
  void goesOnFromItsBackup() throws Exception {
    String password = composed.drawn("first-administrator");
    composed.savedAndBroughtBack();
    var browser = new Browser(DOOR);
    var led = browser.sends(browser.opens("/session/start"), "/login", Map.of("username", "administrator", "password", password));
    assertThat(led.uri().getPath()).as("asked for the second step that was set up before").isEqualTo("/login/code");
  }
}
