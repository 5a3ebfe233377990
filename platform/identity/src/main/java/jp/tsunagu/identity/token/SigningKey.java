package jp.tsunagu.identity.token;

import java.time.Instant;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A key pair that signs tokens.
 *
 * @param jwk the JWK with its private part, or the JWE around it where the installation has a key secret
 */
@Document("signing_keys")
record SigningKey(@Id String id, String jwk, Instant createdAt) {
  @Override
  public String toString() {
    return "SigningKey[" + id + " of " + createdAt + "]";
  }
}
