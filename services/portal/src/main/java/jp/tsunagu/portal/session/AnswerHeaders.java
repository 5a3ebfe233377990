package jp.tsunagu.portal.session;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * What every answer of the door tells a browser not to do with it, errors included. What a service behind the door says itself
 * stands; this fills in the rest, so its silence is never laxer than ours.
 *
 * @param tls whether the door is reached over TLS, perhaps ended before it, and nothing but TLS shall reach it again
 */
record AnswerHeaders(boolean tls) {
  /** A page may load our own styles, pictures, fonts and scripts, and nothing may be written into it. */
  static final String PAGE = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self';"
      + " connect-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'";
  /** What is no page loads nothing. */
  static final String NO_PAGE = "default-src 'none'; form-action 'none'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'";
  private static final String NEVER = "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()";
  private static final long A_YEAR = 31_536_000;
  private static final RequestMatcher NOTHING = request -> false;

  Customizer<HeadersConfigurer<HttpSecurity>> of(String policy) {
    return headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(policy))
        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)).permissionsPolicyHeader(may -> may.policy(NEVER))
        .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
        .crossOriginResourcePolicy(resource -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
        .httpStrictTransportSecurity(
            hsts -> hsts.requestMatcher(tls ? AnyRequestMatcher.INSTANCE : NOTHING).includeSubDomains(true).maxAgeInSeconds(A_YEAR));
  }

  /** For an address so crooked that it is refused before any of our rules sees it. */
  void refuse(HttpServletResponse response) {
    response.setHeader("Content-Security-Policy", NO_PAGE);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("X-Frame-Options", "DENY");
    response.setHeader("Referrer-Policy", "same-origin");
    response.setHeader("Permissions-Policy", NEVER);
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    if (tls) response.setHeader("Strict-Transport-Security", "max-age=" + A_YEAR + " ; includeSubDomains");
    response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
  }
}
