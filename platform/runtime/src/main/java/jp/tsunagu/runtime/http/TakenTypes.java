package jp.tsunagu.runtime.http;

import java.io.IOException;

import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Refuses bodies of "any type": that is an answer to what one accepts, and the framework takes it for a mistake of ours. */
public final class TakenTypes extends OncePerRequestFilter {
  private final ProblemWriter problems;

  public TakenTypes(ProblemWriter problems) {
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String type = request.getContentType();
    if (type != null && type.contains("*"))
      problems.write(response, Problem.plain(HttpStatus.UNSUPPORTED_MEDIA_TYPE));
    else
      chain.doFilter(request, response);
  }
}
