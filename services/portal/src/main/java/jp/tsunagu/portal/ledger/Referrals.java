package jp.tsunagu.portal.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

import jp.tsunagu.contracts.ReferralMessage;
import jp.tsunagu.portal.ledger.Referral.State;
import jp.tsunagu.runtime.inbox.Envelope;

/** All referrals of a case, in the order they were proposed. */
public record Referrals(List<Referral> all) {
  public Referrals {
    all = List.copyOf(all);
  }

  static Referrals none() {
    return new Referrals(List.of());
  }

  public Optional<Referral> byId(String referralId) {
    return all.stream().filter(r -> r.referralId().equals(referralId)).findFirst();
  }

  /** Of a referral between others it is not told that it rests on a child-abuse report. */
  Referrals seenBy(String organisation) {
    return new Referrals(all.stream().map(r -> r.between(organisation) ? r : r.on(r.basis().toldToOthers())).toList());
  }

  Referrals after(Envelope envelope) {
    return envelope.message() instanceof ReferralMessage message ? after(message) : this;
  }

  private Referrals after(ReferralMessage message) {
    return switch (message) {
      case ReferralMessage.Proposed m -> with(Referral.proposed(m));
      case ReferralMessage.Accepted m -> change(m.referralId(), r -> r.accepted(m));
      case ReferralMessage.Declined m -> change(m.referralId(), r -> r.declined(m));
      case ReferralMessage.InformationRequested m -> change(m.referralId(), r -> r.in(State.INFO_REQUESTED));
      case ReferralMessage.InformationGiven m ->
        change(m.referralId(), r -> r.in(r.reviewOn() == null ? State.PROPOSED : State.WAITLISTED));
      case ReferralMessage.AnswerDateMoved m -> change(m.referralId(), r -> r.answerBy(m.answerBy()));
      case ReferralMessage.Waitlisted m -> change(m.referralId(), r -> r.waiting(m.reviewOn()));
      case ReferralMessage.Withdrawn m -> change(m.referralId(), r -> r.in(State.WITHDRAWN));
      case ReferralMessage.ReturnProposed m -> change(m.referralId(), r -> r.in(State.RETURNING));
      case ReferralMessage.Returned m -> change(m.referralId(), r -> r.in(State.RETURNED));
      case ReferralMessage.ReturnRefused m -> change(m.referralId(), r -> r.in(r.connectedAt() == null ? State.ACCEPTED : State.CONNECTED));
      case ReferralMessage.Connected m -> change(m.referralId(), r -> r.connected(m.at()));
      case ReferralMessage.AccompaniedVisitPlanned m -> change(m.referralId(), r -> r.visitedAt(m.at()));
      case ReferralMessage.AccompaniedVisitCancelled m -> change(m.referralId(), r -> r.visitedAt(null));
      case ReferralMessage.NotReached m -> change(m.referralId(), r -> r.in(State.NOT_REACHED));
      case ReferralMessage.Completed m -> change(m.referralId(), r -> r.completed(m.outcome()));
      case ReferralMessage.ReceiverReassigned m -> change(m.referralId(), r -> r.receivedBy(m.to()));
      case ReferralMessage.ReferrerReassigned m -> change(m.referralId(), r -> r.referredBy(m.to()));
      case ReferralMessage.WithdrawalAcknowledged _,ReferralMessage.WithdrawalReassigned _,ReferralMessage.SupportMeetingNoted _,ReferralMessage.SupportMeetingEnded _,ReferralMessage.WorkerBarred _,ReferralMessage.BarLifted _,ReferralMessage.JourneyOpened _,ReferralMessage.ConsentNoted _,ReferralMessage.ConsentEnded _,ReferralMessage.SecretariatAsked _,ReferralMessage.CustodyMoved _,ReferralMessage.SupportEnded _,ReferralMessage.CheckInsPlanned _,ReferralMessage.CaseClosed _,ReferralMessage.CaseReopened _,ReferralMessage.StepsPlanned _ ->
        this;
    };
  }

  private Referrals with(Referral one) {
    var more = new ArrayList<>(all);
    more.add(one);
    return new Referrals(more);
  }

  private Referrals change(String referralId, UnaryOperator<Referral> change) {
    return new Referrals(all.stream().map(r -> r.referralId().equals(referralId) ? change.apply(r) : r).toList());
  }
}
