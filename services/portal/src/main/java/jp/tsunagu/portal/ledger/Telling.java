package jp.tsunagu.portal.ledger;

import jp.tsunagu.contracts.FollowUpMessage;
import jp.tsunagu.contracts.IntakeMessage;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.contracts.ReferralMessage;
import jp.tsunagu.runtime.inbox.Envelope;
import org.jspecify.annotations.Nullable;

/** How each message is told on the timeline; null for those that are bookkeeping. Total, so a new message must find its place. */
final class Telling {
  private Telling() {}

  static @Nullable Happening of(Envelope e, IntakeMessage message) {
    return switch (message) {
      case IntakeMessage.CaseOpened m -> Happening.of(e, m.holder()).code(m.urgency());
      case IntakeMessage.PersonRecorded m -> Happening.of(e, m.by()).code(Boolean.TRUE.equals(m.hidden()) ? "HIDDEN" : null);
      case IntakeMessage.HiddenAddressAttempted m -> Happening.of(e, m.by());
      // Who of another organisation did it is not this case's to tell.
      case IntakeMessage.CaseLinked m -> Happening.of(e, m.echo() ? null : m.by()).code(m.otherCaseId());
      case IntakeMessage.CaseUnlinked m -> Happening.of(e, m.echo() ? null : m.by()).code(m.otherCaseId());
      case IntakeMessage.ConnectionNoted m -> Happening.of(e, m.by()).code(m.stage());
      case IntakeMessage.AgreementAsked m -> Happening.of(e, m.by());
      case IntakeMessage.PersonErased m -> Happening.of(e, m.by());
      case IntakeMessage.ConsentGiven m -> Happening.of(e, null).to(m.recipient(), null).consent(m.consentId());
      case IntakeMessage.ConsentWithdrawn m -> Happening.of(e, null).to(m.recipient(), null).consent(m.consentId());
      case IntakeMessage.SupportMeetingHeld m -> Happening.of(e, m.by()).code(m.heldOn());
      case IntakeMessage.SupportMeetingEnded _ -> null;
      // Who is barred is told by intake alone, to the holder: nobody else is to wonder about a colleague.
      case IntakeMessage.WorkerBarred m -> Happening.of(e, m.by());
      case IntakeMessage.BarLifted m -> Happening.of(e, m.by());
      case IntakeMessage.GlassBroken m -> Happening.of(e, m.by()).due(m.until());
      case IntakeMessage.AbuseReported m -> Happening.of(e, m.by()).report(m.reportId());
      case IntakeMessage.AbuseReportReceived m -> Happening.of(e, m.by()).report(m.reportId());
    };
  }

