package jp.tsunagu.portal.http;

import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;

import jp.tsunagu.runtime.http.Caller;
import jp.tsunagu.runtime.http.Problem;
import jp.tsunagu.runtime.http.Role;

/** What only they may do, asked before anything else is. */
public final class Administrators {
  private Administrators() {}

  /** @throws Problem 403 for everybody else */
  public static void only(Caller caller) {
    if (!caller.is(Role.ADMINISTRATOR)) throw Problem.forbidden("not-an-administrator", "This is for administrators.");
  }

  /** The token of whoever asks, for the service that carries it out. */
  static String token() {
    var who = SecurityContextHolder.getContext().getAuthentication();
    if (who == null || !(who.getPrincipal() instanceof Jwt token)) throw new IllegalStateException("nobody to act for");
    return token.getTokenValue();
  }
}
