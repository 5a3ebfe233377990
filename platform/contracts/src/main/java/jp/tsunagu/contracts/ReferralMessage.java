package jp.tsunagu.contracts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * {@code tsunagu.referral}: つなげる. Who holds the person, every hand-over, and
 * what is owed next. Key: case id.
 */
public sealed interface ReferralMessage extends Message {
  String caseId();

  @WireName("referral.journey-opened.v1")
  record JourneyOpened(String caseId, Party holder, Urgency urgency) implements ReferralMessage {}

  /** A consent reached the journey and can be a basis from now on. */
  @WireName("referral.consent-noted.v1")
  record ConsentNoted(String caseId, String consentId, String recipient) implements ReferralMessage {}

  @WireName("referral.consent-ended.v1")
  record ConsentEnded(String caseId, String consentId, String recipient) implements ReferralMessage {}

  /** A holder or recipient has seen that the person took the consent back. */
  @WireName("referral.withdrawal-acknowledged.v1")
  record WithdrawalAcknowledged(String caseId, String consentId, Party by) implements ReferralMessage {}

  /** Another worker of the recipient has to acknowledge it. */
  @WireName("referral.withdrawal-reassigned.v1")
  record WithdrawalReassigned(String caseId, String consentId, Party to) implements ReferralMessage {}

  /** A support meeting reached the journey; its members' organisations can be asked on that basis. */
  @WireName("referral.support-meeting-noted.v1")
  record SupportMeetingNoted(String caseId, String meetingId, List<String> organisations) implements ReferralMessage {}

  @WireName("referral.support-meeting-ended.v1")
  record SupportMeetingEnded(String caseId, String meetingId) implements ReferralMessage {}

  /** For this worker there is no such case from now on, whatever their organisation is to it. */
  @WireName("referral.worker-barred.v1")
  record WorkerBarred(String caseId, Party worker) implements ReferralMessage {}

  @WireName("referral.bar-lifted.v1")
  record BarLifted(String caseId, Party worker) implements ReferralMessage {}

  /**
   * @param toWorker
   *            the worker asked by name; null when the organisation is asked
   * @param consentId
   *            the consent it rests on, for {@link BasisKind#CONSENT}
   * @param items
   *            what the recipient learns, for every other basis; absent in older messages, which told everything
   * @param interpreter
   *            absent when none is needed
   */
  @WireName("referral.proposed.v1")
  record Proposed(String caseId, String referralId, Party from, String toOrganisation, @Nullable String toWorker,
      @Nullable String programme, Worry need, Urgency urgency, BasisKind basis, Instant answerBy, @Nullable String consentId,
      @Nullable List<ConsentItem> items, @Nullable Interpreter interpreter) implements ReferralMessage {}

  @WireName("referral.accepted.v1")
  record Accepted(String caseId, String referralId, Party to, Instant firstContactBy) implements ReferralMessage {}

  @WireName("referral.declined.v1")
  record Declined(String caseId, String referralId, Party by, DeclineReason reason,
      @Nullable String suggestedOrganisation, @Nullable String suggestedWorker) implements ReferralMessage {}

  /**
   * Two declines on one case: the secretariat is asked to propose a call. It
   * decides nothing.
   */
  @WireName("referral.secretariat-asked.v1")
  record SecretariatAsked(String caseId, int declines) implements ReferralMessage {}

  @WireName("referral.information-requested.v1")
  record InformationRequested(String caseId, String referralId, Party by) implements ReferralMessage {}

  @WireName("referral.information-given.v1")
  record InformationGiven(String caseId, String referralId, Party by) implements ReferralMessage {}

  @WireName("referral.waitlisted.v1")
  record Waitlisted(String caseId, String referralId, Party by, LocalDate reviewOn) implements ReferralMessage {}

  /** The organisation's hours or deadlines changed, and what was asked before counts by them too. */
  @WireName("referral.answer-date-moved.v1")
  record AnswerDateMoved(String caseId, String referralId, Instant answerBy) implements ReferralMessage {}

  @WireName("referral.withdrawn.v1")
  record Withdrawn(String caseId, String referralId, Party by) implements ReferralMessage {}

  @WireName("referral.return-proposed.v1")
  record ReturnProposed(String caseId, String referralId, Party by) implements ReferralMessage {}

  @WireName("referral.returned.v1")
  record Returned(String caseId, String referralId, Party to) implements ReferralMessage {}

  @WireName("referral.return-refused.v1")
  record ReturnRefused(String caseId, String referralId, Party by) implements ReferralMessage {}

  @WireName("referral.connected.v1")
  record Connected(String caseId, String referralId, Party by, Instant at, String how) implements ReferralMessage {}

  /** 同行: the workers of both sides go to see the person together at this time, and not at one said before. */
  @WireName("referral.accompanied-visit-planned.v1")
  record AccompaniedVisitPlanned(String caseId, String referralId, Party by, Instant at) implements ReferralMessage {}

  @WireName("referral.accompanied-visit-cancelled.v1")
  record AccompaniedVisitCancelled(String caseId, String referralId, Party by) implements ReferralMessage {}

  @WireName("referral.not-reached.v1")
  record NotReached(String caseId, String referralId, Party by, String reviewer) implements ReferralMessage {}

  @WireName("referral.completed.v1")
  record Completed(String caseId, String referralId, Party by, OutcomeCode outcome) implements ReferralMessage {}

  /** Accountability moved; from this instant {@code to} holds the person. */
  @WireName("referral.custody-moved.v1")
  record CustodyMoved(String caseId, Party from, Party to) implements ReferralMessage {}

  /** A referral's receiving worker changed within the receiving organisation. */
  @WireName("referral.receiver-reassigned.v1")
  record ReceiverReassigned(String caseId, String referralId, Party to) implements ReferralMessage {}

  /** A referral's referring worker, the backstop until the first contact, changed within the referring organisation. */
  @WireName("referral.referrer-reassigned.v1")
  record ReferrerReassigned(String caseId, String referralId, Party to) implements ReferralMessage {}

  @WireName("referral.support-ended.v1")
  record SupportEnded(String caseId, Party by, OutcomeCode outcome) implements ReferralMessage {}

  @WireName("referral.check-ins-planned.v1")
  record CheckInsPlanned(String caseId, List<PlannedCheckIn> checkIns) implements ReferralMessage {}

  record PlannedCheckIn(String checkInId, LocalDate dueOn, String organisation, String worker) {}

  @WireName("referral.case-closed.v1")
  record CaseClosed(String caseId, Party by, ClosingReason reason) implements ReferralMessage {}

  @WireName("referral.case-reopened.v1")
  record CaseReopened(String caseId, Party holder) implements ReferralMessage {}

  /**
   * All steps that are open now; a step that is not listed is done. Never empty
   * while the case is open.
   */
  @WireName("referral.steps-planned.v1")
  record StepsPlanned(String caseId, Party holder, List<Step> steps) implements ReferralMessage {}
}
