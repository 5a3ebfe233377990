package jp.tsunagu.identity.factor;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.ExceptionHandlingConfigurer;
import org.springframework.security.web.AuthenticationEntryPoint;

/** Where somebody is led who has not proven enough. */
public final class FactorDoors {
  static final String LOG_IN = "/login";
  static final String CODE = "/login/code";
  static final String FACTORS = "/login/factors";

  private FactorDoors() {
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
