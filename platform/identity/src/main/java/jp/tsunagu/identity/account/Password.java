package jp.tsunagu.identity.account;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import com.nulabinc.zxcvbn.Zxcvbn;

/**
 * What is good enough for a new password: long and not easy to guess (NIST SP 800-63B: length
 * and lists of known passwords help, composition rules do not).
 */
public final class Password {
  public static final int SHORTEST = 12;
  private static final int MOST_BYTES = 72;

  private Password() {
  }

  /** @throws IllegalArgumentException if it is too short, or longer than bcrypt looks at */
  public static String checked(String password) {
    if (tooShort(password))
      throw new IllegalArgumentException("a password has at least " + SHORTEST + " characters");
    if (tooLong(password))
      throw new IllegalArgumentException("a password has at most " + MOST_BYTES + " bytes");
    return password;
  }

  /** Neither too short nor too long, for somebody who can be asked for another. */
  public static boolean fits(String password) {
    return !tooShort(password) && !tooLong(password);
  }

  /** Much used, a row of the keyboard, or made of what everybody here knows: found within ten billion guesses. */
  public static boolean easyToGuess(String password, String worker) {
    List<String> known = new ArrayList<>(List.of(worker.split("-")));
    known.addAll(List.of(worker, "tsunagu", "kitakyushu", "password"));
    return Estimate.ZXCVBN.measure(password, known).getScore() < Estimate.SAFE;
  }

  /** Its word lists are read when the first password is chosen. */
  private static final class Estimate {
    static final Zxcvbn ZXCVBN = new Zxcvbn();
    static final int SAFE = 4;
  }

  private static boolean tooShort(String password) {
    return password.codePointCount(0, password.length()) < SHORTEST;
  }

  private static boolean tooLong(String password) {
    return password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES;
  }
}
