package jp.tsunagu.notification.telling;

import java.util.Optional;

import jp.tsunagu.contracts.Party;
import jp.tsunagu.contracts.ReferralMessage;

/** Whose act a message of the journey tells of, where it says so. */
final class Acts {
  private Acts() {}

  static Optional<Party> by(ReferralMessage message) {
    return switch (message) {
      case ReferralMessage.Proposed m -> Optional.of(m.from());
      case ReferralMessage.Accepted m -> Optional.of(m.to());
      case ReferralMessage.Returned m -> Optional.of(m.to());
      case ReferralMessage.Declined m -> Optional.of(m.by());
      case ReferralMessage.InformationRequested m -> Optional.of(m.by());
      case ReferralMessage.InformationGiven m -> Optional.of(m.by());
      case ReferralMessage.Waitlisted m -> Optional.of(m.by());
      case ReferralMessage.Withdrawn m -> Optional.of(m.by());
      case ReferralMessage.ReturnProposed m -> Optional.of(m.by());
      case ReferralMessage.ReturnRefused m -> Optional.of(m.by());
      case ReferralMessage.Connected m -> Optional.of(m.by());
      case ReferralMessage.AccompaniedVisitPlanned m -> Optional.of(m.by());
      case ReferralMessage.AccompaniedVisitCancelled m -> Optional.of(m.by());
      case ReferralMessage.NotReached m -> Optional.of(m.by());
      case ReferralMessage.Completed m -> Optional.of(m.by());
      case ReferralMessage.SupportEnded m -> Optional.of(m.by());
      case ReferralMessage.CaseClosed m -> Optional.of(m.by());
      case ReferralMessage.WithdrawalAcknowledged m -> Optional.of(m.by());
      case ReferralMessage.JourneyOpened _,ReferralMessage.CaseReopened _,ReferralMessage.CustodyMoved _ -> Optional.empty();
      case ReferralMessage.ReceiverReassigned _,ReferralMessage.ReferrerReassigned _,ReferralMessage.WithdrawalReassigned _ ->
        Optional.empty();
      case ReferralMessage.SupportMeetingNoted _,ReferralMessage.SupportMeetingEnded _ -> Optional.empty();
      case ReferralMessage.WorkerBarred _,ReferralMessage.BarLifted _ -> Optional.empty();
      case ReferralMessage.ConsentNoted _,ReferralMessage.ConsentEnded _ -> Optional.empty();
      case ReferralMessage.AnswerDateMoved _,ReferralMessage.SecretariatAsked _,ReferralMessage.CheckInsPlanned _,ReferralMessage.StepsPlanned _ ->
        Optional.empty();
    };
  }
}
