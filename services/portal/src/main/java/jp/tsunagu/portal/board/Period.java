package jp.tsunagu.portal.board;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import jp.tsunagu.calendar.OfficeCalendar;

/**
 * Whole days of Japan, from the first to the last.
 *
 * @param from the first day
 * @param to   the last day, not before the first
 */
public record Period(LocalDate from, LocalDate to) {
  private static final Month FISCAL = Month.APRIL;

  /** @throws IllegalArgumentException if it ends before it begins */
  public Period {
    if (to.isBefore(from)) throw new IllegalArgumentException("a period ends before it begins");
  }

  /** 年度: from April of this year to March of the next. */
  public static Period fiscalYear(int year) {
    LocalDate from = LocalDate.of(year, FISCAL, 1);
    return new Period(from, from.plusYears(1).minusDays(1));
  }

  /** The fiscal year that this day is in. */
  public static Period fiscalYearOf(LocalDate day) {
    return fiscalYear(day.getMonth().compareTo(FISCAL) < 0 ? day.getYear() - 1 : day.getYear());
  }

  /** @param quarter 1 to 4, the first from April */
  public static Period quarter(int fiscalYear, int quarter) {
    LocalDate from = LocalDate.of(fiscalYear, FISCAL, 1).plusMonths(3L * (quarter - 1));
    return new Period(from, from.plusMonths(3).minusDays(1));
  }

  public static Period month(YearMonth month) {
    return new Period(month.atDay(1), month.atEndOfMonth());
  }

  /** The quarter of a fiscal year that this day is in. */
  static Period quarterOf(LocalDate day) {
    Period year = fiscalYearOf(day);
    return quarter(year.from().getYear(), (int) ChronoUnit.MONTHS.between(year.from(), day) / 3 + 1);
  }

  /** The quarters of it that are over; none where it does not consist of whole ones. */
  public Optional<Period> quartersOver(LocalDate today) {
    LocalDate over = quarterOf(today).from().minusDays(1);
    LocalDate last = to.isBefore(over) ? to : over;
    boolean whole = from.equals(quarterOf(from).from()) && to.equals(quarterOf(to).to());
    return whole && !last.isBefore(from) ? Optional.of(new Period(from, last)) : Optional.empty();
  }

  public boolean includes(Instant at) {
    return includes(OfficeCalendar.dayOf(at));
  }

  public boolean includes(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }
}
