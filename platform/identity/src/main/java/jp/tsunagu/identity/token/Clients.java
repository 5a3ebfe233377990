package jp.tsunagu.identity.token;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;
import static org.springframework.data.mongodb.core.query.Update.update;

import java.time.Duration;

import jp.tsunagu.identity.IdentitySettings;
import jp.tsunagu.identity.account.Client;

import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;

/** The stored clients as the authorization server wants to see them; an inactive one is none. */
@Component
class Clients implements RegisteredClientRepository {
  private static final Duration CODE = Duration.ofMinutes(2);

  private final MongoOperations store;
  private final IdentitySettings settings;

  Clients(MongoOperations store, IdentitySettings settings) {
    this.store = store;
    this.settings = settings;
  }

  /** Spring Security calls this only to store a better hash of a secret it has just checked. */
  @Override
  public void save(RegisteredClient client) {
    store.updateFirst(query(where("_id").is(client.getId())), update("secretHash", client.getClientSecret()), Client.class);
  }

  @Override
  public @Nullable RegisteredClient findById(String id) {
    return findByClientId(id);
  }

  @Override
  public @Nullable RegisteredClient findByClientId(String id) {
    Client client = store.findById(id, Client.class);
    return client == null || !client.active() ? null : registered(client);
  }

  private RegisteredClient registered(Client client) {
    var registered = RegisteredClient.withId(client.id()).clientId(client.id()).clientSecret(client.secretHash())
        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
        .scopes(scopes -> scopes.addAll(client.scopes())).tokenSettings(tokens(client))
        .clientSettings(ClientSettings.builder().requireProofKey(true).requireAuthorizationConsent(false).build());
    if (!client.forPeople()) return registered.authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS).build();
    return registered.authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
        .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN).redirectUris(uris -> uris.addAll(client.redirectUris()))
        .postLogoutRedirectUris(uris -> uris.addAll(client.postLogoutUris())).build();
  }

  /** The refresh token stays the same: the desk keeps it on the server, and two requests of one page may refresh at once. */
  private TokenSettings tokens(Client client) {
    return TokenSettings.builder().authorizationCodeTimeToLive(CODE)
        .accessTokenTimeToLive(client.forPeople() ? settings.deskToken() : settings.accessToken())
        .refreshTokenTimeToLive(settings.session()).reuseRefreshTokens(true).build();
  }
}
