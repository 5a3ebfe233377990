package jp.tsunagu.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;

import org.junit.jupiter.api.Test;

class SpanTest {
  private static final OfficeCalendar USUAL = OfficeCalendar.usual();
  private static final Instant FRIDAY_AFTERNOON = Instant.parse("2026-04-03T07:00:00Z");
  private static final Instant FRIDAY_EVENING = Instant.parse("2026-04-03T10:30:00Z");

  @Test
  void countsHoursAndDaysAsTheyPass() {
    assertThat(Span.of("24h").after(FRIDAY_EVENING, USUAL)).isEqualTo("2026-04-04T10:30:00Z");
    assertThat(Span.of("7d").after(FRIDAY_EVENING, USUAL)).isEqualTo("2026-04-10T10:30:00Z");
  }

  @Test
  void leavesOutDaysOnWhichNobodyWorks() {
    assertThat(Span.of("1bd").after(FRIDAY_AFTERNOON, USUAL)).isEqualTo("2026-04-06T07:00:00Z");
    assertThat(Span.of("3bd").after(FRIDAY_AFTERNOON, USUAL)).isEqualTo("2026-04-08T07:00:00Z");
  }

  @Test
  void endsAtClosingTimeWhereTheOfficeIsClosedAtThatHour() {
    assertThat(Span.of("1bd").after(FRIDAY_EVENING, USUAL)).isEqualTo("2026-04-06T08:00:00Z");
  }

  @Test
  void countsTheHoursInWhichTheOfficeIsOpen() {
    assertThat(Span.of("1oh").after(FRIDAY_AFTERNOON, USUAL)).isEqualTo("2026-04-03T08:00:00Z");
    assertThat(Span.of("2oh").after(FRIDAY_AFTERNOON, USUAL)).isEqualTo("2026-04-06T01:00:00Z");
    assertThat(Span.of("8oh").after(FRIDAY_EVENING, USUAL)).isEqualTo("2026-04-06T08:00:00Z");
    assertThat(Span.of("9oh").after(FRIDAY_EVENING, USUAL)).isEqualTo("2026-04-07T01:00:00Z");
  }

  @Test
  void countsTheDaysOfJapan() {
    var sundayInUtcMondayInJapan = Instant.parse("2026-04-05T16:00:00Z");
    assertThat(Span.of("1bd").after(sundayInUtcMondayInJapan, USUAL)).isEqualTo("2026-04-07T08:00:00Z");
  }

  @Test
  void isWrittenAsItIsRead() {
    for (String written : new String[]{"24h", "7d", "3bd", "8oh"}) assertThat(Span.of(written).written()).isEqualTo(written);
    assertThat(Span.of("０72h").written()).isEqualTo("72h");
  }

  @Test
  void refusesWhatItCannotRead() {
    for (String wrong : new String[]{"", "bd", "0d", "3", "3weeks", "-1d"})
      assertThatIllegalArgumentException().as(wrong).isThrownBy(() -> Span.of(wrong));
  }
}
