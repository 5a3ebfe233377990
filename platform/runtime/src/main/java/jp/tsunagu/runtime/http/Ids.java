package jp.tsunagu.runtime.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;

/**
 * Ids that a repeated request makes again. Because the id of a new case follows from the idempotency key, the repetition
 * finds the stream the first attempt made; no table of keys is needed.
 */
public final class Ids {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

  private final byte[] seed;
  private int made;

  private Ids(byte[] seed) {
    this.seed = seed;
  }

  public static Ids from(String seed) {
    return new Ids(seed.getBytes(StandardCharsets.UTF_8));
  }

  public static Ids random() {
    byte[] seed = new byte[32];
    RANDOM.nextBytes(seed);
    return new Ids(seed);
  }

  public synchronized String next(String prefix) {
    MessageDigest digest = sha256();
    digest.update(seed);
    digest.update((prefix + "/" + made++).getBytes(StandardCharsets.UTF_8));
    return prefix + "-" + base32(digest.digest());
  }

  /** 26 characters of 5 bits, without those that are read for one another. */
  private static String base32(byte[] hash) {
    var text = new StringBuilder();
    for (int i = 0; i < 26; i++) {
      int bit = i * 5;
      int pair = (hash[bit / 8] & 0xff) << 8 | hash[bit / 8 + 1] & 0xff;
      text.append(ALPHABET.charAt(pair >> 11 - bit % 8 & 31));
    }
    return text.toString();
  }

  public static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }
}
