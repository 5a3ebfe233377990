package jp.tsunagu.portal.finding;

import java.time.Instant;
import java.time.format.DateTimeParseException;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.portal.ledger.Ledgers.Mark;
import jp.tsunagu.runtime.http.Problem;

/** Where a page of a list ended, as text for whoever turns it. */
public final class Turning {
  private Turning() {}

  public static String written(Mark mark) {
    return mark.opened() + "_" + mark.caseId();
  }

  /**
   * @param written null or blank for the first page
   * @throws Problem 400 if it is not what another page gave
   */
  public static @Nullable Mark read(@Nullable String written) {
    if (written == null || written.isBlank()) return null;
    String mark = written.strip();
    int line = mark.indexOf('_');
    try {
      if (line > 0) return new Mark(storable(Instant.parse(mark.substring(0, line))), mark.substring(line + 1));
    } catch (DateTimeParseException | ArithmeticException e) {
      throw Problem.malformed("after", "malformed-mark", "The next of another page is needed.");
    }
    throw Problem.malformed("after", "malformed-mark", "The next of another page is needed.");
  }

  /** The store counts milliseconds, and its years end before ours. */
  private static Instant storable(Instant at) {
    return Instant.ofEpochMilli(at.toEpochMilli());
  }
}