  static @Nullable Happening of(Envelope e, ReferralMessage message) {
    return switch (message) {
      case ReferralMessage.Proposed m ->
        Happening.of(e, m.from()).to(m.toOrganisation(), m.toWorker()).referral(m.referralId()).code(m.need()).due(m.answerBy());
      case ReferralMessage.Accepted m -> Happening.of(e, m.to()).referral(m.referralId()).due(m.firstContactBy());
      case ReferralMessage.Declined m ->
        Happening.of(e, m.by()).to(m.suggestedOrganisation(), m.suggestedWorker()).referral(m.referralId()).code(m.reason());
      case ReferralMessage.SecretariatAsked m -> Happening.of(e, null).code(m.declines());
      case ReferralMessage.InformationRequested m -> Happening.of(e, m.by()).referral(m.referralId());
      case ReferralMessage.InformationGiven m -> Happening.of(e, m.by()).referral(m.referralId());
      case ReferralMessage.AnswerDateMoved m -> Happening.of(e, null).referral(m.referralId()).due(m.answerBy());
      case ReferralMessage.Waitlisted m -> Happening.of(e, m.by()).referral(m.referralId()).code(m.reviewOn());
      case ReferralMessage.Withdrawn m -> Happening.of(e, m.by()).referral(m.referralId());
      case ReferralMessage.ReturnProposed m -> Happening.of(e, m.by()).referral(m.referralId());
      case ReferralMessage.Returned m -> Happening.of(e, m.to()).referral(m.referralId());
      case ReferralMessage.ReturnRefused m -> Happening.of(e, m.by()).referral(m.referralId());
      case ReferralMessage.Connected m -> Happening.of(e, m.by()).referral(m.referralId()).code(m.how());
      case ReferralMessage.AccompaniedVisitPlanned m -> Happening.of(e, m.by()).referral(m.referralId()).due(m.at());
      case ReferralMessage.AccompaniedVisitCancelled m -> Happening.of(e, m.by()).referral(m.referralId());
      case ReferralMessage.NotReached m -> Happening.of(e, m.by()).to(m.by().organisation(), m.reviewer()).referral(m.referralId());
      case ReferralMessage.Completed m -> Happening.of(e, m.by()).referral(m.referralId()).code(m.outcome());
      case ReferralMessage.CustodyMoved m -> Happening.of(e, m.from()).to(m.to());
      case ReferralMessage.ReceiverReassigned m -> Happening.of(e, m.to()).referral(m.referralId());
      case ReferralMessage.ReferrerReassigned m -> Happening.of(e, m.to()).referral(m.referralId());
      case ReferralMessage.SupportEnded m -> Happening.of(e, m.by()).code(m.outcome());
      case ReferralMessage.CaseClosed m -> Happening.of(e, m.by()).code(m.reason());
      case ReferralMessage.CaseReopened m -> Happening.of(e, m.holder());
      case ReferralMessage.WithdrawalAcknowledged m -> Happening.of(e, m.by()).consent(m.consentId());
      case ReferralMessage.WithdrawalReassigned m -> Happening.of(e, m.to()).consent(m.consentId());
      case ReferralMessage.SupportMeetingNoted _,ReferralMessage.SupportMeetingEnded _,ReferralMessage.WorkerBarred _,ReferralMessage.BarLifted _,ReferralMessage.JourneyOpened _,ReferralMessage.ConsentNoted _,ReferralMessage.ConsentEnded _,ReferralMessage.CheckInsPlanned _,ReferralMessage.StepsPlanned _ ->
        null;
    };
  }

  static @Nullable Happening of(Envelope e, FollowUpMessage message) {
    return switch (message) {
      case FollowUpMessage.DeadlinePassed m ->
        Happening.of(e, m.step().owner()).referral(m.step().referralId()).code(m.step().what()).due(m.step().dueAt())
            .report(Reports.of(m.step().key()));
      case FollowUpMessage.DeadlineEscalated m ->
        Happening.of(e, m.step().owner()).to(m.to()).referral(m.step().referralId()).code(m.rung()).report(Reports.of(m.step().key()));
      case FollowUpMessage.DeadlineAcknowledged m ->
        writtenDown(Happening.of(e, m.by()), m.enteredBy()).referral(referralOf(m.key())).report(Reports.of(m.key())).code(m.how());
      case FollowUpMessage.CheckInPlanned m ->
        Happening.of(e, new Party(m.organisation(), m.worker())).checkIn(m.checkInId()).code(m.dueOn());
      case FollowUpMessage.CheckInRecorded m ->
        Happening.of(e, m.by()).checkIn(m.checkInId()).code(m.reached() ? m.outcome() == null ? "REACHED" : m.outcome() : "NOT_REACHED")
            .stage(m.stage());
      case FollowUpMessage.CheckInReassigned m -> Happening.of(e, m.to()).checkIn(m.checkInId());
      case FollowUpMessage.JourneyFollowed _,FollowUpMessage.PartiesNoted _,FollowUpMessage.WatchResumed _,FollowUpMessage.DeadlineArmed _,FollowUpMessage.DeadlineSettled _,FollowUpMessage.WatchEnded _ ->
        null;
    };
  }

  /** Steps of a referral are named after it, such as {@code visit:r-1}. */
  private static @Nullable String referralOf(String key) {
    return key.contains(":") && !key.startsWith("check-in:") && !key.startsWith("withdrawal:") && Reports.of(key) == null
        ? key.substring(key.indexOf(':') + 1)
        : null;
  }

  private static Happening writtenDown(Happening answer, @Nullable Party by) {
    return by == null ? answer : answer.to(by);
  }
}
