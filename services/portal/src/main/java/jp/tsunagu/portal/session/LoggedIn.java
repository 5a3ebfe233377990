package jp.tsunagu.portal.session;

import java.time.Instant;
import java.util.Optional;

import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** When the issuer saw the person. One that does not say gave the token a moment later. */
public final class LoggedIn {
  private LoggedIn() {}

  public static Optional<Instant> at(Authentication who) {
    return who.getPrincipal() instanceof OidcUser user
        ? Optional.ofNullable(user.getAuthenticatedAt()).or(() -> Optional.ofNullable(user.getIssuedAt()))
        : Optional.empty();
  }
}
