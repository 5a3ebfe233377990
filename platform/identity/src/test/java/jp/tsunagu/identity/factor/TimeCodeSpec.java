package jp.tsunagu.identity.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeCodeSpec {
  private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
  private static final Instant NOW = Instant.parse("2026-04-01T00:00:10Z");

  /** The last six of the eight digits that RFC 6238 gives in its appendix B. */
  @ParameterizedTest
  @CsvSource({"59, 287082", "1111111109, 081804", "1111111111, 050471", "1234567890, 005924", "2000000000, 279037", "20000000000, 353130"})
  void showsWhatTheStandardShows(long seconds, String code) {
    assertThat(TimeCode.at(SECRET, TimeCode.stepAt(Instant.ofEpochSecond(seconds)))).isEqualTo(code);
  }

  @Test
  void takesTheCodeOfNowAndItsNeighbours() {
    long now = TimeCode.stepAt(NOW);
    for (long step = now - 1; step <= now + 1; step++)
      assertThat(TimeCode.step(SECRET, TimeCode.at(SECRET, step), NOW)).hasValue(step);
    assertThat(TimeCode.step(SECRET, TimeCode.at(SECRET, now - 2), NOW)).isEmpty();
    assertThat(TimeCode.step(SECRET, TimeCode.at(SECRET, now + 2), NOW)).isEmpty();
    assertThat(TimeCode.step(new byte[20], TimeCode.at(SECRET, now), NOW)).isEmpty();
  }

  @Test
  void knowsACodeWhenItSeesOne() {
    assertThat(TimeCode.looksLike("012345")).isTrue();
    assertThat(TimeCode.looksLike("12345")).isFalse();
    assertThat(TimeCode.looksLike("1ABCDEFGHJKLM")).isFalse();
    assertThat(TimeCode.looksLike("１２３４５６")).isFalse();
    assertThat(CodeCheck.plain(" １２３ ４５６　")).isEqualTo("123456");
  }
}
