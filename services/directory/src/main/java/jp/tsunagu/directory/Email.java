package jp.tsunagu.directory;

import java.util.regex.Pattern;

/** Where notices for a worker go. Checked loosely; delivery tells the rest. */
public record Email(String address) {
  private static final Pattern LOOSE = Pattern.compile("[^\\s@<>\"(),;:\\\\]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");
  private static final int LONGEST = 254;

  public Email {
    address = address.strip();
    if (address.length() > LONGEST || !LOOSE.matcher(address).matches())
      throw new InvalidValue("not-an-email-address", "an address like name@example.jp");
  }

  @Override
  public String toString() {
    return "Email[…]";
  }
}
