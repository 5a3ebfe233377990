package jp.tsunagu.contracts;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Something owed to a person by a date.
 *
 * @param key
 *            unique within the case and stable while the step stays open, e.g.
 *            {@code answer:r-1}
 * @param backstop
 *            who is told too when the date passes, e.g. the referring worker of
 *            a first contact
 */
public record Step(String key, StepKind what, String organisation, String worker, Instant dueAt,
    @Nullable String referralId, @Nullable Party backstop) {
  public Party owner() {
    return new Party(organisation, worker);
  }
}
