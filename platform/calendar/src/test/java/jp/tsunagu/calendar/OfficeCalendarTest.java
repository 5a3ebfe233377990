package jp.tsunagu.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

import org.junit.jupiter.api.Test;

import jp.tsunagu.contracts.OpeningHours;

/** Offices that do not keep the usual hours. */
class OfficeCalendarTest {
  private static final OpeningHours.Day TUESDAY_EVENING = new OpeningHours.Day(DayOfWeek.TUESDAY, LocalTime.of(18, 0), LocalTime.of(21, 0));
  private static final OpeningHours.Day SUNDAY = new OpeningHours.Day(DayOfWeek.SUNDAY, LocalTime.of(10, 0), LocalTime.of(16, 0));
  private static final OfficeCalendar HELPLINE = new OfficeCalendar(new OpeningHours(List.of(TUESDAY_EVENING, SUNDAY), true, List.of()));
  private static final Instant WEDNESDAY = Instant.parse("2026-04-01T01:00:00Z");

  @Test
  void areOpenWhenTheySay() {
    assertThat(HELPLINE.open(Instant.parse("2026-04-07T10:00:00Z"))).isTrue();
    assertThat(HELPLINE.open(Instant.parse("2026-04-07T01:00:00Z"))).isFalse();
    assertThat(HELPLINE.open(LocalDate.parse("2026-04-05"))).isTrue();
    assertThat(HELPLINE.open(LocalDate.parse("2026-04-06"))).isFalse();
  }

  @Test
  void countTheirOwnDays() {
    assertThat(HELPLINE.plus(WEDNESDAY, 1)).isEqualTo("2026-04-05T01:00:00Z");
    assertThat(HELPLINE.plus(WEDNESDAY, 2)).isEqualTo("2026-04-07T12:00:00Z");
  }

  @Test
  void countTheirOwnHours() {
    assertThat(HELPLINE.plusOpen(WEDNESDAY, Duration.ofHours(7))).isEqualTo("2026-04-07T10:00:00Z");
  }

  @Test
  void mayWorkOnHolidays() {
    assertThat(HELPLINE.open(LocalDate.parse("2026-05-05"))).as("こどもの日, a Tuesday").isTrue();
    assertThat(OfficeCalendar.usual().open(LocalDate.parse("2026-05-05"))).isFalse();
  }

  @Test
  void closeOnDaysOfTheirOwn() {
    var closed = new OfficeCalendar(new OpeningHours(List.of(SUNDAY), true, List.of(LocalDate.parse("2026-04-05"))));
    assertThat(closed.plus(WEDNESDAY, 1)).isEqualTo("2026-04-12T01:00:00Z");
  }

  @Test
  void haveDatesAtClosingTime() {
    assertThat(HELPLINE.closeOf(LocalDate.parse("2026-04-07"))).isEqualTo("2026-04-07T12:00:00Z");
    assertThat(HELPLINE.closeOf(LocalDate.parse("2026-04-06"))).as("closed").isEqualTo("2026-04-06T08:00:00Z");
  }
}
