package jp.tsunagu.portal.session;

import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;

import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jp.tsunagu.runtime.http.Problem;
import jp.tsunagu.runtime.http.ProblemWriter;

/**
 * A list is taken at one page of the desk, and no file anywhere else. The server reads such a body as soon as anybody asks for a
 * parameter, as the guard against forged forms does; what is too large or is no form is turned away before, as nobody's failure.
 */
final class FilesTaken extends OncePerRequestFilter {
  private static final Pattern HERE = Pattern.compile("/imports/[a-z]+/rehearsal");

  /** With all that is around a file; a chunked body that grows beyond it is broken off by the server. */
  private final long largest;
  private final AnswerHeaders headers;
  private final ProblemWriter problems;

  FilesTaken(long largest, AnswerHeaders headers, ProblemWriter problems) {
    this.largest = largest;
    this.headers = headers;
    this.problems = problems;
  }

  /** What takes JSON says so itself. */
  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String type = request.getContentType();
    return type == null || !type.toLowerCase(Locale.ROOT).startsWith("multipart/") || request.getRequestURI().startsWith("/api/");
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!here(request)) refuse(response, HttpStatus.UNSUPPORTED_MEDIA_TYPE);
    else if (tooLarge(request)) explain(response);
    else if (readable(request)) chain.doFilter(request, response);
    else refuse(response, HttpStatus.BAD_REQUEST);
  }

  static boolean here(HttpServletRequest request) {
    return HERE.matcher(request.getRequestURI()).matches();
  }

  private boolean tooLarge(HttpServletRequest request) {
    return request.getContentLengthLong() > largest;
  }

  private static boolean readable(HttpServletRequest request) {
    try {
      request.getParameterNames();
      return true;
    } catch (InvalidParameterException broken) {
      return false;
    }
  }

  private void explain(HttpServletResponse response) throws IOException {
    headers.refuse(response);
    response.sendRedirect("/imports?file=too-large");
  }

  private void refuse(HttpServletResponse response, HttpStatus status) throws IOException {
    headers.refuse(response);
    problems.write(response, Problem.plain(status));
  }
}
