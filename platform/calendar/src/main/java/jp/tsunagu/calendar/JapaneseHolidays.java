package jp.tsunagu.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** 祝日 as the law on national holidays (昭和23年法律第178号) has it since 2022, and 年末年始, 29 December to 3 January. */
public final class JapaneseHolidays {
  private static final Map<MonthDay, Holiday> FIXED = Map.of(MonthDay.of(1, 1), Holiday.NEW_YEAR, MonthDay.of(2, 11), Holiday.FOUNDATION,
      MonthDay.of(2, 23), Holiday.EMPEROR, MonthDay.of(4, 29), Holiday.SHOWA, MonthDay.of(5, 3), Holiday.CONSTITUTION, MonthDay.of(5, 4),
      Holiday.GREENERY, MonthDay.of(5, 5), Holiday.CHILDREN, MonthDay.of(8, 11), Holiday.MOUNTAIN, MonthDay.of(11, 3), Holiday.CULTURE,
      MonthDay.of(11, 23), Holiday.LABOUR);
  private static final Set<MonthDay> TURN_OF_THE_YEAR = Set.of(MonthDay.of(12, 29), MonthDay.of(12, 30), MonthDay.of(12, 31),
      MonthDay.of(1, 2), MonthDay.of(1, 3));
  private static final Map<Holiday, Predicate<LocalDate>> MOVING = Map.of(Holiday.COMING_OF_AGE, day -> monday(day, 1, 2), Holiday.SEA,
      day -> monday(day, 7, 3), Holiday.RESPECT, day -> monday(day, 9, 3), Holiday.SPORTS, day -> monday(day, 10, 2), Holiday.VERNAL,
      day -> day.equals(equinox(day.getYear(), 3, 20.8431)), Holiday.AUTUMNAL, day -> day.equals(equinox(day.getYear(), 9, 23.2488)));

  private JapaneseHolidays() {}

  /** Whether offices that keep holidays are closed on this day, whatever day of the week it is. */
  public static boolean dayOff(LocalDate day) {
    return holiday(day) || TURN_OF_THE_YEAR.contains(MonthDay.from(day));
  }

  /** Named in article 2, or a day off by article 3. */
  public static boolean holiday(LocalDate day) {
    return nameOf(day).filter(name -> name != Holiday.TURN_OF_THE_YEAR).isPresent();
  }

  /** Why offices that keep holidays are closed on this day, where it is for that. */
  public static Optional<Holiday> nameOf(LocalDate day) {
    if (named(day)) return Optional.of(name(day));
    if (instead(day)) return Optional.of(Holiday.INSTEAD);
    if (named(day.minusDays(1)) && named(day.plusDays(1))) return Optional.of(Holiday.BETWEEN);
    return TURN_OF_THE_YEAR.contains(MonthDay.from(day)) ? Optional.of(Holiday.TURN_OF_THE_YEAR) : Optional.empty();
  }

  private static boolean named(LocalDate day) {
    return FIXED.containsKey(MonthDay.from(day)) || MOVING.values().stream().anyMatch(rule -> rule.test(day));
  }

  private static Holiday name(LocalDate day) {
    Holiday fixed = FIXED.get(MonthDay.from(day));
    if (fixed != null) return fixed;
    return MOVING.entrySet().stream().filter(rule -> rule.getValue().test(day)).map(Map.Entry::getKey).findFirst().orElseThrow();
  }

  /** 振替休日: a holiday on a Sunday is made up for on the next day that is none. */
  private static boolean instead(LocalDate day) {
    for (LocalDate before = day.minusDays(1); named(before); before = before.minusDays(1))
      if (before.getDayOfWeek() == DayOfWeek.SUNDAY) return true;
    return false;
  }

  private static boolean monday(LocalDate day, int month, int which) {
    return day.getMonthValue() == month && day.equals(day.with(TemporalAdjusters.dayOfWeekInMonth(which, DayOfWeek.MONDAY)));
  }

  /** The astronomers' formula for 1980 to 2099; the cabinet announces the day each February and has never deviated. */
  private static LocalDate equinox(int year, int month, double start) {
    int since = year - 1980;
    return LocalDate.of(year, month, (int) (start + 0.242194 * since) - since / 4);
  }
}
