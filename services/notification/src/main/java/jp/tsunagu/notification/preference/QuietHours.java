package jp.tsunagu.notification.preference;

import java.time.LocalTime;
import java.time.ZonedDateTime;

/** From one time of the day, inclusive, to another, exclusive; often over midnight. */
public record QuietHours(LocalTime from, LocalTime to) {
  public QuietHours {
    if (from.equals(to)) throw new IllegalArgumentException("quiet hours begin and end at different times");
  }

  /** The same moment outside of quiet hours, their end within. */
  ZonedDateTime over(ZonedDateTime moment) {
    LocalTime time = moment.toLocalTime();
    if (!contains(time)) return moment;
    ZonedDateTime end = moment.with(to);
    return time.isBefore(to) ? end : end.plusDays(1);
  }

  private boolean contains(LocalTime time) {
    boolean begun = !time.isBefore(from), over = !time.isBefore(to);
    return from.isBefore(to) ? begun && !over : begun || !over;
  }
}
