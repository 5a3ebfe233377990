package jp.tsunagu.portal.desk.view;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.calendar.Holiday;
import jp.tsunagu.calendar.JapaneseHolidays;
import jp.tsunagu.contracts.StepKind;

/**
 * 予定表: dates day by day, a month or a week of them, in whole weeks from Sunday as calendars here have them.
 *
 * @param from    the first day that was asked for
 * @param to      the last one
 * @param earlier how many dates before all of this are over and still owed
 */
public record Agenda(boolean month, LocalDate from, LocalDate to, List<Day> days, long earlier) {
  private static final int WEEK = 7;

  /** @param worker whose it is */
  public record Entry(String caseId, StepKind what, Instant dueAt, String worker, boolean late, boolean addressHidden) {
    public boolean wholeDay() {
      return Days.wholeDay(dueAt);
    }
  }

  /** @param within whether it was asked for, and does not only complete a week */
  public record Day(LocalDate date, boolean within, boolean today, @Nullable Holiday holiday, List<Entry> entries) {
    public boolean off() {
      return holiday != null || date.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
  }

  /** @param month whether the whole month of this day, or its week */
  public static Agenda of(List<Entry> entries, boolean month, LocalDate day, LocalDate today) {
    LocalDate from = month ? day.withDayOfMonth(1) : sunday(day);
    LocalDate to = month ? day.with(TemporalAdjusters.lastDayOfMonth()) : from.plusDays(WEEK - 1);
    Map<LocalDate, List<Entry>> byDay = entries.stream().collect(Collectors.groupingBy(e -> Days.lastDay(e.dueAt())));
    LocalDate first = sunday(from);
    LocalDate behind = sunday(to).plusDays(WEEK);
    List<Day> days = first.datesUntil(behind).map(d -> new Day(d, !d.isBefore(from) && !d.isAfter(to), d.equals(today),
        JapaneseHolidays.nameOf(d).orElse(null), byDay.getOrDefault(d, List.of()))).toList();
    return new Agenda(month, from, to, days, entries.stream().filter(e -> e.late() && Days.lastDay(e.dueAt()).isBefore(first)).count());
  }

  private static LocalDate sunday(LocalDate day) {
    return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
  }

  public LocalDate before() {
    return month ? from.minusMonths(1) : from.minusDays(WEEK);
  }

  public LocalDate after() {
    return month ? from.plusMonths(1) : from.plusDays(WEEK);
  }

  /** Whether there is anything in the days that are shown. */
  public boolean empty() {
    return days.stream().allMatch(d -> d.entries().isEmpty());
  }
}
