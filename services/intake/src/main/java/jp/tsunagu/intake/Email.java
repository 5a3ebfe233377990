package jp.tsunagu.intake;

import java.util.regex.Pattern;

/**
 * An e-mail address. Checked loosely: Japanese carriers have given out addresses with dots where the standard forbids them.
 */
public record Email(String address) {
  private static final Pattern LOOSE = Pattern.compile("[^\\s@<>\"(),;:\\\\]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");

  public Email {
    address = Writing.line(Writing.widths(address), 254);
    if (!LOOSE.matcher(address).matches()) throw new InvalidValue("not-an-email-address", "an address like name@example.jp");
  }

  @Override
  public String toString() {
    return "Email[…]";
  }
}
