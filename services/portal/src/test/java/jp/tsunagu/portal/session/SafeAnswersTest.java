package jp.tsunagu.portal.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.stream.Stream;

import jp.tsunagu.portal.Browser;
import jp.tsunagu.portal.Neighbours.Reply;
import jp.tsunagu.portal.PortalTest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every answer of the door keeps a browser from, whoever gave it and whatever it is. */
class SafeAnswersTest extends PortalTest {
  @ParameterizedTest
  @ValueSource(strings = {"/", "/work", "/none", "/assets/desk.css", "/assets/none.css", "/a;b", "/error", "/favicon.ico", "/session/start",
      "/session/code", "/api/worklist", "/api/none", "/api/cases/c-1", "/api/openapi", "/v3/api-docs", "/actuator/health", "/actuator/env",
      "/internal/journal/x", "/login", "/login/factors", "/webauthn/register", "/oauth2/jwks", "/userinfo", "/connect/logout"})
  void keepsABrowserFrom(String path) {
    safe(send(path, HttpRequest.Builder::GET));
  }

  @Test
  void keepsABrowserFromRefusals() {
    safe(post("/api/cases", yell(), "\"" + "x".repeat(1_100_000) + "\""));
    safe(send("/session/end", r -> r.POST(HttpRequest.BodyPublishers.noBody())));
    safe(get("/api/cases?limit=0", yell()));
  }

  @Test
  void leavesIdentitysOwnPolicyAsItIs() {
    String own = "default-src 'none'; script-src 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'";
    NEIGHBOURS.on("GET /login", new Reply(200, Map.of("Content-Type", "text/html", "Content-Security-Policy", own), "<p>"));
    var page = send("/login", HttpRequest.Builder::GET);
    assertThat(page.headers().allValues("Content-Security-Policy")).containsExactly(own);
  }

  @Test
  void limitsHowOftenATokenIsAskedFor() {
    var answers = Stream.generate(this::token).limit(60).toList();
    assertThat(answers).extracting(HttpResponse::statusCode).contains(200, 429);
    var refused = answers.stream().filter(answer -> answer.statusCode() == 429).findFirst().orElseThrow();
    assertThat(refused.headers().firstValue("Retry-After")).isPresent();
    safe(refused);
  }

  @Test
  void namesTheSessionAnewAndEndsItHereAndAtIdentity() {
    NEIGHBOURS.atTheDesk("org05", "org05-1", "CASEWORKER");
    var browser = new Browser(port);
    var start = browser.get("/session/start");
    assertThat(start.response().headers().firstValue("Set-Cookie").orElseThrow()).startsWith("TSUNAGU_DESK=")
        .contains("Path=/", "HttpOnly", "SameSite=Lax").doesNotContain("Domain");
    String before = browser.cookie();
    var work = browser.logIn();
    String inside = browser.cookie();
    assertThat(inside).isNotEqualTo(before);
    String csrf = work.body().replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
    var out = browser.post("/session/end", Map.of("_csrf", csrf));
    assertThat(out.response().headers().firstValue("Location").orElseThrow()).contains("/connect/logout?id_token_hint=");
    assertThat(send("/work", r -> r.GET().header("Cookie", inside)).statusCode()).isEqualTo(302);
  }

  private HttpResponse<String> token() {
    return send("/oauth2/token", r -> r.POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
        .header("Content-Type", "application/x-www-form-urlencoded"));
  }

  private static void safe(HttpResponse<String> answer) {
    var headers = answer.headers();
    assertThat(headers.allValues("Content-Security-Policy")).as("policy of %s", answer.uri()).hasSize(1);
    assertThat(headers.firstValue("Content-Security-Policy").orElse("")).contains("default-src 'none'", "base-uri 'none'",
        "object-src 'none'", "frame-ancestors 'none'").doesNotContain("unsafe", "http:", "https:", "*");
    assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(headers.firstValue("Referrer-Policy")).hasValue("same-origin");
    assertThat(headers.firstValue("Permissions-Policy").orElse("")).contains("camera=()");
    assertThat(headers.firstValue("Cross-Origin-Opener-Policy")).hasValue("same-origin");
    assertThat(headers.firstValue("Cross-Origin-Resource-Policy")).hasValue("same-origin");
    assertThat(headers.firstValue("Strict-Transport-Security")).as("no TLS here").isEmpty();
  }
}
