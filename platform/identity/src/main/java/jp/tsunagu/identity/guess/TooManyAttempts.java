package jp.tsunagu.identity.guess;

import java.time.Duration;

import org.springframework.security.core.AuthenticationException;

/** Not tried, so it says nothing about what was typed. */
public final class TooManyAttempts extends AuthenticationException {
  private static final long serialVersionUID = 1L;

  private final Duration wait;

  public TooManyAttempts(Duration wait) {
    super("too many attempts");
    this.wait = wait;
  }

  public long seconds() {
    return Math.max(1, wait.plusMillis(999).toSeconds());
  }
}
