package jp.tsunagu.identity.factor;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import jp.tsunagu.identity.PaperLetters;

/**
 * One of the ten codes on paper, each good for one log-in. Its number stands before it, so a person can tick it off and one hash
 * is compared, not ten.
 *
 * @param secret twelve letters, 60 random bits
 */
record RecoveryCode(int number, String secret) {
  static final int HOW_MANY = 10;
  private static final Pattern FORM = Pattern.compile("(10|[1-9])([A-Z2-7]{12})");

  static List<RecoveryCode> ten() {
    return IntStream.rangeClosed(1, HOW_MANY).mapToObj(number -> new RecoveryCode(number, PaperLetters.random())).toList();
  }

  static Optional<RecoveryCode> read(String typed) {
    var form = FORM.matcher(PaperLetters.plain(typed));
    return form.matches() ? Optional.of(new RecoveryCode(Integer.parseInt(form.group(1)), form.group(2))) : Optional.empty();
  }

  /** For paper: {@code 3-ABCD-EFGH-JKLM}. */
  String written() {
    return number + "-" + PaperLetters.inFours(secret);
  }

  @Override
  public String toString() {
    return "RecoveryCode[" + number + "]";
  }
}
