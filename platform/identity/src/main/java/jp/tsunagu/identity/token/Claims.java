package jp.tsunagu.identity.token;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import jp.tsunagu.identity.account.Account;
import jp.tsunagu.identity.account.Client;
import jp.tsunagu.identity.account.Role;

import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.stereotype.Component;

/**
 * {@code org}, {@code worker} and {@code roles} of whoever gets the access token, as they are stored now. Whoever's log-in was
 * taken away gets {@code invalid_grant}, for a new token as for a refreshed one. A service of the installation has none of them,
 * only its scopes: those it asked for, or all it may have if it asked for none (RFC 6749, 3.3).
 */
@Component
class Claims implements OAuth2TokenCustomizer<JwtEncodingContext> {
  private final MongoOperations store;

  Claims(MongoOperations store) {
    this.store = store;
  }

  @Override
  public void customize(JwtEncodingContext token) {
    Authentication principal = Objects.requireNonNull(token.getPrincipal());
    String id = principal.getName();
    if (AuthorizationGrantType.CLIENT_CREDENTIALS.equals(token.getAuthorizationGrantType())) ofClient(token, id);
    else ofAccount(token, store.findById(id, Account.class));
  }

  private void ofClient(JwtEncodingContext token, String id) {
    Client client = store.findById(id, Client.class);
    if (client == null) throw refused();
    if (token.getAuthorizedScopes().isEmpty() && !client.scopes().isEmpty())
      token.getClaims().claim(OAuth2ParameterNames.SCOPE,
          client.scopes().stream().sorted().collect(Collectors.toCollection(ArrayList::new)));
    if (client.worker() == null || client.organisation() == null) return;
    Account worker = store.findById(client.worker(), Account.class);
    if (worker != null && !worker.active()) throw refused();
    write(token, client.organisation(), client.worker(), client.roles());
  }

  private static void ofAccount(JwtEncodingContext token, @Nullable Account account) {
    if (account == null || !account.active()) throw refused();
    write(token, account.organisation(), account.worker(), account.roles());
  }

  private static void write(JwtEncodingContext token, String organisation, String worker, Collection<Role> roles) {
    if (!OAuth2TokenType.ACCESS_TOKEN.equals(token.getTokenType())) return;
    List<String> names = new ArrayList<>(roles.stream().map(Role::name).sorted().toList());
    token.getClaims().claim("org", organisation).claim("worker", worker).claim("roles", names);
  }

  private static OAuth2AuthenticationException refused() {
    return new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT);
  }
}
