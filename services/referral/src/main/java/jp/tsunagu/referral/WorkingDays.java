package jp.tsunagu.referral;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** On which days offices work. */
public interface WorkingDays {
  /** When a date without a time is due. */
  LocalTime CLOSE_OF_BUSINESS = LocalTime.of(17, 0);

  boolean working(LocalDate day);

  ZoneId zone();

  /** The same time of day, so many working days later. */
  default Instant plus(Instant start, int days) {
    var local = start.atZone(zone());
    LocalDate day = local.toLocalDate();
    for (int left = days; left > 0;) {
      day = day.plusDays(1);
      if (working(day)) left--;
    }
    return local.with(day).toInstant();
  }

  default LocalDate dayOf(Instant instant) {
    return LocalDate.ofInstant(instant, zone());
  }

  default Instant closeOf(LocalDate day) {
    return day.atTime(CLOSE_OF_BUSINESS).atZone(zone()).toInstant();
  }
}
