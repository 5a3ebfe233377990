package jp.tsunagu.runtime.http;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

import jp.tsunagu.journal.Refusal;

/**
 * A request that is not carried out, with what the caller can do about it. Becomes an RFC 9457 body
 * {@code {type, title, status, detail, code, errors: [{field, code, message}], …}}.
 */
public final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final HttpStatus status;
  private final String code;
  private final transient List<FieldError> errors;
  private final transient Map<String, Object> more = new TreeMap<>();

  /** @param field a path such as {@code person.phones[0]} */
  public record FieldError(String field, String code, String message) {}

  public Problem(HttpStatus status, String code, String detail, List<FieldError> errors) {
    super(detail, null, false, false);
    this.status = status;
    this.code = code;
    this.errors = List.copyOf(errors);
  }

  /** There is no such thing, or the caller must not learn that there is. */
  public static Problem notFound() {
    return new Problem(HttpStatus.NOT_FOUND, "not-found", "There is no such thing here.", List.of());
  }

  public static Problem forbidden(String code, String detail) {
    return new Problem(HttpStatus.FORBIDDEN, code, detail, List.of());
  }

  public static Problem conflict(String code, String detail) {
    return new Problem(HttpStatus.CONFLICT, code, detail, List.of());
  }

  /** A value that cannot be read as what it should be: 400. */
  public static Problem malformed(String field, String code, String detail) {
    return new Problem(HttpStatus.BAD_REQUEST, code, detail, List.of(new FieldError(field, code, detail)));
  }

  public static Problem malformed(List<FieldError> errors) {
    return new Problem(HttpStatus.BAD_REQUEST, "malformed", "Some fields cannot be read.", errors);
  }

  /** A readable value that breaks a rule: 422. */
  public static Problem invalid(String field, String code, String detail) {
    return new Problem(HttpStatus.UNPROCESSABLE_CONTENT, code, detail, List.of(new FieldError(field, code, detail)));
  }

  public static Problem invalid(List<FieldError> errors) {
    return new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", "Some fields break a rule.", errors);
  }

  public static Problem unavailable(String code, String detail) {
    return new Problem(HttpStatus.SERVICE_UNAVAILABLE, code, detail, List.of());
  }

  /** Nothing but what the status says already. */
  public static Problem plain(HttpStatus status) {
    return new Problem(status, status.name().toLowerCase(Locale.ROOT).replace('_', '-'), status.getReasonPhrase(), List.of());
  }

  public static Problem of(Refusal refusal) {
    List<FieldError> errors = refusal.field() == null
        ? List.of()
        : List.of(new FieldError(refusal.field(), refusal.code(), refusal.message()));
    return switch (refusal.kind()) {
      case UNKNOWN -> notFound();
      case FORBIDDEN -> new Problem(HttpStatus.FORBIDDEN, refusal.code(), refusal.message(), errors);
      case CONFLICT -> new Problem(HttpStatus.CONFLICT, refusal.code(), refusal.message(), errors);
      case INVALID -> new Problem(HttpStatus.UNPROCESSABLE_CONTENT, refusal.code(), refusal.message(), errors);
    };
  }

  /** Adds a member to the body, e.g. what a worker still holds. */
  public Problem with(String member, Object value) {
    more.put(member, value);
    return this;
  }

  public HttpStatus status() {
    return status;
  }

  public String code() {
    return code;
  }

  public List<FieldError> errors() {
    return errors;
  }

  public Map<String, Object> more() {
    return more;
  }

  public @Nullable String detail() {
    return getMessage();
  }
}
