package jp.tsunagu.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What is stored in place of a token: whoever reads the store can recognise one, not use one. Written so that it can be told
 * from a token.
 */
public final class Fingerprint {
  private static final String PREFIX = "sha256:";

  private Fingerprint() {
  }

  public static String of(String value) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
      return PREFIX + HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  public static boolean is(String value) {
    return value.startsWith(PREFIX);
  }
}
