package jp.tsunagu.intake.http;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.Instant;
import java.time.YearMonth;
import java.util.regex.Pattern;

import jp.tsunagu.intake.InvalidValue;
import jp.tsunagu.journal.FreeText;

/** Instants, months and short official numbers as people and machines write them. */
final class Moments {
  private static final Pattern NUMBER = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} /－ー-]{0,39}");

  private Moments() {}

  static Instant read(String typed) {
    try {
      return OffsetDateTime.parse(typed.strip()).toInstant();
    } catch (DateTimeException e) {
      throw new InvalidValue("not-a-time", "a time like 2026-04-01T03:00:00Z");
    }
  }

  static YearMonth month(String typed) {
    try {
      return YearMonth.parse(typed.strip());
    } catch (DateTimeException e) {
      throw new InvalidValue("not-a-month", "a month like 2026-04");
    }
  }

  /** Letters, digits and hyphens, at most 40: enough for a number, too little for a story. */
  static FreeText receiptNumber(String typed) {
    String number = typed.strip();
    if (!NUMBER.matcher(number).matches()) throw new InvalidValue("not-a-number", "letters, digits and hyphens, at most 40");
    return FreeText.of(number);
  }
}
