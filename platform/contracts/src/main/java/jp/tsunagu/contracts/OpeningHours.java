package jp.tsunagu.contracts;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * When an organisation is open, in Japan's time.
 *
 * @param week       its open days, each at most once and at least one of them
 * @param onHolidays whether it is open on 祝日 and 年末年始 too
 * @param closed     days on which it is closed besides; at most 100
 */
public record OpeningHours(List<Day> week, boolean onHolidays, List<LocalDate> closed) {
  private static final int MOST_CLOSED = 100;

  /** @param to later than {@code from}, on the same day */
  public record Day(DayOfWeek day, LocalTime from, LocalTime to) {
    public Day {
      if (!to.isAfter(from)) throw new IllegalArgumentException("a day closes after it opens");
    }
  }

  public OpeningHours {
    week = List.copyOf(week);
    closed = List.copyOf(closed);
    if (week.isEmpty()) throw new IllegalArgumentException("an organisation is open at some time");
    Set<DayOfWeek> days = new HashSet<>();
    if (!week.stream().map(Day::day).allMatch(days::add)) throw new IllegalArgumentException("each day once");
    if (closed.size() > MOST_CLOSED) throw new IllegalArgumentException("at most " + MOST_CLOSED + " days");
  }

  public Optional<Day> on(DayOfWeek day) {
    return week.stream().filter(d -> d.day() == day).findFirst();
  }
}
