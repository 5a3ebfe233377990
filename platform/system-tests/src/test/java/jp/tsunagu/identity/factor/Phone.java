package jp.tsunagu.identity.factor;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.regex.Pattern;

/** An authenticator app that was told the secret on a page. */
public final class Phone {
  private static final Pattern SECRET = Pattern.compile("id=\"secret\">([A-Z2-7 ]+)<");
  private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private Phone() {}

  /** The code it shows now. */
  public static String code(String page) {
    var found = SECRET.matcher(page);
    if (!found.find()) throw new AssertionError("no secret on " + page);
    var number = BigInteger.ZERO;
    for (char letter : found.group(1).replace(" ", "").toCharArray())
      number = number.shiftLeft(5).or(BigInteger.valueOf(LETTERS.indexOf(letter)));
    byte[] bytes = number.toByteArray(); // longer by a sign or shorter by leading zeros than the secret
    byte[] secret = new byte[TimeCode.SECRET_BYTES];
    int length = Math.min(bytes.length, secret.length);
    System.arraycopy(Arrays.copyOfRange(bytes, bytes.length - length, bytes.length), 0, secret, secret.length - length, length);
    return TimeCode.at(secret, TimeCode.stepAt(Instant.now()));
  }
}
