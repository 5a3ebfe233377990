package jp.tsunagu.notification.preference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** When what is not urgent may go out. Times are Japan's. */
class PreferencesSpec {
  private static final QuietHours NIGHT = new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0));
  private static final QuietHours NOON = new QuietHours(LocalTime.of(12, 0), LocalTime.of(13, 0));

  private static Instant japan(String time) {
    return Instant.parse("2026-11-" + time + ":00+09:00");
  }

  private static Instant goes(@Nullable QuietHours quiet, @Nullable LocalTime digestAt, String raised) {
    return new Preferences(Set.of(), quiet, digestAt).notBefore(japan(raised), Duration.ZERO);
  }

  @Test
  void goesAtOnceWhereNothingWasSaid() {
    assertThat(goes(null, null, "24T23:00")).isEqualTo(japan("24T23:00"));
  }

  @Test
  void waitsForCompanyAsLongAsAll() {
    assertThat(Preferences.USUAL.notBefore(japan("24T10:00"), Duration.ofMinutes(1))).isEqualTo(japan("24T10:01"));
  }

  @Test
  void waitsForTheEndOfTheNight() {
    assertThat(goes(NIGHT, null, "24T22:00")).isEqualTo(japan("25T07:00"));
    assertThat(goes(NIGHT, null, "25T06:59")).isEqualTo(japan("25T07:00"));
    assertThat(goes(NIGHT, null, "25T07:00")).isEqualTo(japan("25T07:00"));
    assertThat(goes(NIGHT, null, "24T21:59")).isEqualTo(japan("24T21:59"));
    assertThat(goes(NOON, null, "24T12:30")).isEqualTo(japan("24T13:00"));
    assertThat(goes(NOON, null, "24T13:00")).isEqualTo(japan("24T13:00"));
  }

  @Test
  void comesOnceADay() {
    assertThat(goes(null, LocalTime.of(8, 30), "24T08:00")).isEqualTo(japan("24T08:30"));
    assertThat(goes(null, LocalTime.of(8, 30), "24T08:31")).isEqualTo(japan("25T08:30"));
  }

  @Test
  void comesAfterTheNightWhereTheHourOfTheDigestIsInIt() {
    assertThat(goes(NIGHT, LocalTime.of(23, 0), "24T20:00")).isEqualTo(japan("25T07:00"));
  }

  @Test
  void hasNoQuietHoursWithoutLength() {
    assertThatThrownBy(() -> new QuietHours(LocalTime.NOON, LocalTime.NOON)).isInstanceOf(IllegalArgumentException.class);
  }
}
