package jp.tsunagu.identity.token;

import java.text.ParseException;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.PasswordBasedDecrypter;
import com.nimbusds.jose.crypto.PasswordBasedEncrypter;
import com.nimbusds.jose.jwk.RSAKey;

/** Keeps a private key from whoever can read the store but not the installation's secret. */
record KeySeal(String secret) {
  private static final int SALT_BYTES = 16;
  private static final int ROUNDS = 210_000;

  String close(RSAKey key) {
    if (secret.isEmpty()) return key.toJSONString();
    var sealed = new JWEObject(new JWEHeader(JWEAlgorithm.PBES2_HS512_A256KW, EncryptionMethod.A256GCM), new Payload(key.toJSONString()));
    try {
      sealed.encrypt(new PasswordBasedEncrypter(secret, SALT_BYTES, ROUNDS));
    } catch (JOSEException e) {
      throw new IllegalStateException("the signing key could not be encrypted", e);
    }
    return sealed.serialize();
  }

  /** @throws IllegalStateException with another secret than it was closed with */
  RSAKey open(String stored) {
    try {
      if (stored.startsWith("{")) return RSAKey.parse(stored);
      JWEObject sealed = JWEObject.parse(stored);
      sealed.decrypt(new PasswordBasedDecrypter(secret));
      return RSAKey.parse(sealed.getPayload().toString());
    } catch (ParseException | JOSEException e) {
      throw new IllegalStateException("a stored signing key cannot be read: is tsunagu.identity.key-secret the one it was stored with?", e);
    }
  }

  @Override
  public String toString() {
    return "KeySeal";
  }
}
