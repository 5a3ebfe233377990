package jp.tsunagu.referral.wiring;

import static java.util.Map.entry;

import java.util.Map;

import jp.tsunagu.referral.JourneyEvent;
import jp.tsunagu.runtime.journal.EventTypes;

/** Under which names a journey's events are stored; a name once used stays for ever. */
final class StoredEvents {
  static final EventTypes<JourneyEvent> TYPES = EventTypes.of(Map.ofEntries( //
      entry("journey.opened.v1", JourneyEvent.Opened.class), //
      entry("journey.consent-noted.v1", JourneyEvent.ConsentNoted.class), //
      entry("journey.consent-ended.v1", JourneyEvent.ConsentEnded.class), //
      entry("journey.withdrawal-acknowledged.v1", JourneyEvent.WithdrawalAcknowledged.class), //
      entry("journey.withdrawal-reassigned.v1", JourneyEvent.WithdrawalReassigned.class), //
      entry("journey.meeting-noted.v1", JourneyEvent.MeetingNoted.class), //
      entry("journey.meeting-ended.v1", JourneyEvent.MeetingEnded.class), //
      entry("journey.worker-barred.v1", JourneyEvent.WorkerBarred.class), //
      entry("journey.bar-lifted.v1", JourneyEvent.BarLifted.class), //
      entry("journey.custody-moved.v1", JourneyEvent.CustodyMoved.class), //
      entry("journey.holder-reassigned.v1", JourneyEvent.HolderReassigned.class), //
      entry("journey.support-ended.v1", JourneyEvent.SupportEnded.class), //
      entry("journey.check-ins-planned.v1", JourneyEvent.CheckInsPlanned.class), //
      entry("journey.case-closed.v1", JourneyEvent.CaseClosed.class), //
      entry("journey.case-reopened.v1", JourneyEvent.CaseReopened.class), //
      entry("journey.steps-planned.v1", JourneyEvent.StepsPlanned.class), //
      entry("journey.secretariat-asked.v1", JourneyEvent.SecretariatAsked.class), //
      entry("referral.proposed.v1", JourneyEvent.Proposed.class), //
      entry("referral.answer-date-moved.v1", JourneyEvent.AnswerDateMoved.class), //
      entry("referral.question-asked.v1", JourneyEvent.QuestionAsked.class), //
      entry("referral.question-answered.v1", JourneyEvent.QuestionAnswered.class), //
      entry("referral.waitlisted.v1", JourneyEvent.Waitlisted.class), //
      entry("referral.declined.v1", JourneyEvent.Declined.class), //
      entry("referral.withdrawn.v1", JourneyEvent.Withdrawn.class), //
      entry("referral.accepted.v1", JourneyEvent.Accepted.class), //
      entry("referral.connected.v1", JourneyEvent.Connected.class), //
      entry("referral.accompanied-visit-planned.v1", JourneyEvent.AccompaniedVisitPlanned.class), //
      entry("referral.accompanied-visit-cancelled.v1", JourneyEvent.AccompaniedVisitCancelled.class), //
      entry("referral.return-proposed.v1", JourneyEvent.ReturnProposed.class), //
      entry("referral.returned.v1", JourneyEvent.Returned.class), //
      entry("referral.return-refused.v1", JourneyEvent.ReturnRefused.class), //
      entry("referral.not-reached.v1", JourneyEvent.NotReached.class), //
      entry("referral.completed.v1", JourneyEvent.Completed.class), //
      entry("referral.receiver-reassigned.v1", JourneyEvent.ReceiverReassigned.class), //
      entry("referral.referrer-reassigned.v1", JourneyEvent.ReferrerReassigned.class)));

  private StoredEvents() {}
}
