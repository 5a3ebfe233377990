package jp.tsunagu.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every answer keeps a browser from, whatever the answer is. */
class SafeAnswersTest {
  private static Identity identity;

  @BeforeAll
  static void start(@TempDir Path folder) {
    identity = new Identity(folder);
  }

  @AfterAll
  static void stop() {
    identity.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/login", "/login?wait=%3Cb%3E", "/login/assets/login.css", "/login/assets/none.css", "/login/code",
      "/login/factors",
      "/something", "/a;b", "/actuator/health", "/actuator/env", "/oauth2/jwks", "/.well-known/openid-configuration", "/oauth2/authorize",
      "/userinfo", "/internal/identity/accounts/org05-1", "/connect/logout"})
  void keepsABrowserFrom(String path) {
    safe(identity.browser().get(path));
  }

  @Test
  void keepsABrowserFromWhatRefusesAClient() {
    var refused = identity.browser().token(Map.of("grant_type", "client_credentials"), "org99", "wrong");
    assertThat(refused.statusCode()).isEqualTo(401);
    safe(refused);
    safe(identity.browser().post("/login", Map.of()));
    safe(identity.browser().post("/oauth2/authorize", Map.of()));
  }

  @Test
  void tellsNothingAboutItself() {
    for (String path : List.of("/login?wait=%3Cb%3E", "/something", "/a;b")) {
      var answer = identity.browser().get(path);
      assertThat(answer.headers().firstValue("Server")).isEmpty();
      assertThat(answer.body()).doesNotContain("Exception", "org.springframework", "Tomcat", "at jp.");
    }
  }

  @Test
  void bindsTheCookieToTheHostAndTheHostToTlsBehindTls(@TempDir Path folder) {
    Map<String, Object> tls = Map.of("tsunagu.issuer", "https://door.example");
    try (var behindTls = new Identity(folder, tls)) {
      var page = behindTls.browser().get("/login", "X-Forwarded-Proto", "https", "X-Forwarded-For", "203.0.113.1");
      assertThat(page.headers().firstValue("Set-Cookie").orElseThrow()).startsWith("__Host-TSUNAGU_ID=")
          .contains("Path=/;", "Secure", "HttpOnly", "SameSite=Lax").doesNotContain("Domain");
      assertThat(page.headers().firstValue("Strict-Transport-Security")).hasValueSatisfying(
          hsts -> assertThat(hsts).contains("max-age=31536000", "includeSubDomains"));
    }
  }

  private static void safe(HttpResponse<String> answer) {
    var headers = answer.headers();
    assertThat(headers.firstValue("Content-Security-Policy").orElse("")).as("policy of %s", answer.uri()).contains("default-src 'none'",
        "base-uri 'none'", "object-src 'none'", "frame-ancestors 'none'").doesNotContain("unsafe", "http:", "https:", "*");
    assertThat(headers.allValues("Content-Security-Policy")).hasSize(1);
    assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(headers.firstValue("X-Frame-Options")).hasValue("DENY");
    assertThat(headers.firstValue("Referrer-Policy")).hasValue("no-referrer");
    assertThat(headers.firstValue("Permissions-Policy").orElse("")).contains("camera=()", "geolocation=()");
    assertThat(headers.firstValue("Cross-Origin-Opener-Policy")).hasValue("same-origin");
    assertThat(headers.firstValue("Cross-Origin-Resource-Policy")).hasValue("same-origin");
  }
}
