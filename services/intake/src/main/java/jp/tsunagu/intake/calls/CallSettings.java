package jp.tsunagu.intake.calls;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;

import jp.tsunagu.intake.guesses.Guesses;

/**
 * {@code tsunagu.intake.calls}
 *
 * @param codeValid  how long a hand-over code can be redeemed
 * @param listedDays for how many days an organisation sees its own calls in a list
 * @param guesses    how many wrong codes may be tried
 */
@ConfigurationProperties("tsunagu.intake.calls")
public record CallSettings(Duration codeValid, int listedDays, Guesses.Limits guesses) {
  public CallSettings {
    if (!codeValid.isPositive()) throw new IllegalArgumentException("a code that is never valid helps nobody");
  }
}
