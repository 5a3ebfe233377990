package jp.tsunagu.referral;

import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.contracts.Party;

/**
 * Where a referral stands. Never set by anyone: it follows from what happened. In brackets the status of a FHIR Task.
 *
 * <p>
 * {@link Asked}: the receiving side owes an answer. {@link Taken}: it accepted, somebody there is the receiver. {@link Ended}:
 * nothing more can happen to it.
 */
public sealed interface ReferralState {
  sealed interface Asked extends ReferralState {
    /** The worker of the receiving organisation who owes the answer. */
    Party answerer();
  }

  sealed interface Taken extends ReferralState {
    Party receiver();

    /** The receiver has met the person. */
    boolean connected();
  }

  sealed interface Ended extends ReferralState {}

  /** 受入確認中 [requested] */
  record Proposed(Party answerer, Instant answerBy, @Nullable Instant countedFrom) implements Asked {}

  /** On the receiving side's list [on-hold]; looked at again on a date. */
  record Waitlisted(Party answerer, Instant reviewAt) implements Asked {}

  /** The receiving side asked something; what it owes itself keeps running. */
  record InfoRequested(Asked before, Instant questionBy) implements Asked {
    public InfoRequested {
      if (before instanceof InfoRequested) throw new IllegalArgumentException("one question at a time");
    }

    @Override
    public Party answerer() {
      return before.answerer();
    }
  }

  /** 受入 [accepted]; the dates run until the receiver met the person. */
  record Accepted(Party receiver, Instant firstContactBy, Instant visitBy, Instant watcherBy) implements Taken {
    @Override
    public boolean connected() {
      return false;
    }
  }

  /** つながった [in-progress] */
  record Connected(Party receiver) implements Taken {
    @Override
    public boolean connected() {
      return true;
    }
  }

  /** もどし is proposed; until the referring side answers, everything owed before is owed. */
  record Returning(Taken before, Instant returnAnswerBy) implements Taken {
    public Returning {
      if (before instanceof Returning) throw new IllegalArgumentException("one return at a time");
    }

    @Override
    public Party receiver() {
      return before.receiver();
    }

    @Override
    public boolean connected() {
      return before.connected();
    }
  }

  /** [completed] */
  record Completed() implements Ended {}

  /** 受入できない [rejected] */
  record Declined() implements Ended {}

  /** [cancelled] */
  record Withdrawn() implements Ended {}

  /** もどし, taken back */
  record Returned() implements Ended {}

  /** No first contact, reviewed by two [failed] */
  record NotReached() implements Ended {}

  /** By when the proposal has to be answered; empty where it was, also by "not yet". A question does not stop the time. */
  default Optional<Instant> answerOwedBy() {
    return switch (this) {
      case Proposed proposed -> Optional.of(proposed.answerBy());
      case InfoRequested asked -> asked.before().answerOwedBy();
      case Waitlisted _ -> Optional.empty();
      case Taken _ -> Optional.empty();
      case Ended _ -> Optional.empty();
    };
  }

  /** The name of the state for the outside. */
  default String code() {
    return switch (this) {
      case Proposed _ -> "PROPOSED";
      case InfoRequested _ -> "INFO_REQUESTED";
      case Waitlisted _ -> "WAITLISTED";
      case Accepted _ -> "ACCEPTED";
      case Connected _ -> "CONNECTED";
      case Returning _ -> "RETURNING";
      case Completed _ -> "COMPLETED";
      case Declined _ -> "DECLINED";
      case Withdrawn _ -> "WITHDRAWN";
      case Returned _ -> "RETURNED";
      case NotReached _ -> "NOT_REACHED";
    };
  }
}
