package jp.tsunagu.intake.http;

import java.time.Duration;
import java.util.List;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

import jp.tsunagu.runtime.http.Problem;
import jp.tsunagu.runtime.http.ProblemWriter;

/** 429, and in a header for machines how long to wait. */
@Component
class TooMany {
  private final ProblemWriter problems;

  TooMany(ProblemWriter problems) {
    this.problems = problems;
  }

  /** @param before what the wait comes before, as in "another code" */
  ResponseEntity<ProblemDetail> answer(String code, Duration wait, String before) {
    String detail = "Wait " + (wait.toMinutes() + 1) + " min before " + before + ".";
    var headers = new HttpHeaders();
    headers.set(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds() + 1));
    return problems.answer(new Problem(HttpStatus.TOO_MANY_REQUESTS, code, detail, List.of()), headers);
  }
}
