package jp.tsunagu.intake;

import java.util.regex.Pattern;

/**
 * A telephone number as it is dialled from Japan, digits and hyphens: {@code 093-582-0000}, {@code 090-0000-0000}; or an
 * international one with {@code +}. {@code +81} becomes the 0 in front.
 */
public record Phone(String number) {
  private static final Pattern NATIONAL = Pattern.compile("0\\d{9,10}");
  private static final Pattern INTERNATIONAL = Pattern.compile("\\+[1-9]\\d{6,14}");

  public Phone {
    number = Writing.hyphens(number).strip().replaceAll("[()\\s.]+", "-").replaceAll("-+", "-").replaceAll("^-|-$", "");
    if (number.startsWith("+81")) number = "0" + number.substring(3).replaceFirst("^-?0?-?", "");
    String digits = number.replace("-", "");
    if (!NATIONAL.matcher(digits).matches() && !INTERNATIONAL.matcher(digits).matches())
      throw new InvalidValue("not-a-phone-number", "10 or 11 digits starting with 0, or + and a country code");
  }

  /** What two ways of writing the same number have in common. */
  public String digits() {
    return number.replace("-", "");
  }

  @Override
  public String toString() {
    return "Phone[…]";
  }
}
