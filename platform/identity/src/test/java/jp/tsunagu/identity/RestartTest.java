package jp.tsunagu.identity;

import static jp.tsunagu.identity.Browser.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was given out before a restart holds after it. */
class RestartTest {
  @Test
  void keepsKeysCodesAndRefreshTokens(@TempDir Path folder) {
    try (var identity = new Identity(folder)) {
      Browser before = identity.browser();
      String key = json(before.get("/oauth2/jwks")).get("keys").get(0).get("kid").asString();
      var tokens = json(before.exchange(before.code("org05-1", Identity.PASSWORD)));
      String code = before.code();
      identity.restart();
      Browser after = identity.browser();
      assertThat(json(after.get("/oauth2/jwks")).get("keys").get(0).get("kid").asString()).isEqualTo(key);
      assertThat(after.exchange(code).statusCode()).isEqualTo(200);
      assertThat(after.exchange(code).statusCode()).isEqualTo(400);
      assertThat(after.get("/userinfo", "Authorization", "Bearer " + tokens.get("access_token").asString()).statusCode()).isEqualTo(200);
      assertThat(after.refresh(tokens.get("refresh_token").asString()).statusCode()).isEqualTo(200);
      assertThat(after.get("/connect/logout?id_token_hint=" + tokens.get("id_token").asString()).statusCode()).isLessThan(400);
      assertThat(after.exchange("sha256:0000").statusCode()).isEqualTo(400);
    }
  }

  @Test
  void signsWithANewKeyEachQuarterAndPublishesTheOldOneForADay(@TempDir Path folder) {
    try (var identity = new Identity(folder)) {
      assertThat(keys(identity)).isEqualTo(1);
      identity.passes(Duration.ofDays(91).minusHours(1));
      identity.restart();
      assertThat(keys(identity)).isEqualTo(2);
      identity.passes(Duration.ofDays(2));
      identity.restart();
      assertThat(keys(identity)).isEqualTo(1);
    }
  }

  private static int keys(Identity identity) {
    return json(identity.browser().get("/oauth2/jwks")).get("keys").size();
  }
}
