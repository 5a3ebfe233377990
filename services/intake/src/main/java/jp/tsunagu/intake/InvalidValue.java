package jp.tsunagu.intake;

import jp.tsunagu.journal.Refusal;

/**
 * A value that cannot be what it claims to be. The message says what is expected and never repeats what was given: it may
 * be somebody's name or number, and messages end up in logs.
 */
public final class InvalidValue extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final String field;

  public InvalidValue(String code, String expected) {
    this("", code, expected);
  }

  /** @param field the part of a larger value that is wrong, e.g. {@code ageBand}; empty when it is the whole */
  public InvalidValue(String field, String code, String expected) {
    super(expected);
    this.field = field;
    this.code = code;
  }

  public String code() {
    return code;
  }

  public String field() {
    return field;
  }

  /** Where it was found out only when it was decided. */
  Refusal refusal() {
    return Refusal.invalid(field, code, expected());
  }

  public String expected() {
    return String.valueOf(getMessage());
  }
}
