package jp.tsunagu.calendar;

import java.time.Duration;
import java.time.Instant;

/** How long somebody has: {@code 24h}, {@code 7d} (calendar days), {@code 3bd} (business days) or {@code 8oh} (office hours). */
public record Span(int amount, Unit unit) {
  public enum Unit {
    HOURS, DAYS, BUSINESS_DAYS, OFFICE_HOURS
  }

  public Span {
    if (amount < 1) throw new IllegalArgumentException("a span is at least 1 of its unit");
  }

  public static Span of(String written) {
    int digits = 0;
    while (digits < written.length() && Character.isDigit(written.charAt(digits))) digits++;
    if (digits == 0) throw new IllegalArgumentException("not a span: " + written);
    return new Span(Integer.parseInt(written.substring(0, digits)), switch (written.substring(digits)) {
      case "h" -> Unit.HOURS;
      case "d" -> Unit.DAYS;
      case "bd" -> Unit.BUSINESS_DAYS;
      case "oh" -> Unit.OFFICE_HOURS;
      default -> throw new IllegalArgumentException("not a span: " + written);
    });
  }

  /** As {@link #of} reads it. */
  public String written() {
    return amount + switch (unit) {
      case HOURS -> "h";
      case DAYS -> "d";
      case BUSINESS_DAYS -> "bd";
      case OFFICE_HOURS -> "oh";
    };
  }

  /** @param calendar of whoever has to act */
  public Instant after(Instant start, OfficeCalendar calendar) {
    return switch (unit) {
      case HOURS -> start.plus(Duration.ofHours(amount));
      case DAYS -> start.plus(Duration.ofDays(amount));
      case BUSINESS_DAYS -> calendar.plus(start, amount);
      case OFFICE_HOURS -> calendar.plusOpen(start, Duration.ofHours(amount));
    };
  }
}
