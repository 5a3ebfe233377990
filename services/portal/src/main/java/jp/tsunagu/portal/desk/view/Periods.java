package jp.tsunagu.portal.desk.view;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.chrono.JapaneseDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jp.tsunagu.portal.board.Period;

/** The periods that can be chosen, by what they are called in an address: {@code 2026}, {@code 2026-q1}, {@code 2026-04}. */
public record Periods(LocalDate today) {
  private static final Pattern NAME = Pattern.compile("(20\\d\\d)(?:-(?:q([1-4])|(\\d\\d)))?");
  private static final DateTimeFormatter ERA = DateTimeFormatter.ofPattern("Gy", Locale.JAPAN);
  private static final int BACK = 3;

  /**
   * @param kind   {@code year}, {@code quarter} or {@code month}
   * @param year   such as 2026
   * @param era    the same as 令和8
   * @param number of the quarter or the month
   */
  public record Choice(String name, String kind, String year, String era, String number) {
    static Choice of(String name, String kind, LocalDate from, int number) {
      return new Choice(name, kind, Integer.toString(from.getYear()), ERA.format(JapaneseDate.from(from)), Integer.toString(number));
    }
  }

  /** The fiscal year that goes on, where the name is none of ours. */
  public Period of(String name) {
    Matcher m = NAME.matcher(name);
    if (!m.matches()) return Period.fiscalYearOf(today);
    int year = Integer.parseInt(m.group(1));
    if (m.group(2) != null) return Period.quarter(year, Integer.parseInt(m.group(2)));
    return m.group(3) == null ? Period.fiscalYear(year) : month(year, m.group(3));
  }

  private Period month(int year, String month) {
    try {
      return Period.month(YearMonth.of(year, Integer.parseInt(month)));
    } catch (DateTimeException noMonth) {
      return Period.fiscalYearOf(today);
    }
  }

  /** Of this fiscal year and the ones before: all of it, its quarters, its months, as far as they have begun. */
  public List<Choice> choices() {
    List<Choice> all = new ArrayList<>();
    int now = Period.fiscalYearOf(today).from().getYear();
    for (int year = now; year > now - BACK; year--) {
      all.add(Choice.of(Integer.toString(year), "year", Period.fiscalYear(year).from(), 0));
      for (int quarter = 1; quarter <= 4; quarter++)
        if (begun(Period.quarter(year, quarter)))
          all.add(Choice.of(year + "-q" + quarter, "quarter", Period.fiscalYear(year).from(), quarter));
      for (int i = 0; i < 12; i++) {
        YearMonth month = YearMonth.from(Period.fiscalYear(year).from()).plusMonths(i);
        if (begun(Period.month(month))) all.add(Choice.of(month.toString(), "month", month.atDay(1), month.getMonthValue()));
      }
    }
    return all;
  }

  private boolean begun(Period period) {
    return !period.from().isAfter(today);
  }
}
