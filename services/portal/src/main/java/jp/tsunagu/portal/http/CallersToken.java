package jp.tsunagu.portal.http;

import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;

/** The token of whoever asks, for a service that is to answer or act for them and not for the portal. */
final class CallersToken {
  private CallersToken() {}

  static String now() {
    var who = SecurityContextHolder.getContext().getAuthentication();
    if (who == null || !(who.getPrincipal() instanceof Jwt token)) throw new IllegalStateException("nobody to act for");
    return token.getTokenValue();
  }
}
