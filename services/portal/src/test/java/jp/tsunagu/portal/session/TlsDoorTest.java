package jp.tsunagu.portal.session;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;

import jp.tsunagu.portal.PortalApplication;
import jp.tsunagu.portal.PortalTest;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.web.context.WebApplicationContext;

/** The door of an installation, which is reached over TLS. */
@SpringBootTest(classes = PortalApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {
    "spring.config.name=portal", "tsunagu.issuer=https://localhost"})
class TlsDoorTest extends PortalTest {
  @Autowired private WebApplicationContext context;

  @Test
  void bindsItsCookiesToTheHost() {
    var start = send("/session/start", HttpRequest.Builder::GET);
    assertThat(start.headers().firstValue("Set-Cookie").orElseThrow()).startsWith("__Host-TSUNAGU_DESK=")
        .contains("Path=/;", "Secure", "HttpOnly", "SameSite=Lax").doesNotContain("Domain");
    var english = send("/?lang=en", HttpRequest.Builder::GET);
    assertThat(english.headers().allValues("Set-Cookie")).anySatisfy(
        cookie -> assertThat(cookie).startsWith("__Host-TSUNAGU_LANGUAGE=en").contains("Secure", "HttpOnly", "SameSite=Lax"));
  }

  @Test
  void bindsTheHostToTlsWhateverItAnswers() {
    for (String path : new String[]{"/", "/api/worklist", "/login", "/none"})
      assertThat(send(path, HttpRequest.Builder::GET).headers().firstValue("Strict-Transport-Security")).as(path)
          .hasValue("max-age=31536000 ; includeSubDomains");
  }

  @Test
  void forgetsASessionNobodyUses() {
    assertThat(requireNonNull(context.getServletContext()).getSessionTimeout()).isEqualTo(60);
  }
}
