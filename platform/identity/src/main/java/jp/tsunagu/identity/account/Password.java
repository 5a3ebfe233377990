package jp.tsunagu.identity.account;

import java.nio.charset.StandardCharsets;

/**
 * What is good enough for a new password: long, nothing else (NIST SP 800-63B: length helps, composition rules do not).
 */
public final class Password {
  public static final int SHORTEST = 12;
  private static final int MOST_BYTES = 72;

  private Password() {
  }

  /** @throws IllegalArgumentException if it is too short, or longer than bcrypt looks at */
  public static String checked(String password) {
    if (password.codePointCount(0, password.length()) < SHORTEST)
      throw new IllegalArgumentException("a password has at least " + SHORTEST + " characters");
    if (password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES)
      throw new IllegalArgumentException("a password has at most " + MOST_BYTES + " bytes");
    return password;
  }
}
