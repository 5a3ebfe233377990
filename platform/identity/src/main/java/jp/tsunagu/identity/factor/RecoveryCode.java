package jp.tsunagu.identity.factor;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * One of the ten codes on paper, each good for one log-in. Its number stands before it, so a person can tick it off and one hash
 * is compared, not ten.
 *
 * @param secret twelve letters, 60 random bits
 */
record RecoveryCode(int number, String secret) {
  static final int HOW_MANY = 10;
  private static final int LETTERS = 12;
  private static final int BYTES = 8;
  private static final Pattern FORM = Pattern.compile("(10|[1-9])([A-Z2-7]{12})");
  private static final SecureRandom RANDOM = new SecureRandom();

  static List<RecoveryCode> ten() {
    return IntStream.rangeClosed(1, HOW_MANY).mapToObj(number -> new RecoveryCode(number, random())).toList();
  }

  private static String random() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return Base32.of(bytes).substring(0, LETTERS);
  }

  /** As typed by whoever is in a hurry: any case, any spaces and dashes, a Japanese keyboard's wide letters. */
  static Optional<RecoveryCode> read(String typed) {
    String plain = Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("[\\s\\p{Pd}ー−]", "").toUpperCase(Locale.ROOT);
    var form = FORM.matcher(plain);
    return form.matches() ? Optional.of(new RecoveryCode(Integer.parseInt(form.group(1)), form.group(2))) : Optional.empty();
  }

  /** For paper: {@code 3-ABCD-EFGH-JKLM}. */
  String written() {
    return number + "-" + secret.replaceAll("(.{4})(?=.)", "$1-");
  }

  @Override
  public String toString() {
    return "RecoveryCode[" + number + "]";
  }
}
