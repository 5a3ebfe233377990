package jp.tsunagu.portal.audit;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A finding that is written down.
 *
 * @param seenAt  when it was first seen, by a clock that nobody moves
 * @param endedAt when it was over, as far as that is known; null while it goes on
 * @param told    whether the administrators were told of it
 */
public record Gap(Finding finding, State state, Instant seenAt, @Nullable Instant endedAt, Done done, boolean told) {
  public enum State {
    /** Seen once. What is on its way looks the same for a moment. */
    SUSPECTED, OPEN, ENDED
  }

  /** What was done about it. */
  public enum Done {
    NOTHING,
    /** What was missing was asked for again, and came. */
    ASKED_AGAIN,
    /** It was asked for again and did not come. */
    ASKED_IN_VAIN,
    /** The case's ledger was folded afresh from the journals. */
    FOLDED_AFRESH,
    /** It was over before anybody looked. */
    FOUND_IN_HISTORY
  }

  /** What history says is over needs no second look. */
  static Gap of(Finding finding, Instant realNow) {
    return finding.until() == null
        ? new Gap(finding, State.SUSPECTED, realNow, null, Done.NOTHING, false)
        : new Gap(finding, State.ENDED, realNow, finding.until(), Done.FOUND_IN_HISTORY, false);
  }

  /** What is found again after it was over is another gap. */
  public String id() {
    return finding.id() + "|" + seenAt.toEpochMilli();
  }

  boolean stands(Instant realNow, Duration grace) {
    return state == State.SUSPECTED && !seenAt.plus(grace).isAfter(realNow);
  }

  /** What is known of it now; its beginning stays the earliest that was ever known. */
  Gap seenAgain(Finding again, State now) {
    Instant since = again.since().isBefore(finding.since()) ? again.since() : finding.since();
    return new Gap(again.since(since), now, seenAt, null, done, told);
  }

  /** Now that it is known since when, whose it is and why. */
  public Gap explained(Finding better) {
    return new Gap(better, state, seenAt, endedAt, done, told);
  }

  public Gap after(Done deed) {
    return new Gap(finding, state, seenAt, endedAt, deed, told);
  }

  public Gap ended(Instant at) {
    Instant end = finding.until() == null ? at : finding.until();
    return new Gap(finding, State.ENDED, seenAt, end.isBefore(finding.since()) ? finding.since() : end, done, told);
  }

  public Gap toldOf() {
    return new Gap(finding, state, seenAt, endedAt, done, true);
  }

  /** How long it lasted, or has lasted by now. */
  public Duration lasted(Instant now) {
    Duration lasted = Duration.between(finding.since(), endedAt == null ? now : endedAt);
    return lasted.isNegative() ? Duration.ZERO : lasted;
  }
}
