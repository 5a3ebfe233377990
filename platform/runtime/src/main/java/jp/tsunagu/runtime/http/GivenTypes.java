package jp.tsunagu.runtime.http;

import java.io.IOException;
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
 * then the change would have been made.
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
      return types.isEmpty() || types.stream().anyMatch(type -> type.isCompatibleWith(MediaType.APPLICATION_JSON));
    } catch (InvalidMediaTypeException unreadable) {
      return false;
    }
  }
}
