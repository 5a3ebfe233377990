package jp.tsunagu.runtime.http;

import java.util.List;
import java.util.function.Function;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

import jp.tsunagu.journal.Outcome;

/** From the outcome of a command to the HTTP answer, the same at every door. */
public final class Answers {
  private Answers() {}

  /** The body of a command that made nothing new: {@code {version}}. */
  public record Version(long version) {}

  /** 201 with a body made from the version, and the version as ETag. */
  public static <E, S, B> ResponseEntity<B> created(Outcome<E, S> outcome, Function<Outcome.Done<E, S>, B> body) {
    return answer(HttpStatus.CREATED, outcome, body);
  }

  /** 200 {@code {version}}. */
  public static <E, S> ResponseEntity<Version> ok(Outcome<E, S> outcome) {
    return answer(HttpStatus.OK, outcome, done -> new Version(done.version()));
  }

  /** The outcome if it was carried out; otherwise throws the problem it is. */
  public static <E, S> Outcome.Done<E, S> done(Outcome<E, S> outcome) {
    return switch (outcome) {
      case Outcome.Done<E, S> done -> done;
      case Outcome.Refused<E, S> refused -> throw Problem.of(refused.refusal());
      case Outcome.Stale<E, S> stale -> throw new Problem(HttpStatus.PRECONDITION_FAILED, "stale-version",
          "The thing has changed since; its version is " + stale.actual() + ".", List.of()).with("version", stale.actual());
      case Outcome.KeyReused<E, S> reused -> throw new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "idempotency-key-reused",
          "This Idempotency-Key was used for another request.", List.of());
    };
  }

  private static <E, S, B> ResponseEntity<B> answer(HttpStatus status, Outcome<E, S> outcome, Function<Outcome.Done<E, S>, B> body) {
    Outcome.Done<E, S> done = done(outcome);
    return ResponseEntity.status(status).eTag(etag(done.version())).body(body.apply(done));
  }

  public static String etag(long version) {
    return "\"" + version + "\"";
  }

  /** For tests and clients: what a problem's {@code type} looks like. */
  static String type(String code) {
    return "urn:tsunagu:problem:" + code;
  }

}
