package jp.tsunagu.journal;

import org.jspecify.annotations.Nullable;

/**
 * Why a command was not carried out; nothing was changed.
 *
 * @param code  stable and machine-readable, e.g. {@code not-the-holder}; also the tail of the problem's {@code type} and
 *              of the message key {@code refusal.<code>}
 * @param field the path of the input it is about, e.g. {@code next.checkIns[0].dueOn}; null when no single field is
 */
public record Refusal(Kind kind, String code, String message, @Nullable String field) {
  /** How a door answers: 404, 403, 409, 422 in HTTP. */
  public enum Kind {
    /** There is no such thing, or the caller must not learn that there is. */
    UNKNOWN,
    /** The caller knows of it but may not do this. */
    FORBIDDEN,
    /** Not in this state. */
    CONFLICT,
    /** A well-formed value that breaks a rule. */
    INVALID
  }

  public static Refusal unknown(String code, String message) {
    return new Refusal(Kind.UNKNOWN, code, message, null);
  }

  public static Refusal forbidden(String code, String message) {
    return new Refusal(Kind.FORBIDDEN, code, message, null);
  }

  public static Refusal conflict(String code, String message) {
    return new Refusal(Kind.CONFLICT, code, message, null);
  }

  public static Refusal invalid(String field, String code, String message) {
    return new Refusal(Kind.INVALID, code, message, field);
  }
}
