package jp.tsunagu.runtime.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Refuses a change whose answer the caller would not take. The framework looks at {@code Accept} when it writes the answer, and by
 * then the change would have been made. Answers are written in UTF-8 alone (RFC 8259, 8.1).
 */
public final class GivenTypes extends OncePerRequestFilter {
  private final ProblemWriter problems;

  public GivenTypes(ProblemWriter problems) {
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    if (reads || takesJson(Collections.list(request.getHeaders(HttpHeaders.ACCEPT)))) chain.doFilter(request, response);
    else
      problems.write(response, Problem.plain(HttpStatus.NOT_ACCEPTABLE));
  }

  private static boolean takesJson(List<String> accepts) {
    try {
      List<MediaType> types = MediaType.parseMediaTypes(accepts);
      List<MediaType> json = types.stream().filter(type -> type.isCompatibleWith(MediaType.APPLICATION_JSON)).toList();
      return types.isEmpty() || !json.isEmpty() && json.stream().allMatch(GivenTypes::inUtf8);
    } catch (InvalidMediaTypeException unreadable) {
      return false;
    }
  }

  /** All of them, because the framework goes by the one that it likes best. */
  private static boolean inUtf8(MediaType type) {
    try {
      return type.getCharset() == null || StandardCharsets.UTF_8.equals(type.getCharset());
    } catch (IllegalArgumentException unknown) {
      return false;
    }
  }
}
