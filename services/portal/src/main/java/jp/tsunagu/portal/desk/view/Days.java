package jp.tsunagu.portal.desk.view;

import jp.tsunagu.calendar.OfficeCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.chrono.JapaneseDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates as people here write them: 令和8年4月1日（水） in Japanese, 1 April 2026 (Wed) otherwise; always the time of Japan. */
public final class Days {
  private static final DateTimeFormatter ERA = DateTimeFormatter.ofPattern("GGGGy年M月d日（E）", Locale.JAPAN);
  /** Before it Japan counted the days otherwise, and Java's calendar does not. */
  private static final LocalDate MEIJI_6 = LocalDate.of(1873, 1, 1);
  private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("M月d日（E）", Locale.JAPAN);
  private static final DateTimeFormatter WESTERN = DateTimeFormatter.ofPattern("d MMMM yyyy (EEE)", Locale.ENGLISH);
  private static final DateTimeFormatter WESTERN_SHORT = DateTimeFormatter.ofPattern("d MMM (EEE)", Locale.ENGLISH);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm", Locale.ROOT);

  private Days() {}

  public static String full(LocalDate day, Locale locale) {
    return japanese(locale) && !day.isBefore(MEIJI_6)
        ? ERA.format(JapaneseDate.from(day)).replaceFirst("(?<=\\D)1年", "元年")
        : WESTERN.format(day);
  }

  /** Without the year, for dates near now. */
  public static String brief(LocalDate day, Locale locale) {
    return (japanese(locale) ? SHORT : WESTERN_SHORT).format(day);
  }

  public static String time(Instant at) {
    return TIME.format(at.atZone(OfficeCalendar.JAPAN));
  }

  public static LocalDate day(Instant at) {
    return OfficeCalendar.dayOf(at);
  }

  /** The last day on which something can be done in time. What has the whole of a day is due when that day is over, at midnight. */
  public static LocalDate lastDay(Instant dueAt) {
    return day(dueAt.minusNanos(1));
  }

  static boolean wholeDay(Instant dueAt) {
    return dueAt.atZone(OfficeCalendar.JAPAN).toLocalTime().equals(LocalTime.MIDNIGHT);
  }

  /** What is left, or how late it is, in the largest unit that says something. */
  public static Left left(Instant dueAt, Instant now) {
    boolean late = dueAt.isBefore(now);
    Duration gap = Duration.between(now, dueAt).abs();
    if (gap.toMinutes() < 60) return new Left(late, "minutes", gap.toMinutes());
    if (gap.toHours() < 24) return new Left(late, "hours", gap.toHours());
    return new Left(late, "days", gap.toDays());
  }

  /** @param unit minutes, hours or days */
  public record Left(boolean late, String unit, long count) {
    /** The message that says it: {@code left.days}, {@code late.hours}. */
    public String message() {
      return (late ? "late." : "left.") + unit;
    }
  }

  public static Instant at(LocalDate day, String time) {
    return ZonedDateTime.of(day, LocalTime.parse(time), OfficeCalendar.JAPAN).toInstant();
  }

  private static boolean japanese(Locale locale) {
    return locale.getLanguage().equals("ja");
  }
}
