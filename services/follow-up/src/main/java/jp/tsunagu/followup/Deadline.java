package jp.tsunagu.followup;

import java.time.Instant;

import jp.tsunagu.contracts.FollowUpMessage.Rung;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.contracts.Step;

/**
 * A date somebody answers for. It is armed, passes, climbs, and rests while somebody who acknowledged it sees to it; it goes
 * away only when the step itself is done.
 */
public sealed interface Deadline {
  Step step();

  /** When something has to happen next, if nothing else does until then. */
  Instant nextAt();

  record Armed(Step step) implements Deadline {
    @Override
    public Instant nextAt() {
      return step.dueAt();
    }
  }

  /** @param rung who was told last */
  record Overdue(Step step, Instant passedAt, Rung rung, Instant nextAt) implements Deadline {}

  /** @param by who acknowledged */
  record Resting(Step step, Party by, Instant nextAt) implements Deadline {}
}
