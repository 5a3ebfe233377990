package jp.tsunagu.intake;

import java.util.regex.Pattern;

/** 〒: {@code 803-0000}; 〒, full width and a missing hyphen are taken too. */
public record Postcode(String value) {
  private static final Pattern SEVEN_DIGITS = Pattern.compile("(\\d{3})-?(\\d{4})");

  public Postcode {
    var digits = SEVEN_DIGITS.matcher(Writing.hyphens(value).replace("〒", "").strip());
    if (!digits.matches()) throw new InvalidValue("not-a-postcode", "seven digits like 803-0000");
    value = digits.group(1) + "-" + digits.group(2);
  }

  @Override
  public String toString() {
    return "Postcode[…]";
  }
}
