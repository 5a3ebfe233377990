package jp.tsunagu.directory;

import java.util.regex.Pattern;

/** What organisations and workers are called by: {@code org05}, {@code org05-1}. Stays for ever and is seen by everybody. */
public record Id(String value) {
  private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
  private static final int LONGEST = 40;

  public Id {
    if (value.length() > LONGEST || !SHAPE.matcher(value).matches())
      throw new InvalidValue("not-an-id", "small letters and digits, in parts joined by a hyphen, at most " + LONGEST);
  }

  @Override
  public String toString() {
    return value;
  }
}
