package jp.tsunagu.identity;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** What every answer tells a browser not to do with it, errors included. */
public final class AnswerHeaders {
  /** A page may load our own styles, pictures and scripts, and nothing may be written into it. */
  public static final String PAGE = "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self';"
      + " form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'";
  /** What is no page loads nothing. */
  public static final String NO_PAGE = "default-src 'none'; form-action 'none'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'";
  private static final String NEVER = "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()";

  private AnswerHeaders() {
  }

  /** Strict transport security is added by Spring Security to whatever came over TLS, for a year and all subdomains. */
  public static Customizer<HeadersConfigurer<HttpSecurity>> of(String policy) {
    return headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(policy))
        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER)).permissionsPolicyHeader(may -> may.policy(NEVER))
        .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
        .crossOriginResourcePolicy(resource -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN));
  }

  /** For an address so crooked that it is refused before any of our rules sees it. */
  public static void refuse(HttpServletResponse response) {
    response.setHeader("Content-Security-Policy", NO_PAGE);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("X-Frame-Options", "DENY");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("Permissions-Policy", NEVER);
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
  }
}
