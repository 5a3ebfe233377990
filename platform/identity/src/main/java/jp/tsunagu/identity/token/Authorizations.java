package jp.tsunagu.identity.token;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.InstantSource;

import jp.tsunagu.identity.Fingerprint;
import jp.tsunagu.identity.account.OpenLogins;

import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.FindAndReplaceOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.stereotype.Component;

/** Codes and tokens of people, over restarts. */
@Component
class Authorizations implements OAuth2AuthorizationService, OpenLogins {
  private final MongoOperations store;
  private final RegisteredClientRepository clients;
  private final InstantSource clock;
  private final AuthorizationForm form = new AuthorizationForm();

  Authorizations(MongoOperations store, RegisteredClientRepository clients, InstantSource clock) {
    this.store = store;
    this.clients = clients;
    this.clock = clock;
  }

  /** A machine's token needs no memory: it is never refreshed, and no service asks whether it still holds. */
  @Override
  public void save(OAuth2Authorization authorization) {
    if (AuthorizationGrantType.CLIENT_CREDENTIALS.equals(authorization.getAuthorizationGrantType())) return;
    var code = authorization.getToken(OAuth2AuthorizationCode.class);
    boolean spends = code != null && code.isInvalidated() && authorization.getAttribute(AuthorizationForm.UNSPENT) != null;
    if (spends) spend(form.store(authorization));
    else store.save(form.store(authorization));
  }

  /** Of two that present the same code at the same moment, one gets tokens. */
  private void spend(StoredAuthorization authorization) {
    var unspent = query(where("_id").is(authorization.id()).and("code.spent").is(false));
    if (store.findAndReplace(unspent, authorization, FindAndReplaceOptions.empty()) == null)
      throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT);
  }

  @Override
  public void remove(OAuth2Authorization authorization) {
    store.remove(query(where("_id").is(authorization.getId())), StoredAuthorization.class);
  }

  @Override
  public @Nullable OAuth2Authorization findById(String id) {
    return restore(store.findById(id, StoredAuthorization.class), "");
  }

  /** A token presented as another kind than it is, is not found. */
  @Override
  public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
    var found = restore(store.findOne(query(where("tokens").is(Fingerprint.of(token))), StoredAuthorization.class), token);
    return found == null || !isOfType(found, token, type) ? null : found;
  }

  private static boolean isOfType(OAuth2Authorization found, String token, @Nullable OAuth2TokenType type) {
    if (type == null) return true;
    var named = switch (type.getValue()) {
      case "code" -> found.getToken(OAuth2AuthorizationCode.class);
      case "access_token" -> found.getAccessToken();
      case "refresh_token" -> found.getRefreshToken();
      case "id_token" -> found.getToken(OidcIdToken.class);
      default -> null;
    };
    return named != null && named.getToken().getTokenValue().equals(token);
  }

  private @Nullable OAuth2Authorization restore(@Nullable StoredAuthorization stored, String token) {
    if (stored == null) return null;
    var client = clients.findById(stored.client());
    return client == null ? null : form.restore(stored, client, token);
  }

  @Override
  public void endAllOf(String worker) {
    store.remove(query(where("principal").is(worker)), StoredAuthorization.class);
  }

  @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT1M")
  void sweep() {
    store.remove(query(where("expiresAt").lt(clock.instant())), StoredAuthorization.class);
  }
}
