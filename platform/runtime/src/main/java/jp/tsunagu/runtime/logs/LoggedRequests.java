package jp.tsunagu.runtime.logs;

import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;

/** What is logged while a request is served has the case its address names, and the trace it belongs to; the gateway hands that on. */
public final class LoggedRequests extends OncePerRequestFilter {
  private static final Pattern OF_A_CASE = Pattern.compile("(?:/api)?/cases/([^/]+)(?:/.*)?");

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    TraceParent trace = TraceParent.of(request.getHeader(TraceParent.HEADER));
    try (var context = LogContext.none().ofTrace(trace.id())) {
      Matcher path = OF_A_CASE.matcher(request.getRequestURI());
      if (path.matches()) context.ofCase(path.group(1));
      chain.doFilter(new Traced(request, trace.header()), response);
    }
  }

  private static final class Traced extends HttpServletRequestWrapper {
    private final String parent;

    Traced(HttpServletRequest request, String parent) {
      super(request);
      this.parent = parent;
    }

    @Override
    public @Nullable String getHeader(String name) {
      return name.equalsIgnoreCase(TraceParent.HEADER) ? parent : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
      return name.equalsIgnoreCase(TraceParent.HEADER) ? Collections.enumeration(List.of(parent)) : super.getHeaders(name);
    }

    @Override
    public Enumeration<String> getHeaderNames() {
      Set<String> names = new LinkedHashSet<>(Collections.list(super.getHeaderNames()));
      names.removeIf(TraceParent.HEADER::equalsIgnoreCase);
      names.add(TraceParent.HEADER);
      return Collections.enumeration(names);
    }
  }
}
