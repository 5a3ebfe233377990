package jp.tsunagu.identity.factor;

import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.ExceptionHandlingConfigurer;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;

/** Where somebody is led who has not proven enough. */
public final class FactorDoors {
  static final String LOG_IN = "/login";
  static final String CODE = "/login/code";
  static final String FACTORS = "/login/factors";

  private FactorDoors() {
  }

  /**
   * What somebody comes back to after logging in. Whatever else a browser asked for on the way, a picture perhaps, must not take
   * its place.
   */
  public static RequestCache worthComingBackTo() {
    var paths = PathPatternRequestMatcher.withDefaults();
    var cache = new HttpSessionRequestCache();
    cache.setRequestMatcher(
        new OrRequestMatcher(paths.matcher(HttpMethod.GET, "/oauth2/authorize"), paths.matcher(HttpMethod.GET, FACTORS)));
    return cache;
  }

  public static void open(ExceptionHandlingConfigurer<HttpSecurity> missing) {
    missing.defaultDeniedHandlerForMissingAuthority(to(LOG_IN + "?again"), Proven.PASSWORD)
        .defaultDeniedHandlerForMissingAuthority(to(CODE), Proven.CODE)
        .defaultDeniedHandlerForMissingAuthority(to(FACTORS), Proven.ANY_FACTOR);
  }

  private static AuthenticationEntryPoint to(String page) {
    return (request, response, why) -> response.sendRedirect(page);
  }
}
