package jp.tsunagu.identity.factor;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The key that seals apps' secrets.
 *
 * @param keyset a Tink keyset in JSON, or the JWE around it where the installation has a key secret
 */
@Document("sealing_keys")
record SealingKey(@Id String id, String keyset) {
  @Override
  public String toString() {
    return "SealingKey[" + id + "]";
  }
}
