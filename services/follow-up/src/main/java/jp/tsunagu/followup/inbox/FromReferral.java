package jp.tsunagu.followup.inbox;

import java.util.Optional;

import jp.tsunagu.contracts.Party;
import jp.tsunagu.contracts.ReferralMessage;
import jp.tsunagu.followup.CheckIn;
import jp.tsunagu.followup.News;

/** The journey's messages in a watch's own words; empty for what a watch need not know. */
final class FromReferral {
  private FromReferral() {}

  static Optional<News> news(ReferralMessage message) {
    return switch (message) {
      case ReferralMessage.JourneyOpened m -> Optional.of(new News.Opened(m.holder(), m.urgency()));
      case ReferralMessage.CustodyMoved m -> Optional.of(new News.Held(m.to()));
      case ReferralMessage.CaseClosed _ -> Optional.of(new News.Closed());
      case ReferralMessage.CaseReopened m -> Optional.of(new News.Reopened(m.holder()));
      case ReferralMessage.Proposed m -> Optional.of(new News.Asked(m.referralId(), m.toOrganisation(), m.toWorker(), m.urgency()));
      case ReferralMessage.Accepted m -> Optional.of(new News.TakenOn(m.referralId(), m.to()));
      case ReferralMessage.Declined m -> Optional.of(new News.Over(m.referralId()));
      case ReferralMessage.Withdrawn m -> Optional.of(new News.Over(m.referralId()));
      case ReferralMessage.Returned m -> Optional.of(new News.Over(m.referralId()));
      case ReferralMessage.NotReached m -> Optional.of(new News.Over(m.referralId()));
      case ReferralMessage.Completed m -> Optional.of(new News.Over(m.referralId()));
      case ReferralMessage.StepsPlanned m -> Optional.of(new News.StepsPlanned(m.steps()));
      case ReferralMessage.CheckInsPlanned m ->
        Optional.of(new News.CheckInsPlanned(m.checkIns().stream().map(FromReferral::checkIn).toList()));
      case ReferralMessage.WorkerBarred m -> Optional.of(new News.Barred(m.worker().worker()));
      case ReferralMessage.BarLifted m -> Optional.of(new News.Admitted(m.worker().worker()));
      case ReferralMessage.WithdrawalAcknowledged _ -> Optional.empty();
      case ReferralMessage.WithdrawalReassigned _ -> Optional.empty();
      case ReferralMessage.SupportMeetingNoted _ -> Optional.empty();
      case ReferralMessage.SupportMeetingEnded _ -> Optional.empty();
      case ReferralMessage.ConsentNoted _ -> Optional.empty();
      case ReferralMessage.ConsentEnded _ -> Optional.empty();
      case ReferralMessage.SecretariatAsked _ -> Optional.empty();
      case ReferralMessage.InformationRequested _ -> Optional.empty();
      case ReferralMessage.InformationGiven _ -> Optional.empty();
      case ReferralMessage.Waitlisted _ -> Optional.empty();
      case ReferralMessage.AnswerDateMoved _ -> Optional.empty();
      case ReferralMessage.ReturnProposed _ -> Optional.empty();
      case ReferralMessage.ReturnRefused _ -> Optional.empty();
      case ReferralMessage.Connected _ -> Optional.empty();
      case ReferralMessage.AccompaniedVisitPlanned _ -> Optional.empty();
      case ReferralMessage.AccompaniedVisitCancelled _ -> Optional.empty();
      case ReferralMessage.ReceiverReassigned m -> Optional.of(new News.ReceiverReplaced(m.referralId(), m.to()));
      case ReferralMessage.ReferrerReassigned m -> Optional.of(new News.ReferrerReplaced(m.referralId(), m.to()));
      case ReferralMessage.SupportEnded _ -> Optional.empty();
    };
  }

  private static CheckIn checkIn(ReferralMessage.PlannedCheckIn planned) {
    return new CheckIn(planned.checkInId(), planned.dueOn(), new Party(planned.organisation(), planned.worker()), null);
  }
}
