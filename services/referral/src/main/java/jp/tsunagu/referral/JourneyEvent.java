package jp.tsunagu.referral;

import jp.tsunagu.journal.FreeText;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.contracts.ClosingReason;
import jp.tsunagu.contracts.DeclineReason;
import jp.tsunagu.contracts.OutcomeCode;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.contracts.Step;
import jp.tsunagu.contracts.Urgency;

/** Everything that can happen on a journey. Private: words about the person stay here, the outbox says what is public. */
public sealed interface JourneyEvent {
  // ---- the case

  record Opened(Party holder, Urgency urgency) implements JourneyEvent {}

  record ConsentNoted(String consentId, String recipient) implements JourneyEvent {}

  /** @param asked who has to acknowledge it; null when nobody there has anything to do with the person now */
  record ConsentEnded(String consentId, String recipient, Consent.@Nullable Unseen asked) implements JourneyEvent {}

  record WithdrawalAcknowledged(String consentId, Party by) implements JourneyEvent {}

  /** Another worker of the same organisation has to acknowledge. */
  record WithdrawalReassigned(String consentId, Party from, Party to) implements JourneyEvent {}

  record MeetingNoted(Meeting meeting) implements JourneyEvent {}

  record MeetingEnded(String meetingId) implements JourneyEvent {}

  record WorkerBarred(Party worker) implements JourneyEvent {}

  record BarLifted(Party worker) implements JourneyEvent {}

  /** Accountability went to another organisation, because it accepted. */
  record CustodyMoved(Party from, Party to) implements JourneyEvent {}

  /** Accountability stays in the organisation, with another worker. */
  record HolderReassigned(Party from, Party to) implements JourneyEvent {}

  record SupportEnded(Party by, OutcomeCode outcome, @Nullable FreeText note) implements JourneyEvent {}

  record CheckInsPlanned(List<CheckIn> checkIns) implements JourneyEvent {}

  record CaseClosed(Party by, Closure closure, @Nullable FreeText note) implements JourneyEvent {
    public ClosingReason reason() {
      return closure.reason();
    }
  }

  record CaseReopened(Party holder, @Nullable FreeText reason) implements JourneyEvent {}

  /** Everything that is owed now, never nothing; what is not listed is done. The last event of a decision that changed it. */
  record StepsPlanned(Party holder, List<Step> steps) implements JourneyEvent {}

  /** Two declines and more: it is asked to propose a call, and decides nothing. */
  record SecretariatAsked(int declines) implements JourneyEvent {}

  // ---- a referral, asked

  sealed interface OnReferral extends JourneyEvent {
    String referralId();
  }

  /**
   * @param answerer    who owes the answer: the worker asked by name, or who receives for the organisation
   * @param countedFrom when the organisation's usual time began; null when the date was chosen
   */
  record Proposed(String referralId, Terms terms, Party answerer, FreeText reason, FreeText summary, Instant answerBy,
      @Nullable Instant countedFrom) implements OnReferral {}

  /** Counted anew by the hours and deadlines the asked organisation has now. */
  record AnswerDateMoved(String referralId, Instant answerBy) implements OnReferral {}

  record QuestionAsked(String referralId, Party by, FreeText question, Instant questionBy) implements OnReferral {}

  record QuestionAnswered(String referralId, Party by, FreeText answer) implements OnReferral {}

  record Waitlisted(String referralId, Party by, LocalDate reviewOn, Instant reviewAt, @Nullable FreeText note) implements OnReferral {}

  record Declined(String referralId, Party by, DeclineReason reason, @Nullable FreeText note,
      @Nullable Suggestion suggestion) implements OnReferral {}

  record Withdrawn(String referralId, Party by, @Nullable FreeText reason) implements OnReferral {}

  // ---- a referral, taken

  record Accepted(String referralId, Party to, Instant firstContactBy, Instant visitBy, Instant watcherBy) implements OnReferral {}

  record Connected(String referralId, Party by, Instant at, ContactWay how) implements OnReferral {}

  /** 同行. @param at when the two workers go together; the one planned before, if any, is off */
  record AccompaniedVisitPlanned(String referralId, Party by, Instant at, @Nullable FreeText place) implements OnReferral {}

  record AccompaniedVisitCancelled(String referralId, Party by) implements OnReferral {}

  record ReturnProposed(String referralId, Party by, FreeText reason, Instant returnAnswerBy) implements OnReferral {}

  /** @param to who takes the person back */
  record Returned(String referralId, Party to) implements OnReferral {}

  record ReturnRefused(String referralId, Party by, DeclineReason reason, @Nullable FreeText note) implements OnReferral {}

  record NotReached(String referralId, Party by, String reviewer) implements OnReferral {}

  record Completed(String referralId, Party by, OutcomeCode outcome, @Nullable FreeText note) implements OnReferral {}

  /** Who answers for the receiving organisation, or receives, changed within it. */
  record ReceiverReassigned(String referralId, Party to) implements OnReferral {}

  /** Who answers for the referring organisation changed within it. */
  record ReferrerReassigned(String referralId, Party to) implements OnReferral {}
}
