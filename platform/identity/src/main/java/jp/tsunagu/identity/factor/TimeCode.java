package jp.tsunagu.identity.factor;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.OptionalLong;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The six digits an app shows for half a minute (RFC 6238 with SHA-1, which is what all apps can). A clock may be one step off in
 * either direction.
 */
final class TimeCode {
  static final int SECRET_BYTES = 20;
  private static final int SECONDS = 30;
  private static final int DIGITS = 6;
  private static final int MODULO = 1_000_000;

  private TimeCode() {
  }

  /** The step whose code was typed, if it is the present one or a neighbour of it; each step is good for one use. */
  static OptionalLong step(byte[] secret, String typed, Instant now) {
    long present = stepAt(now);
    OptionalLong found = OptionalLong.empty();
    for (long step = present - 1; step <= present + 1; step++)
      if (same(at(secret, step), typed)) found = OptionalLong.of(step);
    return found;
  }

  static boolean looksLike(String typed) {
    return typed.length() == DIGITS && typed.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  static long stepAt(Instant time) {
    return Math.floorDiv(time.getEpochSecond(), (long) SECONDS);
  }

  static String at(byte[] secret, long step) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret, "HmacSHA1"));
      byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
      int offset = hash[hash.length - 1] & 0xf;
      int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & Integer.MAX_VALUE;
      return "%06d".formatted(number % MODULO);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA1", e);
    }
  }

  private static boolean same(String right, String typed) {
    return MessageDigest.isEqual(right.getBytes(StandardCharsets.US_ASCII), typed.getBytes(StandardCharsets.UTF_8));
  }
}
