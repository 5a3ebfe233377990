package jp.tsunagu.portal.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;

import org.junit.jupiter.api.Test;

class PeriodSpec {
  @Test
  void beginsFiscalYearsInApril() {
    assertThat(Period.fiscalYearOf(LocalDate.of(2027, 3, 31))).isEqualTo(Period.fiscalYear(2026));
    assertThat(Period.fiscalYearOf(LocalDate.of(2027, 4, 1)))
        .isEqualTo(new Period(LocalDate.of(2027, 4, 1), LocalDate.of(2028, 3, 31)));
  }

  @Test
  void endsTheFourthQuarterWithTheYear() {
    assertThat(Period.quarter(2026, 1)).isEqualTo(new Period(LocalDate.of(2026, 4, 1), LocalDate.of(2026, 6, 30)));
    assertThat(Period.quarter(2026, 4).to()).isEqualTo(Period.fiscalYear(2026).to());
    assertThat(Period.month(YearMonth.of(2028, 2)).to()).isEqualTo(LocalDate.of(2028, 2, 29));
  }

  @Test
  void countsDaysAsJapanDoes() {
    Period april = Period.month(YearMonth.of(2026, 4));
    assertThat(april.includes(Instant.parse("2026-03-31T15:00:00Z"))).as("midnight in Japan").isTrue();
    assertThat(april.includes(Instant.parse("2026-03-31T14:59:59Z"))).isFalse();
    assertThat(april.includes(Instant.parse("2026-04-30T14:59:59Z"))).isTrue();
  }

  @Test
  void doesNotRunBackwards() {
    LocalDate day = LocalDate.of(2026, 4, 1);
    assertThatIllegalArgumentException().isThrownBy(() -> new Period(day, day.minusDays(1)));
  }
}
