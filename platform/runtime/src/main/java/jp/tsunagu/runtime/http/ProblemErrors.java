package jp.tsunagu.runtime.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.boot.autoconfigure.web.ErrorProperties;
import org.springframework.boot.webmvc.autoconfigure.error.BasicErrorController;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.boot.webmvc.error.ErrorAttributes;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.ModelAndView;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Where errors end that no controller answers for: under {@code /api} and for programs as problems, for people as a page. */
public final class ProblemErrors extends BasicErrorController {
  private final ProblemWriter problems;

  public ProblemErrors(ErrorAttributes attributes, ErrorProperties properties, List<ErrorViewResolver> pages, ProblemWriter problems) {
    super(attributes, properties, pages);
    this.problems = problems;
  }

  @Override
  public ResponseEntity<Map<String, Object>> error(HttpServletRequest request) {
    Problem problem = Problem.plain(getStatus(request));
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", Answers.type(problem.code()));
    body.put("title", problem.status().getReasonPhrase());
    body.put("status", problem.status().value());
    body.put("detail", String.valueOf(problem.detail()));
    body.put("code", problem.code());
    return ResponseEntity.status(problem.status()).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(body);
  }

  @Override
  public ModelAndView errorHtml(HttpServletRequest request, HttpServletResponse response) {
    boolean forPeople = !String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI)).startsWith("/api/");
    Problem problem = Problem.plain(getStatus(request));
    return forPeople ? super.errorHtml(request, response) : new ModelAndView((model, r, answer) -> problems.write(answer, problem));
  }

  /** Whoever comes here without an error has found nothing. */
  @Override
  protected HttpStatus getStatus(HttpServletRequest request) {
    return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) == null ? HttpStatus.NOT_FOUND : super.getStatus(request);
  }
}
