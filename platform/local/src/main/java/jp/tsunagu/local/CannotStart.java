package jp.tsunagu.local;

import org.jspecify.annotations.Nullable;

/** Why the system cannot start, in one line for the person at the keyboard. */
public final class CannotStart extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CannotStart(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
