package jp.tsunagu.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;

import org.junit.jupiter.api.Test;

class SpanTest {
  private static final Instant FRIDAY_EVENING = Instant.parse("2026-04-03T10:30:00Z");

  @Test
  void countsHoursAndDaysAsTheyPass() {
    assertThat(Span.of("24h").after(FRIDAY_EVENING, Cast.WEEKDAYS)).isEqualTo("2026-04-04T10:30:00Z");
    assertThat(Span.of("7d").after(FRIDAY_EVENING, Cast.WEEKDAYS)).isEqualTo("2026-04-10T10:30:00Z");
  }

  @Test
  void leavesOutDaysOnWhichNobodyWorks() {
    assertThat(Span.of("1bd").after(FRIDAY_EVENING, Cast.WEEKDAYS)).isEqualTo("2026-04-06T10:30:00Z");
    assertThat(Span.of("3bd").after(FRIDAY_EVENING, Cast.WEEKDAYS)).isEqualTo("2026-04-08T10:30:00Z");
  }

  @Test
  void countsTheDaysOfJapan() {
    var sundayInUtcMondayInJapan = Instant.parse("2026-04-05T16:00:00Z");
    assertThat(Span.of("1bd").after(sundayInUtcMondayInJapan, Cast.WEEKDAYS)).isEqualTo("2026-04-06T16:00:00Z");
  }

  @Test
  void refusesWhatItCannotRead() {
    for (String wrong : new String[]{"", "bd", "0d", "3", "3weeks", "-1d"})
      assertThatIllegalArgumentException().as(wrong).isThrownBy(() -> Span.of(wrong));
  }
}
