package jp.tsunagu.notification.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the installation tells its administrators. */
class AlertDoorTest {
  private static final String SERVICE = "scope.alerts";
  private static House house;

  @BeforeAll
  static void start() {
    house = new House();
  }

  @AfterAll
  static void stop() {
    house.close();
  }

  private static String alert(String kind, String caseId, String reference) {
    return "{\"kind\": \"" + kind + "\", \"caseId\": \"" + caseId + "\", \"reference\": \"" + reference + "\"}";
  }

  @Test
  void tellsEveryAdministratorOnceUnderOneReference() {
    String caseId = Council.newCase();
    String alert = alert("GAP_FOUND", caseId, "NO_DATE|" + caseId + "||1");
    assertThat(house.post(SERVICE, "/internal/alerts", alert).status()).isEqualTo(204);
    assertThat(house.post(SERVICE, "/internal/alerts", alert).status()).isEqualTo(204);
    house.awaitTold(caseId, "raised GAP_FOUND to admin", "delivered EMAIL");
    assertThat(house.told(caseId)).containsExactly("raised GAP_FOUND to admin", "delivered IN_APP", "delivered EMAIL");
    assertThat(house.notices("admin", caseId)).singleElement()
        .satisfies(notice -> assertThat(notice.at("/kind").asString()).isEqualTo("GAP_FOUND"));

    assertThat(house.post(SERVICE, "/internal/alerts", alert("GAP_FOUND", caseId, "another")).status()).isEqualTo(204);
    assertThat(house.notices("admin", caseId)).hasSize(2);
  }

  @Test
  void takesAlertsFromServicesAlone() {
    String alert = alert("MESSAGE_PARKED", Council.newCase(), "parked");
    assertThat(house.post("admin", "/internal/alerts", alert).status()).isEqualTo(403);
    assertThat(house.post("scope.journal", "/internal/alerts", alert).status()).isEqualTo(403);
  }

  @Test
  void tellsAnotherServiceHowItsPartOfTheWayIsDoing() {
    String caseId = house.tells("org05-1");
    house.awaitTold(caseId, "delivered EMAIL");
    await().atMost(House.SOON).untilAsserted(() -> {
      var state = house.get("scope.pipeline", "/internal/pipeline").body();
      assertThat(state.at("/backlog/commits").asInt(-1)).isZero();
      assertThat(state.at("/parked/waiting").asInt(-1)).isZero();
      assertThat(state.at("/version").asString()).matches("[0-9]+[.][0-9]+.*");
      assertThat(state.path("channels").valueStream().map(channel -> channel.path("channel").asString()))
          .containsExactlyInAnyOrder("EMAIL", "WEBHOOK");
      assertThat(state.path("channels").valueStream().filter(c -> c.path("channel").asString().equals("EMAIL"))).singleElement()
          .satisfies(mail -> assertThat(mail.path("closed").asInt()).isEqualTo(1));
      assertThat(state.path("lags").valueStream().map(lag -> lag.path("topic").asString())).containsExactlyInAnyOrder("tsunagu.follow-up",
          "tsunagu.intake", "tsunagu.referral", "tsunagu.directory");
      assertThat(state.path("lags").valueStream()).allSatisfy(lag -> {
        assertThat(lag.path("messages").asInt(-1)).isZero();
        assertThat(lag.path("reading").asBoolean()).isTrue();
      });
    });
    assertThat(house.get("admin", "/internal/pipeline").status()).isEqualTo(403);
    assertThat(house.get("scope.alerts", "/internal/pipeline").status()).isEqualTo(403);
  }

  @Test
  void namesTheFieldThatIsWrong() {
    assertThat(house.post(SERVICE, "/internal/alerts", alert("GAP_FOUND", "", "x")).text("/errors/0/field")).isEqualTo("caseId");
    assertThat(house.post(SERVICE, "/internal/alerts", alert("ASSIGNED", Council.newCase(), "x")).inWords())
        .isEqualTo("422 not-an-alert kind");
  }
}
