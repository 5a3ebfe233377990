package jp.tsunagu.intake;

import jp.tsunagu.calendar.OfficeCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;

/** The days of people here; an instant may belong to another day in UTC. */
public final class Japan {
  private Japan() {}

  public static LocalDate today(Instant at) {
    return OfficeCalendar.dayOf(at);
  }

  public static YearMonth month(Instant at) {
    return YearMonth.from(today(at));
  }
}
