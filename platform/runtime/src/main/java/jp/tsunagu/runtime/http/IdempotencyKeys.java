package jp.tsunagu.runtime.http;

import java.io.IOException;
import java.util.regex.Pattern;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses keys that not everything on the way to a service carries as they are: two of them could arrive as one. */
public final class IdempotencyKeys extends OncePerRequestFilter {
  public static final String HEADER = "Idempotency-Key";
  private static final Pattern FORM = Pattern.compile("[\\x21-\\x7e]{1,200}");

  private final ProblemWriter problems;

  public IdempotencyKeys(ProblemWriter problems) {
    this.problems = problems;
  }

  /** @throws Problem 400 for a key that is no key */
  public static void check(String key) {
    if (!FORM.matcher(key).matches())
      throw Problem.malformed(HEADER, "malformed-idempotency-key", "1 to 200 visible ASCII characters are needed.");
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String key = request.getHeader(HEADER);
    try {
      if (key != null) check(key);
    } catch (Problem malformed) {
      problems.write(response, malformed);
      return;
    }
    chain.doFilter(request, response);
  }
}
