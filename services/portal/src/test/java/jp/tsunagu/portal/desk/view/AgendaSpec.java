package jp.tsunagu.portal.desk.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;

import jp.tsunagu.calendar.Holiday;
import jp.tsunagu.contracts.StepKind;

class AgendaSpec {
  private static final LocalDate TODAY = LocalDate.of(2026, 4, 15);

  private static Agenda.Entry due(String at, boolean late) {
    return new Agenda.Entry("c-1", StepKind.CHECK_IN, Instant.parse(at), "org05-1", late, false);
  }

  private static Agenda.Day day(Agenda agenda, int day) {
    return agenda.days().stream().filter(d -> d.date().equals(LocalDate.of(2026, 4, day))).findFirst().orElseThrow();
  }

  @Test
  void laysAMonthOutInWholeWeeks() {
    Agenda april = Agenda.of(List.of(), true, TODAY, TODAY);
    assertThat(april.days()).hasSize(35);
    assertThat(april.days().getFirst().date()).isEqualTo("2026-03-29");
    assertThat(april.days()).filteredOn(Agenda.Day::within).hasSize(30);
    assertThat(april.days()).filteredOn(Agenda.Day::today).singleElement().extracting(Agenda.Day::date).isEqualTo(TODAY);
    assertThat(april.before()).isEqualTo("2026-03-01");
    assertThat(april.after()).isEqualTo("2026-05-01");
    assertThat(april.empty()).isTrue();
  }

  @Test
  void laysAWeekOutFromItsSunday() {
    Agenda week = Agenda.of(List.of(), false, TODAY, TODAY);
    assertThat(week.days()).hasSize(7).allMatch(Agenda.Day::within);
    assertThat(week.from()).isEqualTo("2026-04-12");
    assertThat(week.before()).isEqualTo("2026-04-05");
    assertThat(week.after()).isEqualTo("2026-04-19");
  }

  @Test
  void namesHolidays() {
    Agenda april = Agenda.of(List.of(), true, TODAY, TODAY);
    assertThat(day(april, 29).holiday()).isEqualTo(Holiday.SHOWA);
    assertThat(day(april, 29).off()).isTrue();
    assertThat(day(april, 5).off()).as("a Sunday").isTrue();
    assertThat(day(april, 6).off()).isFalse();
  }

  @Test
  void putsWhatHasAWholeDayOnThatDay() {
    Agenda april = Agenda.of(List.of(due("2026-04-20T15:00:00Z", false), due("2026-04-20T01:30:00Z", false)), true, TODAY, TODAY);
    assertThat(day(april, 20).entries()).extracting(Agenda.Entry::wholeDay).containsExactly(true, false);
    assertThat(day(april, 21).entries()).isEmpty();
  }

  @Test
  void tellsOfWhatIsOverAndBeforeAllThatIsShown() {
    var entries = List.of(due("2026-02-01T01:00:00Z", true), due("2026-03-30T01:00:00Z", true), due("2026-06-01T01:00:00Z", false));
    assertThat(Agenda.of(entries, true, TODAY, TODAY).earlier()).isEqualTo(1);
    assertThat(Agenda.of(entries, true, LocalDate.of(2026, 2, 3), TODAY).earlier()).isZero();
  }
}
