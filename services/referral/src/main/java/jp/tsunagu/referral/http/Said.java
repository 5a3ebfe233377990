package jp.tsunagu.referral.http;

import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.contracts.Party;
import jp.tsunagu.journal.FreeText;
import jp.tsunagu.referral.JourneyEvent;
import jp.tsunagu.runtime.vault.Seal;

/** Words one side wrote on a referral after it was proposed. */
record Said(Instant at, Party by, What what, String text) {
  enum What {
    QUESTION, ANSWER, WAITLIST_NOTE, DECLINE_NOTE, WITHDRAWAL_REASON, RETURN_REASON, RETURN_REFUSAL_NOTE, COMPLETION_NOTE, VISIT_PLACE
  }

  static Optional<Said> in(JourneyEvent.OnReferral event, Instant at, Seal seal) {
    return switch (event) {
      case JourneyEvent.QuestionAsked e -> said(at, e.by(), What.QUESTION, seal, e.question());
      case JourneyEvent.QuestionAnswered e -> said(at, e.by(), What.ANSWER, seal, e.answer());
      case JourneyEvent.Waitlisted e -> said(at, e.by(), What.WAITLIST_NOTE, seal, e.note());
      case JourneyEvent.Declined e -> said(at, e.by(), What.DECLINE_NOTE, seal, e.note());
      case JourneyEvent.Withdrawn e -> said(at, e.by(), What.WITHDRAWAL_REASON, seal, e.reason());
      case JourneyEvent.ReturnProposed e -> said(at, e.by(), What.RETURN_REASON, seal, e.reason());
      case JourneyEvent.ReturnRefused e -> said(at, e.by(), What.RETURN_REFUSAL_NOTE, seal, e.note());
      case JourneyEvent.AccompaniedVisitPlanned e -> said(at, e.by(), What.VISIT_PLACE, seal, e.place());
      case JourneyEvent.Completed e -> said(at, e.by(), What.COMPLETION_NOTE, seal, e.note());
      case JourneyEvent.Proposed _,JourneyEvent.AnswerDateMoved _,JourneyEvent.Accepted _,JourneyEvent.Connected _,JourneyEvent.AccompaniedVisitCancelled _,JourneyEvent.Returned _,JourneyEvent.NotReached _,JourneyEvent.ReceiverReassigned _,JourneyEvent.ReferrerReassigned _ ->
        Optional.empty();
    };
  }

  private static Optional<Said> said(Instant at, Party by, What what, Seal seal, @Nullable FreeText text) {
    return Optional.ofNullable(seal.read(text)).map(words -> new Said(at, by, what, words));
  }

  @Override
  public String toString() {
    return "Said[" + what + "]";
  }
}
