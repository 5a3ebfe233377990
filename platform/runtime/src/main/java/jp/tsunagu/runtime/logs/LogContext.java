package jp.tsunagu.runtime.logs;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** Fields that the log lines of this thread have until it is closed; then they are as before. */
public final class LogContext implements AutoCloseable {
  public static final String CASE = "case";
  public static final String MESSAGE = "messageId";
  /** Whatever else stands where a case is expected may have been typed by somebody. */
  private static final Pattern CODE = Pattern.compile("c-[0-9a-z]{1,40}");
  private static final Pattern MESSAGE_ID = Pattern.compile("[0-9a-zA-Z_-]{1,80}/\\d{1,18}/\\d{1,9}");

  private final Map<String, @Nullable String> before = new HashMap<>();

  private LogContext() {}

  public static LogContext none() {
    return new LogContext();
  }

  /** While a message is taken in. */
  public static LogContext ofMessage(String id, String subject) {
    var context = new LogContext().ofCase(subject);
    return isMessage(id) ? context.with(MESSAGE, id) : context;
  }

  /** @param code ignored if it is not of the form of one */
  public LogContext ofCase(String code) {
    return isCase(code) ? with(CASE, code) : this;
  }

  public static boolean isCase(String code) {
    return CODE.matcher(code).matches();
  }

  public static boolean isMessage(String id) {
    return MESSAGE_ID.matcher(id).matches();
  }

  private LogContext with(String field, String value) {
    if (!before.containsKey(field)) before.put(field, MDC.get(field));
    MDC.put(field, value);
    return this;
  }

  @Override
  public void close() {
    before.forEach((field, value) -> {
      if (value == null) MDC.remove(field);
      else
        MDC.put(field, value);
    });
  }
}
