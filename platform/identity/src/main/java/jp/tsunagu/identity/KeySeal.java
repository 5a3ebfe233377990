package jp.tsunagu.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.util.regex.Pattern;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.AESDecrypter;
import com.nimbusds.jose.crypto.AESEncrypter;
import com.nimbusds.jose.crypto.PasswordBasedDecrypter;
import com.nimbusds.jose.crypto.PasswordBasedEncrypter;

/**
 * Keeps a key (as JSON) from whoever can read the store but not the installation's secret. A secret that people made is
 * stretched, which costs whoever guesses (and every start) seconds; one that a machine made cannot be guessed and is used as
 * the key it is.
 */
public record KeySeal(String secret) {
  /** At least 256 random bits in Base64; what people make up has spaces or is shorter. */
  private static final Pattern MADE_BY_A_MACHINE = Pattern.compile("[A-Za-z0-9+/_-]{43,}=*");
  private static final int SALT_BYTES = 16;
  private static final int ROUNDS = 210_000;

  public String close(String json) {
    if (secret.isEmpty()) return json;
    var how = machineMade() ? JWEAlgorithm.A256GCMKW : JWEAlgorithm.PBES2_HS512_A256KW;
    var sealed = new JWEObject(new JWEHeader(how, EncryptionMethod.A256GCM), new Payload(json));
    try {
      sealed.encrypt(machineMade() ? new AESEncrypter(digest()) : new PasswordBasedEncrypter(secret, SALT_BYTES, ROUNDS));
    } catch (JOSEException e) {
      throw new IllegalStateException("a key could not be encrypted", e);
    }
    return sealed.serialize();
  }

  /** @throws IllegalStateException with another secret than it was closed with */
  public String open(String stored) {
    if (plain(stored)) return stored;
    try {
      JWEObject sealed = JWEObject.parse(stored);
      boolean stretched = sealed.getHeader().getAlgorithm().equals(JWEAlgorithm.PBES2_HS512_A256KW);
      sealed.decrypt(stretched ? new PasswordBasedDecrypter(secret) : new AESDecrypter(digest()));
      return sealed.getPayload().toString();
    } catch (ParseException | JOSEException e) {
      throw new IllegalStateException("a stored key cannot be read: is tsunagu.identity.key-secret the one it was stored with?", e);
    }
  }

  /** Whether this was stored before there was a secret, and now there is one. */
  public boolean leftOpen(String stored) {
    return !secret.isEmpty() && plain(stored);
  }

  private static boolean plain(String stored) {
    return stored.startsWith("{");
  }

  private boolean machineMade() {
    return MADE_BY_A_MACHINE.matcher(secret).matches();
  }

  private byte[] digest() {
    try {
      return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "KeySeal";
  }
}
