package jp.tsunagu.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

class JapaneseHolidaysTest {
  private final OfficeCalendar calendar = OfficeCalendar.usual();

  /** As the Cabinet Office lists them. */
  @Test
  void knowsTheHolidaysOfTheseYears() {
    assertThat(holidaysOf(2026)).containsExactly("01-01", "01-12", "02-11", "02-23", "03-20", "04-29", "05-03", "05-04", "05-05", "05-06",
        "07-20", "08-11", "09-21", "09-22", "09-23", "10-12", "11-03", "11-23");
    assertThat(holidaysOf(2027)).containsExactly("01-01", "01-11", "02-11", "02-23", "03-21", "03-22", "04-29", "05-03", "05-04", "05-05",
        "07-19", "08-11", "09-20", "09-23", "10-11", "11-03", "11-23");
    assertThat(holidaysOf(2025)).containsExactly("01-01", "01-13", "02-11", "02-23", "02-24", "03-20", "04-29", "05-03", "05-04", "05-05",
        "05-06", "07-21", "08-11", "09-15", "09-23", "10-13", "11-03", "11-23", "11-24");
  }

  @Test
  void knowsWhatEachIsFor() {
    var named = Map.of("2026-01-01", Holiday.NEW_YEAR, "2026-01-12", Holiday.COMING_OF_AGE, "2026-03-20", Holiday.VERNAL, "2026-05-06",
        Holiday.INSTEAD, "2026-09-21", Holiday.RESPECT, "2026-09-22", Holiday.BETWEEN, "2026-09-23", Holiday.AUTUMNAL, "2026-10-12",
        Holiday.SPORTS, "2026-12-30", Holiday.TURN_OF_THE_YEAR, "2027-01-02", Holiday.TURN_OF_THE_YEAR);
    named.forEach((day, name) -> assertThat(JapaneseHolidays.nameOf(LocalDate.parse(day))).as(day).hasValue(name));
    assertThat(JapaneseHolidays.nameOf(LocalDate.parse("2026-04-01"))).isEmpty();
  }

  @Test
  void doesNotWorkOnWeekendsHolidaysAndTheTurnOfTheYear() {
    for (String free : List.of("2026-04-04", "2026-04-05", "2026-05-06", "2026-09-22", "2026-12-29", "2026-12-31", "2027-01-03"))
      assertThat(calendar.open(LocalDate.parse(free))).as(free).isFalse();
    for (String working : List.of("2026-04-01", "2026-05-07", "2026-12-28", "2027-01-04"))
      assertThat(calendar.open(LocalDate.parse(working))).as(working).isTrue();
  }

  @Test
  void countsOverGoldenWeek() {
    var beforeGoldenWeek = Instant.parse("2026-05-01T06:00:00Z");
    assertThat(calendar.plus(beforeGoldenWeek, 2)).isEqualTo("2026-05-08T06:00:00Z");
  }

  private static List<String> holidaysOf(int year) {
    return Stream.iterate(LocalDate.of(year, 1, 1), d -> d.getYear() == year, d -> d.plusDays(1)).filter(JapaneseHolidays::holiday)
        .map(d -> d.toString().substring(5)).toList();
  }
}
