package jp.tsunagu.runtime.logs;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * W3C's {@code traceparent}: by it the lines that several services write for one request have the same {@code traceId}.
 *
 * @param id 32 hexadecimal digits
 */
public record TraceParent(String id) {
  public static final String HEADER = "traceparent";
  private static final Pattern FORM = Pattern.compile("[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");
  private static final SecureRandom RANDOM = new SecureRandom();

  /** As the caller says, or a new one where they say nothing that could be one. */
  static TraceParent of(@Nullable String header) {
    Matcher parts = FORM.matcher(header == null ? "" : header);
    return new TraceParent(parts.matches() ? parts.group(1) : random(16));
  }

  /** Of what this thread is doing. */
  public static Optional<TraceParent> current() {
    return Optional.ofNullable(MDC.get(LogContext.TRACE)).map(TraceParent::new);
  }

  /** For the next service; nothing is recorded of it here, so it is not said to be sampled. */
  public String header() {
    return "00-" + id + "-" + random(8) + "-00";
  }

  private static String random(int bytes) {
    byte[] drawn = new byte[bytes];
    RANDOM.nextBytes(drawn);
    return HexFormat.of().formatHex(drawn);
  }
}
