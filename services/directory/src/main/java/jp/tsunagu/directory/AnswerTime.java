package jp.tsunagu.directory;

import jp.tsunagu.calendar.Span;

/**
 * Within what time an organisation answers a proposal. A person who waits longer than 30 days is forgotten; business days and office
 * hours are bounded by what about 30 days have of them at the usual opening hours.
 */
public record AnswerTime(Span span) {
  public AnswerTime {
    int most = switch (span.unit()) {
      case HOURS -> 30 * 24;
      case DAYS -> 30;
      case BUSINESS_DAYS -> 20;
      case OFFICE_HOURS -> 20 * 8;
    };
    if (span.amount() > most) throw new InvalidValue("too-long-a-time", "at most 720h, 30d, 20bd or 160oh");
  }

  /** From {@code 24h}, {@code 7d}, {@code 3bd} or {@code 8oh}. */
  public static AnswerTime of(String written) {
    return new AnswerTime(span(written.strip()));
  }

  private static Span span(String written) {
    try {
      return Span.of(written);
    } catch (IllegalArgumentException e) {
      throw new InvalidValue("not-a-time", "at least 1 of its unit, as 24h, 7d, 3bd (business days) or 8oh (office hours)");
    }
  }
}
