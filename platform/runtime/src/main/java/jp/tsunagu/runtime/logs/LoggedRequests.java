package jp.tsunagu.runtime.logs;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.web.filter.OncePerRequestFilter;

import io.opentelemetry.api.trace.Span;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** What is logged while a request is served has the case its address names, and so has the request's span. */
public final class LoggedRequests extends OncePerRequestFilter {
  private static final Pattern OF_A_CASE = Pattern.compile("(?:/api)?/cases/([^/]+)(?:/.*)?");

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Matcher path = OF_A_CASE.matcher(request.getRequestURI());
    String named = path.matches() ? path.group(1) : "";
    if (LogContext.isCase(named)) Span.current().setAttribute(LogContext.CASE, named);
    try (var _ = LogContext.none().ofCase(named)) {
      chain.doFilter(request, response);
    }
  }
}
