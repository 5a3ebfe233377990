package jp.tsunagu.portal.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;

class LonelinessSpec {
  private static final Period QUARTER = Period.quarter(2026, 1);
  private static final Measures.Change NOBODY = new Measures.Change(0, 0, 0, 0, 0, 0, 0, 0);

  private static Loneliness.Measure shown(Measures.Change change) {
    return Loneliness.of(QUARTER, new Measures.Counts(change, NOBODY)).direct();
  }

  @Test
  void showsTheDenominatorsAndTheChange() {
    assertThat(shown(new Measures.Change(40, 32, 20, 70, 56, 9, 6, 5)))
        .isEqualTo(new Loneliness.Measure(40L, 32L, 20L, 3.5, 2.8, 9L, 6L, 5L));
  }

  @Test
  void showsNoMeanOfFewPeople() {
    assertThat(shown(new Measures.Change(30, 20, 4, 16, 12, 4, 0, 0)))
        .isEqualTo(new Loneliness.Measure(30L, null, null, null, null, null, null, null));
    assertThat(shown(NOBODY)).isEqualTo(new Loneliness.Measure(0L, 0L, 0L, null, null, null, null, null));
  }

  /** 40 were asked and 38 answered: the two who did not would be known. */
  @Test
  void givesNobodyAwayBySubtraction() {
    var measure = shown(new Measures.Change(40, 38, 30, 90, 90, 10, 10, 10));
    assertThat(measure.asked()).isEqualTo(40);
    assertThat(measure.answered()).isNull();
    assertThat(measure.twice()).isEqualTo(30);
    var onlyOneWorse = shown(new Measures.Change(30, 20, 10, 40, 30, 7, 2, 1));
    assertThat(onlyOneWorse.lower()).as("with two and one, three would be too few").isNull();
    assertThat(onlyOneWorse.higher()).isNull();
  }

  @Test
  void showsNothingOfFewWhoWereAsked() {
    assertThat(shown(new Measures.Change(3, 3, 1, 3, 3, 0, 1, 0)))
        .isEqualTo(new Loneliness.Measure(null, null, null, null, null, null, null, null));
  }

  @Test
  void countsWholeQuartersThatAreOver() {
    LocalDate today = LocalDate.of(2026, 8, 20);
    assertThat(Period.fiscalYear(2026).quartersOver(today)).hasValue(QUARTER);
    assertThat(Period.fiscalYear(2025).quartersOver(today)).hasValue(Period.fiscalYear(2025));
    assertThat(Period.quarter(2026, 2).quartersOver(today)).as("goes on").isEmpty();
    assertThat(new Period(LocalDate.of(2026, 4, 1), LocalDate.of(2026, 6, 29)).quartersOver(today)).isEmpty();
    assertThat(new Period(LocalDate.of(2026, 4, 2), LocalDate.of(2026, 6, 30)).quartersOver(today)).isEmpty();
    assertThat(Period.quarterOf(LocalDate.of(2026, 3, 31))).isEqualTo(Period.quarter(2025, 4));
  }
}
