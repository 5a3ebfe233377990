package jp.tsunagu.portal.ledger;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.calendar.OfficeCalendar;

/** Days of Japan, from the first to the last; null where there is no bound. */
public record Days(@Nullable LocalDate from, @Nullable LocalDate to) {
  public static final Days ANY = new Days(null, null);

  public boolean any() {
    return from == null && to == null;
  }

  /** The instant in which the first day begins. */
  public @Nullable Instant begin() {
    return from == null ? null : from.atStartOfDay(OfficeCalendar.JAPAN).toInstant();
  }

  /** The instant in which the last day is over. What has the whole of a day is due in it. */
  public @Nullable Instant end() {
    return to == null ? null : to.plusDays(1).atStartOfDay(OfficeCalendar.JAPAN).toInstant();
  }
}
