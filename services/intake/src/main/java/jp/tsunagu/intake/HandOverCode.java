package jp.tsunagu.intake;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * 引継コード: sixteen digits in groups of four. Digits, because they are told over the telephone without being mistaken, and
 * written down by anybody; sixteen of them are 53 bits.
 */
public record HandOverCode(String digits) {
  public static final int LENGTH = 16;
  private static final Pattern DIGITS = Pattern.compile("\\d{16}");
  private static final Pattern BETWEEN = Pattern.compile("[\\s\\u3000・.-]");

  public HandOverCode {
    if (!DIGITS.matcher(digits).matches()) throw new InvalidValue("not-a-code", LENGTH + " digits");
  }

  /** Full-width digits, spaces and hyphens are taken; empty for what cannot be a code. */
  public static Optional<HandOverCode> typed(String raw) {
    String digits = BETWEEN.matcher(Writing.hyphens(raw)).replaceAll("");
    return DIGITS.matcher(digits).matches() ? Optional.of(new HandOverCode(digits)) : Optional.empty();
  }

  /** {@code 1234 5678 9012 3456} */
  public String inGroups() {
    return digits.replaceAll("(\\d{4})(?=\\d)", "$1 ");
  }

  @Override
  public String toString() {
    return "HandOverCode[…]";
  }
}
