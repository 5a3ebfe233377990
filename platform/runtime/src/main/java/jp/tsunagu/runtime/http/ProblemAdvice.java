package jp.tsunagu.runtime.http;

import java.util.List;
import java.util.stream.Collectors;

import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

import jp.tsunagu.journal.CommandHandler;
import jp.tsunagu.journal.Journal;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/**
 * Everything that can go wrong at a JSON door, as problem details. A foreign exception's message is never shown or logged
 * with the request's values: it could quote personal data.
 */
@RestControllerAdvice(annotations = org.springframework.web.bind.annotation.RestController.class)
public final class ProblemAdvice {
  private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

  private final ProblemWriter writer;

  public ProblemAdvice(ProblemWriter writer) {
    this.writer = writer;
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> refused(Problem problem) {
    return writer.answer(problem, HttpHeaders.EMPTY);
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> notReadable(HttpMessageNotReadableException e) {
    return writer.answer(unreadable(e.getCause()), HttpHeaders.EMPTY);
  }

  private static Problem unreadable(@Nullable Throwable cause) {
    return switch (cause) {
      case UnrecognizedPropertyException e -> Problem.malformed(path(e), "unknown-field", "This field is not known here.");
      case StreamReadException e -> new Problem(HttpStatus.BAD_REQUEST, "malformed-json", "The body is not JSON.", List.of());
      case DatabindException e when e.getCause() instanceof Problem inner -> within(path(e), inner);
      case DatabindException e -> Problem.malformed(path(e), "wrong-type", "This value cannot be read as what the field holds.");
      case null, default -> new Problem(HttpStatus.BAD_REQUEST, "malformed-json", "The body cannot be read.", List.of());
    };
  }

  /** A value type refused itself while the body was read; the path is only known here. */
  private static Problem within(String path, Problem inner) {
    if (inner.errors().isEmpty()) return inner;
    return new Problem(inner.status(), inner.code(), String.valueOf(inner.detail()), inner.errors().stream()
        .map(e -> new Problem.FieldError(e.field().isEmpty() ? path : path.isEmpty() ? e.field() : path + "." + e.field(), e.code(),
            e.message()))
        .toList());
  }

  private static String path(JacksonException e) {
    return e.getPath().stream().map(r -> r.getPropertyName() == null ? "[" + r.getIndex() + "]" : "." + r.getPropertyName())
        .collect(Collectors.joining()).replaceFirst("^\\.", "");
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> notValid(MethodArgumentNotValidException e) {
    List<Problem.FieldError> errors = e.getBindingResult().getFieldErrors().stream()
        .map(f -> new Problem.FieldError(f.getField(), code(f), String.valueOf(f.getDefaultMessage()))).toList();
    return writer.answer(Problem.malformed(errors), HttpHeaders.EMPTY);
  }

  /** {@code NotBlank} → {@code not-blank} */
  private static String code(FieldError error) {
    String name = error.getCode() == null ? "invalid" : error.getCode();
    return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(java.util.Locale.ROOT);
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> wrongParameter(MethodArgumentTypeMismatchException e) {
    return writer.answer(Problem.malformed(e.getName(), "wrong-type", "This value cannot be read as what the parameter holds."),
        HttpHeaders.EMPTY);
  }

  /** The firewall looks at a header's value and a parameter's name when somebody first asks for it, which may be here. */
  @ExceptionHandler
  ResponseEntity<ProblemDetail> rejected(RequestRejectedException e) {
    return writer.answer(Rejected.problem(), HttpHeaders.EMPTY);
  }

  /** The server reads the query when somebody first asks for a parameter, so its complaint comes from wherever that is. */
  @ExceptionHandler
  ResponseEntity<ProblemDetail> unreadableQuery(InvalidParameterException e) {
    return writer.answer(new Problem(HttpStatus.BAD_REQUEST, "malformed-query", "The query in the address cannot be read.", List.of()),
        HttpHeaders.EMPTY);
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> busy(CommandHandler.Contention e) {
    return writer.answer(Problem.unavailable("busy", "Too many are changing this at once; try again."), retry());
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> full(Journal.StreamFull e) {
    return writer.answer(Problem.conflict("stream-full", "This case has grown to its limit; continue it in a new one."), HttpHeaders.EMPTY);
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> denied(AccessDeniedException e) {
    return writer.answer(Problem.forbidden("forbidden", "This is not yours to do."), HttpHeaders.EMPTY);
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> unauthenticated(AuthenticationException e) {
    return writer.answer(new Problem(HttpStatus.UNAUTHORIZED, "unauthenticated", "A valid token is needed.", List.of()), HttpHeaders.EMPTY);
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> anythingElse(Exception e) {
    if (e instanceof ErrorResponse known) return framework(known.getStatusCode(), known.getHeaders());
    log.error("a request failed", e);
    Problem failed = new Problem(HttpStatus.INTERNAL_SERVER_ERROR, "failed", "Something went wrong here; nothing you did.", List.of());
    return writer.answer(failed, HttpHeaders.EMPTY);
  }

  private ResponseEntity<ProblemDetail> framework(HttpStatusCode code, HttpHeaders headers) {
    return writer.answer(Problem.plain(HttpStatus.valueOf(code.value())), headers);
  }

  private static HttpHeaders retry() {
    var headers = new HttpHeaders();
    headers.set(HttpHeaders.RETRY_AFTER, "1");
    return headers;
  }
}
