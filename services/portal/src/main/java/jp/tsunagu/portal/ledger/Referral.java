package jp.tsunagu.portal.ledger;

import java.time.Instant;
import java.time.LocalDate;

import jp.tsunagu.contracts.BasisKind;
import jp.tsunagu.contracts.DeclineReason;
import jp.tsunagu.contracts.Interpreter;
import jp.tsunagu.contracts.OutcomeCode;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.contracts.ReferralMessage.Accepted;
import jp.tsunagu.contracts.ReferralMessage.Declined;
import jp.tsunagu.contracts.ReferralMessage.Proposed;
import jp.tsunagu.contracts.Urgency;
import jp.tsunagu.contracts.Worry;
import org.jspecify.annotations.Nullable;

/**
 * One hand-over as seen from outside: codes and dates, no texts.
 *
 * @param to          the receiving organisation
 * @param toWorker    its worker: asked by name, then the one who took it; null when the organisation was asked
 * @param interpreter null when none is needed
 * @param connectedAt when the receiving worker met the person
 * @param reviewOn    when a waiting referral is looked at again
 * @param visitAt     when the workers of both sides go to see the person together
 */
public record Referral(String referralId, State state, String from, String fromWorker, String to, @Nullable String toWorker,
    @Nullable String programme, Worry need, Urgency urgency, BasisKind basis,
    @Nullable Interpreter interpreter, Instant answerBy, @Nullable Instant firstContactBy,
    @Nullable Instant connectedAt, @Nullable LocalDate reviewOn, @Nullable DeclineReason reason, @Nullable Suggestion suggestion,
    @Nullable OutcomeCode outcome, @Nullable Instant visitAt) {

  /** Where a receiving organisation that cannot take the referral thinks it belongs. */
  public record Suggestion(String organisation, @Nullable String worker) {}

  /** The states of DOMAIN.md; {@link #RETURNING} waits for the referring side's word. */
  public enum State {
    PROPOSED, INFO_REQUESTED, WAITLISTED, ACCEPTED, CONNECTED, COMPLETED, DECLINED, WITHDRAWN, RETURNING, RETURNED, NOT_REACHED;

    /** Still waiting for the receiving side to take it or not. */
    public boolean unanswered() {
      return this == PROPOSED || this == INFO_REQUESTED || this == WAITLISTED;
    }

    /** The receiving side has it. */
    public boolean taken() {
      return this == ACCEPTED || this == CONNECTED || this == RETURNING;
    }

    public boolean over() {
      return !unanswered() && !taken();
    }
  }

  static Referral proposed(Proposed m) {
    return new Referral(m.referralId(), State.PROPOSED, m.from().organisation(), m.from().worker(), m.toOrganisation(), m.toWorker(),
        m.programme(), m.need(), m.urgency(), m.basis(), m.interpreter(), m.answerBy(), null, null, null, null, null, null, null);
  }

  public boolean between(String organisation) {
    return from.equals(organisation) || to.equals(organisation);
  }

  Referral on(BasisKind other) {
    return new Referral(referralId, state, from, fromWorker, to, toWorker, programme, need, urgency, other, interpreter, answerBy,
        firstContactBy, connectedAt, reviewOn, reason, suggestion, outcome, visitAt);
  }

  Referral accepted(Accepted m) {
    return new Referral(referralId, State.ACCEPTED, from, fromWorker, to, m.to().worker(), programme, need, urgency, basis, interpreter,
        answerBy,
        m.firstContactBy(), connectedAt, null, reason, suggestion, outcome, visitAt);
  }

  Referral declined(Declined m) {
    var suggested = m.suggestedOrganisation() == null ? null : new Suggestion(m.suggestedOrganisation(), m.suggestedWorker());
    return new Referral(referralId, State.DECLINED, from, fromWorker, to, toWorker, programme, need, urgency, basis, interpreter, answerBy,
        firstContactBy, connectedAt, reviewOn, m.reason(), suggested, outcome, visitAt);
  }

  Referral answerBy(Instant moved) {
    return new Referral(referralId, state, from, fromWorker, to, toWorker, programme, need, urgency, basis, interpreter, moved,
        firstContactBy,
        connectedAt, reviewOn, reason, suggestion, outcome, visitAt);
  }

  Referral waiting(LocalDate until) {
    return new Referral(referralId, State.WAITLISTED, from, fromWorker, to, toWorker, programme, need, urgency, basis, interpreter,
        answerBy,
        firstContactBy, connectedAt, until, reason, suggestion, outcome, visitAt);
  }

  /** Contact can be made while the receiving side has asked to give the person back. */
  Referral connected(Instant at) {
    return new Referral(referralId, state == State.RETURNING ? state : State.CONNECTED, from, fromWorker, to, toWorker, programme, need,
        urgency, basis, interpreter, answerBy,
        firstContactBy, at, reviewOn, reason, suggestion, outcome, visitAt);
  }

  Referral completed(OutcomeCode with) {
    return new Referral(referralId, State.COMPLETED, from, fromWorker, to, toWorker, programme, need, urgency, basis, interpreter, answerBy,
        firstContactBy, connectedAt, reviewOn, reason, suggestion, with, visitAt);
  }

  Referral receivedBy(Party by) {
    return new Referral(referralId, state, from, fromWorker, to, by.worker(), programme, need, urgency, basis, interpreter, answerBy,
        firstContactBy,
        connectedAt, reviewOn, reason, suggestion, outcome, visitAt);
  }

  Referral referredBy(Party by) {
    return new Referral(referralId, state, from, by.worker(), to, toWorker, programme, need, urgency, basis, interpreter, answerBy,
        firstContactBy,
        connectedAt, reviewOn, reason, suggestion, outcome, visitAt);
  }

  Referral in(State now) {
    return new Referral(referralId, now, from, fromWorker, to, toWorker, programme, need, urgency, basis, interpreter, answerBy,
        firstContactBy,
        connectedAt, reviewOn, reason, suggestion, outcome, visitAt);
  }

  Referral visitedAt(@Nullable Instant when) {
    return new Referral(referralId, state, from, fromWorker, to, toWorker, programme, need, urgency, basis, interpreter, answerBy,
        firstContactBy, connectedAt, reviewOn, reason, suggestion, outcome, when);
  }
}
