package jp.tsunagu.identity.token;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

import jp.tsunagu.identity.Fingerprint;
import jp.tsunagu.identity.token.StoredAuthorization.StoredToken;

import org.jspecify.annotations.Nullable;
import org.springframework.security.jackson.SecurityJacksonModules;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Between an authorization and its stored form. The stored form knows only fingerprints: an authorization read back carries
 * the one token it was found by, and the fingerprints in place of the others, which are written back unchanged.
 */
final class AuthorizationForm {
  /** Set while the code has not been exchanged; never stored. */
  static final String UNSPENT = "jp.tsunagu.unspent";

  /** All it ever had: the desk logs out with the one it got at log-in, also after a refresh brought newer ones. */
  private static final String ID_TOKENS = "jp.tsunagu.id-tokens";

  private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {
  };

  private final JsonMapper json = JsonMapper.builder()
      .addModules(SecurityJacksonModules.getModules(AuthorizationForm.class.getClassLoader())).build();

  StoredAuthorization store(OAuth2Authorization a) {
    var code = token(a.getToken(OAuth2AuthorizationCode.class), Set.of());
    var accessToken = a.getAccessToken();
    var access = token(accessToken, accessToken == null ? Set.of() : accessToken.getToken().getScopes());
    var refresh = token(a.getRefreshToken(), Set.of());
    var idToken = token(a.getToken(OidcIdToken.class), Set.of());
    var tokens = Stream.of(code, access, refresh, idToken).filter(Objects::nonNull).toList();
    var idTokens = new LinkedHashSet<>(idTokens(a.getAttributes()));
    if (idToken != null) idTokens.add(idToken.value());
    var attributes = new HashMap<>(a.getAttributes());
    attributes.remove(UNSPENT);
    attributes.put(ID_TOKENS, new ArrayList<>(idTokens));
    return new StoredAuthorization(a.getId(), a.getRegisteredClientId(), a.getPrincipalName(), a.getAuthorizationGrantType().getValue(),
        a.getAuthorizedScopes(), json.writeValueAsString(attributes),
        Stream.concat(tokens.stream().map(StoredToken::value), idTokens.stream()).distinct().toList(), code, access,
        refresh, idToken, tokens.stream().map(StoredToken::expiresAt).max(Instant::compareTo).orElse(Instant.EPOCH));
  }

  private @Nullable StoredToken token(OAuth2Authorization.@Nullable Token<? extends OAuth2Token> token, Set<String> scopes) {
    if (token == null) return null;
    String value = token.getToken().getTokenValue();
    return new StoredToken(Fingerprint.is(value) ? value : Fingerprint.of(value), Objects.requireNonNull(token.getToken().getIssuedAt()),
        Objects.requireNonNull(token.getToken().getExpiresAt()), scopes, json.writeValueAsString(token.getMetadata()),
        token.isInvalidated());
  }

  /** @param found the token it was found by, empty if by none */
  OAuth2Authorization restore(StoredAuthorization stored, RegisteredClient client, String found) {
    var builder = OAuth2Authorization.withRegisteredClient(client).id(stored.id()).principalName(stored.principal())
        .authorizationGrantType(new AuthorizationGrantType(stored.grantType())).authorizedScopes(stored.scopes())
        .attributes(attributes -> attributes.putAll(map(stored.attributes())));
    StoredToken code = stored.code();
    if (code != null) {
      builder.token(new OAuth2AuthorizationCode(value(code, found), code.issuedAt(), code.expiresAt()), metadata(code));
      if (!code.spent()) builder.attribute(UNSPENT, true);
    }
    StoredToken access = stored.access();
    if (access != null)
      builder.token(new OAuth2AccessToken(OAuth2AccessToken.TokenType.BEARER, value(access, found), access.issuedAt(),
          access.expiresAt(), access.scopes()), metadata(access));
    StoredToken refresh = stored.refresh();
    if (refresh != null)
      builder.token(new OAuth2RefreshToken(value(refresh, found), refresh.issuedAt(), refresh.expiresAt()), metadata(refresh));
    StoredToken id = stored.idToken();
    if (id != null)
      builder.token(new OidcIdToken(idTokenValue(stored, id, found), id.issuedAt(), id.expiresAt(), claims(id)), metadata(id));
    return builder.build();
  }

  private String idTokenValue(StoredAuthorization stored, StoredToken id, String found) {
    return idTokens(map(stored.attributes())).contains(Fingerprint.of(found)) ? found : id.value();
  }

  private static List<String> idTokens(Map<String, Object> attributes) {
    return attributes.get(ID_TOKENS) instanceof List<?> list ? list.stream().map(String.class::cast).toList() : List.of();
  }

  private static String value(StoredToken token, String found) {
    return !found.isEmpty() && token.value().equals(Fingerprint.of(found)) ? found : token.value();
  }

  private Consumer<Map<String, Object>> metadata(StoredToken token) {
    return metadata -> metadata.putAll(map(token.metadata()));
  }

  @SuppressWarnings("unchecked")
  private Map<String, Object> claims(StoredToken token) {
    return (Map<String, Object>) Objects.requireNonNull(map(token.metadata()).get(OAuth2Authorization.Token.CLAIMS_METADATA_NAME));
  }

  private Map<String, Object> map(String text) {
    return json.readValue(text, MAP);
  }
}
