package jp.tsunagu.referral;

import java.time.Duration;
import java.time.Instant;

/** How long somebody has: {@code 24h}, {@code 7d} (calendar days) or {@code 3bd} (business days). */
public record Span(int amount, Unit unit) {
  public enum Unit {
    HOURS, DAYS, BUSINESS_DAYS
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
      default -> throw new IllegalArgumentException("not a span: " + written);
    });
  }

  Instant after(Instant start, WorkingDays calendar) {
    return switch (unit) {
      case HOURS -> start.plus(Duration.ofHours(amount));
      case DAYS -> start.plus(Duration.ofDays(amount));
      case BUSINESS_DAYS -> calendar.plus(start, amount);
    };
  }
}
