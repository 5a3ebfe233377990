package jp.tsunagu.referral;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.contracts.ClosingReason;

/**
 * How a case may end: with the person's word, or, where the person cannot give it, reviewed by a second worker.
 *
 * @param reviewer a worker id, for {@link AgreedBy#REVIEW}
 */
public record Closure(ClosingReason reason, AgreedBy agreedBy, @Nullable String reviewer) {
  public enum AgreedBy {
    PERSON, REVIEW
  }

  /** 中断 and a death cannot be agreed with the person. */
  static boolean needsReview(ClosingReason reason) {
    return switch (reason) {
      case SUSPENDED, DIED -> true;
      case GOAL_MET, PERSONS_WISH, MOVED_AWAY -> false;
    };
  }
}
