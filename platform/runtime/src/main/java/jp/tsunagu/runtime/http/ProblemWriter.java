package jp.tsunagu.runtime.http;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

import jakarta.servlet.http.HttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

/** Problems as RFC 9457 bodies, for controllers and for filters in front of them. */
public final class ProblemWriter {
  private final JsonMapper json;

  public ProblemWriter(JsonMapper json) {
    this.json = json;
  }

  public ResponseEntity<ProblemDetail> answer(Problem problem, HttpHeaders headers) {
    return ResponseEntity.status(problem.status()).headers(headers).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(detail(problem));
  }

  public void write(HttpServletResponse response, Problem problem) throws IOException {
    response.setStatus(problem.status().value());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.getOutputStream().write(json.writeValueAsBytes(detail(problem)));
  }

  public void write(HttpServletResponse response, HttpStatus status, String code, String detail) throws IOException {
    write(response, new Problem(status, code, detail, List.of()));
  }

  private static ProblemDetail detail(Problem problem) {
    ProblemDetail body = ProblemDetail.forStatusAndDetail(problem.status(), String.valueOf(problem.detail()));
    body.setType(java.net.URI.create(Answers.type(problem.code())));
    body.setTitle(problem.status().getReasonPhrase());
    body.setProperty("code", problem.code());
    if (!problem.errors().isEmpty()) body.setProperty("errors", problem.errors());
    for (Map.Entry<String, Object> e : problem.more().entrySet()) body.setProperty(e.getKey(), e.getValue());
    return body;
  }
}
