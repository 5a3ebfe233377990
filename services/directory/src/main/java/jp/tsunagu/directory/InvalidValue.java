package jp.tsunagu.directory;

import jp.tsunagu.journal.FreeText;

/** A value that cannot be what it claims to be; says what is expected and never repeats what was given. */
public final class InvalidValue extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String code;

  public InvalidValue(String code, String expected) {
    super(expected);
    this.code = code;
  }

  public String code() {
    return code;
  }

  public String expected() {
    return String.valueOf(getMessage());
  }

  /** A short text of one line: stripped, not empty, without control characters. */
  public static String line(String text, int most) {
    String line = text.strip();
    if (line.isEmpty() || line.length() > most || line.chars().anyMatch(Character::isISOControl) || !FreeText.readable(line))
      throw new InvalidValue("not-a-line", "one line of 1 to " + most + " characters");
    return line;
  }
}
