package jp.tsunagu.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;

/** The days of people here; an instant may belong to another day in UTC. */
public final class Japan {
  private static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

  private Japan() {}

  public static LocalDate today(Instant at) {
    return LocalDate.ofInstant(at, ZONE);
  }

  public static YearMonth month(Instant at) {
    return YearMonth.from(today(at));
  }
}
