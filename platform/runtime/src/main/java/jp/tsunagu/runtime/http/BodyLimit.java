package jp.tsunagu.runtime.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Reads a JSON body once, up to a limit, and keeps it: the fingerprint of an idempotent request is taken over the bytes the
 * caller sent.
 */
public final class BodyLimit extends OncePerRequestFilter {
  private static final String BODY = BodyLimit.class.getName();

  private final int limit;
  private final ProblemWriter problems;

  public BodyLimit(int limit, ProblemWriter problems) {
    this.limit = limit;
    this.problems = problems;
  }

  static byte[] body(HttpServletRequest request) {
    return request.getAttribute(BODY) instanceof byte[] body ? body : new byte[0];
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    byte[] body = request.getContentLengthLong() > limit ? new byte[limit + 1] : request.getInputStream().readNBytes(limit + 1);
    if (body.length > limit) {
      problems.write(response,
          new Problem(HttpStatus.CONTENT_TOO_LARGE, "body-too-large", "At most " + limit + " bytes are taken.", List.of()));
      return;
    }
    request.setAttribute(BODY, body);
    chain.doFilter(new Kept(request, body), response);
  }

  private static final class Kept extends HttpServletRequestWrapper {
    private final byte[] body;

    Kept(HttpServletRequest request, byte[] body) {
      super(request);
      this.body = body;
    }

    @Override
    public ServletInputStream getInputStream() {
      return new Bytes(new ByteArrayInputStream(body));
    }

    @Override
    public BufferedReader getReader() {
      return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }
  }

  private static final class Bytes extends ServletInputStream {
    private final ByteArrayInputStream in;

    Bytes(ByteArrayInputStream in) {
      this.in = in;
    }

    @Override
    public int read() {
      return in.read();
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      return in.read(target, offset, length);
    }

    @Override
    public boolean isFinished() {
      return in.available() == 0;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
      throw new IllegalStateException("the body is already here");
    }
  }
}
