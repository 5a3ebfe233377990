package jp.tsunagu.intake.calls;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code tsunagu.intake.calls}
 *
 * @param codeValid  how long a hand-over code can be redeemed
 * @param listedDays for how many days an organisation sees its own calls in a list
 */
@ConfigurationProperties("tsunagu.intake.calls")
public record CallSettings(Duration codeValid, int listedDays, Guessing guesses) {
  /**
   * How many wrong codes may be tried in a while.
   *
   * @param every how long the while is
   */
  public record Guessing(Duration every, int worker, int organisation, int everyone) {}

  public CallSettings {
    if (!codeValid.isPositive()) throw new IllegalArgumentException("a code that is never valid helps nobody");
  }
}
