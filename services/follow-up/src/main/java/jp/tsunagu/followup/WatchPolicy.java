package jp.tsunagu.followup;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jp.tsunagu.calendar.OfficeCalendar;
import jp.tsunagu.calendar.Span;
import jp.tsunagu.contracts.Urgency;

/**
 * How patient a watch is. The figures are proposals and can be configured.
 *
 * @param patience how long a rung has to acknowledge before the next is told, in the hours and days of whoever was told; in an
 *                 emergency by the clock
 * @param rest     how long an acknowledged date may stay overdue before it climbs again; acknowledging is not doing
 * @param zone     in which a day ends
 * @param farthest how many days ahead a check-in may be planned
 * @param receiptWithin how long the receipt of a 児童虐待の通告 may stay unconfirmed, by the clock and not in office hours
 */
public record WatchPolicy(Map<Urgency, Span> patience, Map<Urgency, Duration> rest, ZoneId zone, int farthest,
    Duration receiptWithin) {
  private static final Map<Urgency, Span> PATIENCE = Map.of(Urgency.EMERGENCY, Span.of("2h"), Urgency.URGENT, Span.of("8oh"),
      Urgency.NORMAL, Span.of("1bd"));
  private static final Map<Urgency, Duration> REST = Map.of(Urgency.EMERGENCY, Duration.ofDays(1), Urgency.URGENT, Duration.ofDays(7),
      Urgency.NORMAL, Duration.ofDays(14));

  public WatchPolicy {
    patience = Map.copyOf(patience);
    rest = Map.copyOf(rest);
    for (Duration time : Stream.of(rest.values(), List.of(receiptWithin)).flatMap(Collection::stream).toList())
      if (!time.isPositive()) throw new IllegalArgumentException("a rest takes time; without, it would never end");
  }

  public static WatchPolicy proposed() {
    return new WatchPolicy(PATIENCE, REST, OfficeCalendar.JAPAN, 730, Duration.ofHours(2));
  }

  /** @param office where whoever was told works */
  Instant nextRung(Urgency urgency, OfficeCalendar office, Instant now) {
    return patience.getOrDefault(urgency, Span.of("1bd")).after(now, office);
  }

  Instant restsUntil(Urgency urgency, Instant now) {
    return now.plus(rest.getOrDefault(urgency, Duration.ofDays(14)));
  }

  /** A check-in has the whole of its day. */
  Instant endOf(LocalDate day) {
    return day.plusDays(1).atStartOfDay(zone).toInstant();
  }

  LocalDate today(Instant now) {
    return LocalDate.ofInstant(now, zone);
  }
}
