package jp.tsunagu.referral.outbox;

import java.util.List;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.contracts.CaseParties;
import jp.tsunagu.contracts.ConsentItem;
import jp.tsunagu.contracts.ReferralMessage;
import jp.tsunagu.journal.Stream;
import jp.tsunagu.referral.Basis;
import jp.tsunagu.referral.CheckIn;
import jp.tsunagu.referral.JourneyEvent;
import jp.tsunagu.referral.Suggestion;

/** What the world hears of a journey: ids, codes and dates; never a word anybody wrote. */
public final class JourneyOutbox {
  private JourneyOutbox() {}

  /** Who has to do with the case, drawn from what the world heard, as every other service draws it. */
  public static CaseParties parties(Stream<JourneyEvent> history) {
    CaseParties parties = CaseParties.none();
    for (JourneyEvent event : history.events()) parties = parties.after(message(history.caseId(), event));
    return parties;
  }

  public static ReferralMessage message(String caseId, JourneyEvent event) {
    return switch (event) {
      case JourneyEvent.Opened e -> new ReferralMessage.JourneyOpened(caseId, e.holder(), e.urgency());
      case JourneyEvent.ConsentNoted e -> new ReferralMessage.ConsentNoted(caseId, e.consentId(), e.recipient());
      case JourneyEvent.ConsentEnded e -> new ReferralMessage.ConsentEnded(caseId, e.consentId(), e.recipient());
      case JourneyEvent.WithdrawalAcknowledged e -> new ReferralMessage.WithdrawalAcknowledged(caseId, e.consentId(), e.by());
      case JourneyEvent.WithdrawalReassigned e -> new ReferralMessage.WithdrawalReassigned(caseId, e.consentId(), e.to());
      case JourneyEvent.MeetingNoted(var meeting) ->
        new ReferralMessage.SupportMeetingNoted(caseId, meeting.id(), meeting.organisations());
      case JourneyEvent.MeetingEnded e -> new ReferralMessage.SupportMeetingEnded(caseId, e.meetingId());
      case JourneyEvent.WorkerBarred e -> new ReferralMessage.WorkerBarred(caseId, e.worker());
      case JourneyEvent.BarLifted e -> new ReferralMessage.BarLifted(caseId, e.worker());
      case JourneyEvent.CustodyMoved e -> new ReferralMessage.CustodyMoved(caseId, e.from(), e.to());
      case JourneyEvent.HolderReassigned e -> new ReferralMessage.CustodyMoved(caseId, e.from(), e.to());
      case JourneyEvent.SupportEnded e -> new ReferralMessage.SupportEnded(caseId, e.by(), e.outcome());
      case JourneyEvent.CheckInsPlanned e -> new ReferralMessage.CheckInsPlanned(caseId, planned(e.checkIns()));
      case JourneyEvent.CaseClosed e -> new ReferralMessage.CaseClosed(caseId, e.by(), e.closure().reason());
      case JourneyEvent.CaseReopened e -> new ReferralMessage.CaseReopened(caseId, e.holder());
      case JourneyEvent.StepsPlanned e -> new ReferralMessage.StepsPlanned(caseId, e.holder(), e.steps());
      case JourneyEvent.SecretariatAsked e -> new ReferralMessage.SecretariatAsked(caseId, e.declines());
      case JourneyEvent.OnReferral e -> message(caseId, e);
    };
  }

  private static ReferralMessage message(String caseId, JourneyEvent.OnReferral event) {
    return switch (event) {
      case JourneyEvent.Proposed e -> proposed(caseId, e);
      case JourneyEvent.QuestionAsked e -> new ReferralMessage.InformationRequested(caseId, e.referralId(), e.by());
      case JourneyEvent.QuestionAnswered e -> new ReferralMessage.InformationGiven(caseId, e.referralId(), e.by());
      case JourneyEvent.AnswerDateMoved e -> new ReferralMessage.AnswerDateMoved(caseId, e.referralId(), e.answerBy());
      case JourneyEvent.Waitlisted e -> new ReferralMessage.Waitlisted(caseId, e.referralId(), e.by(), e.reviewOn());
      case JourneyEvent.Declined e -> declined(caseId, e);
      case JourneyEvent.Withdrawn e -> new ReferralMessage.Withdrawn(caseId, e.referralId(), e.by());
      case JourneyEvent.Accepted e -> new ReferralMessage.Accepted(caseId, e.referralId(), e.to(), e.firstContactBy());
      case JourneyEvent.Connected e -> new ReferralMessage.Connected(caseId, e.referralId(), e.by(), e.at(), e.how().code());
      case JourneyEvent.AccompaniedVisitPlanned e ->
        new ReferralMessage.AccompaniedVisitPlanned(caseId, e.referralId(), e.by(), e.at());
      case JourneyEvent.AccompaniedVisitCancelled e -> new ReferralMessage.AccompaniedVisitCancelled(caseId, e.referralId(), e.by());
      case JourneyEvent.ReturnProposed e -> new ReferralMessage.ReturnProposed(caseId, e.referralId(), e.by());
      case JourneyEvent.Returned e -> new ReferralMessage.Returned(caseId, e.referralId(), e.to());
      case JourneyEvent.ReturnRefused e -> new ReferralMessage.ReturnRefused(caseId, e.referralId(), e.by());
      case JourneyEvent.NotReached e -> new ReferralMessage.NotReached(caseId, e.referralId(), e.by(), e.reviewer());
      case JourneyEvent.Completed e -> new ReferralMessage.Completed(caseId, e.referralId(), e.by(), e.outcome());
      case JourneyEvent.ReceiverReassigned e -> new ReferralMessage.ReceiverReassigned(caseId, e.referralId(), e.to());
      case JourneyEvent.ReferrerReassigned e -> new ReferralMessage.ReferrerReassigned(caseId, e.referralId(), e.to());
    };
  }

  private static ReferralMessage proposed(String caseId, JourneyEvent.Proposed e) {
    var terms = e.terms();
    return new ReferralMessage.Proposed(caseId, e.referralId(), terms.from(), terms.toOrganisation(), terms.toWorker(), terms.programme(),
        terms.need(), terms.urgency(), terms.basis().kind(), e.answerBy(), terms.basis().consentId(), items(terms.basis()),
        terms.interpreter());
  }

  private static @Nullable List<ConsentItem> items(Basis basis) {
    return basis.items().isEmpty() ? null : List.copyOf(basis.items());
  }

  private static ReferralMessage declined(String caseId, JourneyEvent.Declined e) {
    Suggestion instead = e.suggestion();
    return new ReferralMessage.Declined(caseId, e.referralId(), e.by(), e.reason(), instead == null ? null : instead.organisation(),
        instead == null ? null : instead.worker());
  }

  private static List<ReferralMessage.PlannedCheckIn> planned(List<CheckIn> checkIns) {
    return checkIns.stream().map(c -> new ReferralMessage.PlannedCheckIn(c.id(), c.dueOn(), c.by().organisation(), c.by().worker()))
        .toList();
  }
}
