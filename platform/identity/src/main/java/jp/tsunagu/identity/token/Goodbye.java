package jp.tsunagu.identity.token;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcLogoutAuthenticationToken;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;

/** Logging out at the desk ends the session here, and with it the refresh token the desk was given. */
final class Goodbye implements LogoutHandler {
  private static final OAuth2TokenType ID_TOKEN = new OAuth2TokenType(OidcParameterNames.ID_TOKEN);

  private final OAuth2AuthorizationService authorizations;
  private final LogoutHandler session = new SecurityContextLogoutHandler();

  Goodbye(OAuth2AuthorizationService authorizations) {
    this.authorizations = authorizations;
  }

  @Override
  public void logout(HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
    if (!(authentication instanceof OidcLogoutAuthenticationToken goodbye)) return;
    var ended = authorizations.findByToken(goodbye.getIdTokenHint(), ID_TOKEN);
    if (ended != null) authorizations.remove(ended);
    if (goodbye.isPrincipalAuthenticated()) session.logout(request, response, (Authentication) goodbye.getPrincipal());
  }
}
