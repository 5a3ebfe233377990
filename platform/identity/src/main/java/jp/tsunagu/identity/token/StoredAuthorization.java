package jp.tsunagu.identity.token;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * One log-in at one client, and what came of it.
 *
 * @param tokens     the fingerprints of all of them, for the one index that finds an authorization by any
 * @param attributes the authorization request and the principal, JSON as Spring Security writes it
 * @param expiresAt  nothing of it is worth anything after this
 */
@Document("authorizations")
record StoredAuthorization(@Id String id, String client, String principal, String grantType, Set<String> scopes, String attributes,
    List<String> tokens, @Nullable StoredToken code, @Nullable StoredToken access, @Nullable StoredToken refresh,
    @Nullable StoredToken idToken, Instant expiresAt) {

  /**
   * @param value    its fingerprint
   * @param metadata whether it was used or revoked, and its claims; JSON as Spring Security writes it
   * @param spent    a code that was exchanged, out of the metadata for the one query that needs it
   */
  record StoredToken(String value, Instant issuedAt, Instant expiresAt, Set<String> scopes, String metadata, boolean spent) {}
}
