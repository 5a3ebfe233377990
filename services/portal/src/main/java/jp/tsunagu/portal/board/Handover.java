package jp.tsunagu.portal.board;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.contracts.DeclineReason;
import jp.tsunagu.contracts.OutcomeCode;
import jp.tsunagu.portal.ledger.Referral;

/**
 * One hand-over with its times.
 *
 * @param fromWorker  who referred
 * @param toWorker    who was asked by name, then who took it on; null while neither
 * @param acceptedAt  null unless it was ever accepted
 * @param declinedAt  null unless it was declined
 * @param connectedAt when the receiving worker met the person; null before
 */
public record Handover(String from, String fromWorker, String to, @Nullable String toWorker, Referral.State state, Instant proposedAt,
    Instant answerBy, @Nullable Instant acceptedAt,
    @Nullable Instant declinedAt, @Nullable Instant connectedAt, @Nullable DeclineReason reason, @Nullable OutcomeCode outcome) {

  boolean accepted() {
    return acceptedAt != null;
  }

  boolean connected() {
    return connectedAt != null;
  }

  boolean waits() {
    return state.unanswered();
  }

  /** Whether the answer is late now; a place on a waiting list is an answer. */
  boolean late(Instant now) {
    return waits() && state != Referral.State.WAITLISTED && answerBy.isBefore(now);
  }

  boolean cameBack() {
    return state == Referral.State.RETURNED;
  }

  /** From the proposal to yes or no. */
  Optional<Duration> toAnswer() {
    Instant answeredAt = acceptedAt == null ? declinedAt : acceptedAt;
    return answeredAt == null ? Optional.empty() : Optional.of(Duration.between(proposedAt, answeredAt));
  }

  /** From yes to the first meeting; one that was before yes took no time. */
  Optional<Duration> toContact() {
    if (acceptedAt == null || connectedAt == null) return Optional.empty();
    return Optional.of(connectedAt.isBefore(acceptedAt) ? Duration.ZERO : Duration.between(acceptedAt, connectedAt));
  }
}
