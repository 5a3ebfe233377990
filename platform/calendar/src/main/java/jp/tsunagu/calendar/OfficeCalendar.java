package jp.tsunagu.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jp.tsunagu.contracts.OpeningHours;

/** When one organisation works, and what date comes of a number of its days or hours. */
public record OfficeCalendar(OpeningHours hours) {
  public static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
  private static final LocalTime OPENS = LocalTime.of(9, 0);
  private static final LocalTime CLOSES = LocalTime.of(17, 0);

  /** Where an organisation has not said: Monday to Friday, nine to five, not on 祝日 and 年末年始. */
  public static OfficeCalendar usual() {
    List<OpeningHours.Day> week = Stream.of(DayOfWeek.values()).filter(day -> day.compareTo(DayOfWeek.SATURDAY) < 0)
        .map(day -> new OpeningHours.Day(day, OPENS, CLOSES)).toList();
    return new OfficeCalendar(new OpeningHours(week, false, List.of()));
  }

  public boolean open(LocalDate day) {
    return on(day).isPresent();
  }

  public boolean open(Instant moment) {
    ZonedDateTime local = moment.atZone(JAPAN);
    return on(local.toLocalDate()).filter(day -> within(local.toLocalTime(), day)).isPresent();
  }

  private Optional<OpeningHours.Day> on(LocalDate day) {
    boolean closed = hours.closed().contains(day) || !hours.onHolidays() && JapaneseHolidays.dayOff(day);
    return closed ? Optional.empty() : hours.on(day.getDayOfWeek());
  }

  private static boolean within(LocalTime time, OpeningHours.Day day) {
    return !time.isBefore(day.from()) && !time.isAfter(day.to());
  }

  /** The same time of day so many working days later, or that day's closing time where the office is closed at this hour. */
  public Instant plus(Instant start, int days) {
    ZonedDateTime local = start.atZone(JAPAN);
    LocalDate day = local.toLocalDate();
    for (int left = days; left > 0; left--) day = openAfter(day);
    OpeningHours.Day then = on(day).orElse(null);
    if (then == null || within(local.toLocalTime(), then)) return local.with(day).toInstant();
    return moment(day, then.to());
  }

  /** When the office has been open for so long. */
  public Instant plusOpen(Instant start, Duration open) {
    ZonedDateTime local = start.atZone(JAPAN);
    LocalDate day = local.toLocalDate();
    Duration left = open;
    Instant from = start;
    while (true) {
      Optional<OpeningHours.Day> today = on(day);
      if (today.isPresent()) {
        from = later(from, moment(day, today.get().from()));
        Duration rest = Duration.between(from, moment(day, today.get().to()));
        if (rest.compareTo(left) >= 0) return from.plus(left);
        if (rest.isPositive()) left = left.minus(rest);
      }
      day = day.plusDays(1);
    }
  }

  /** By when something is due that is due on a day; the usual closing time on a day the office is closed. */
  public Instant closeOf(LocalDate day) {
    return moment(day, on(day).map(OpeningHours.Day::to).orElse(CLOSES));
  }

  public static LocalDate dayOf(Instant instant) {
    return LocalDate.ofInstant(instant, JAPAN);
  }

  private LocalDate openAfter(LocalDate day) {
    LocalDate next = day.plusDays(1);
    while (!open(next)) next = next.plusDays(1); // there is an open day: hours name at least one, and closed days are few
    return next;
  }

  private static Instant moment(LocalDate day, LocalTime time) {
    return day.atTime(time).atZone(JAPAN).toInstant();
  }

  private static Instant later(Instant one, Instant other) {
    return one.isBefore(other) ? other : one;
  }
}
