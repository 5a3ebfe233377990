package jp.tsunagu.journal;

import java.util.List;

/** How a command ended. */
public sealed interface Outcome<E, S> {
  /**
   * Recorded, now or before.
   *
   * @param version  the stream's version after this command's commit
   * @param events   what the command led to; empty when nothing needed to change
   * @param repeated true if an earlier command with the same cause already did it
   */
  record Done<E, S>(long version, List<E> events, S state, boolean repeated) implements Outcome<E, S> {}

  record Refused<E, S>(Refusal refusal) implements Outcome<E, S> {}

  /** The caller acted on an older version than {@code actual}. */
  record Stale<E, S>(long actual) implements Outcome<E, S> {}

  /** The idempotency key was used before, for something else. */
  record KeyReused<E, S>() implements Outcome<E, S> {}
}
