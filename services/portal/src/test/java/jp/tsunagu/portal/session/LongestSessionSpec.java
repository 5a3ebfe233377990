package jp.tsunagu.portal.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;

class LongestSessionSpec {
  private static final Instant LOGGED_IN = Instant.parse("2026-04-01T08:00:00Z");
  private static final Duration LONGEST = Duration.ofHours(12);

  private final MockHttpSession session = new MockHttpSession();

  @AfterEach
  void forget() {
    SecurityContextHolder.clearContext();
  }

  @Test
  void leavesASessionAloneThatIsYoungEnough() throws Exception {
    loggedIn(Map.of("auth_time", LOGGED_IN));
    requestAt(LOGGED_IN.plus(LONGEST).minusSeconds(1));
    assertThat(session.isInvalid()).isFalse();
    assertThat(SecurityContextHolder.getContext().getAuthentication()).isNotNull();
  }

  @Test
  void endsASessionADayAfterItsLogInThoughTheTokenIsNewer() throws Exception {
    loggedIn(Map.of("auth_time", LOGGED_IN, "iat", LOGGED_IN.plus(Duration.ofHours(11))));
    requestAt(LOGGED_IN.plus(LONGEST));
    assertThat(session.isInvalid()).isTrue();
    assertThat(SecurityContextHolder.getContext().getAuthentication()).isNull();
  }

  @Test
  void countsFromTheTokenWhereTheIssuerSaysNoMore() throws Exception {
    loggedIn(Map.of("iat", LOGGED_IN));
    requestAt(LOGGED_IN.plus(LONGEST));
    assertThat(session.isInvalid()).isTrue();
  }

  private void loggedIn(Map<String, Object> times) {
    Map<String, Object> claims = new HashMap<>(times);
    claims.put("sub", "org05-1");
    var token = new OidcIdToken("token", (Instant) claims.get("iat"), LOGGED_IN.plus(Duration.ofDays(1)), claims);
    SecurityContextHolder.getContext()
        .setAuthentication(new OAuth2AuthenticationToken(new DefaultOidcUser(List.of(), token), List.of(), "desk"));
  }

  private void requestAt(Instant now) throws Exception {
    var request = new MockHttpServletRequest("GET", "/work");
    request.setSession(session);
    new LongestSession(LONGEST, () -> now).doFilter(request, new MockHttpServletResponse(), new MockFilterChain());
  }
}
