package jp.tsunagu.referral.http;

import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.contracts.Party;
import jp.tsunagu.referral.FreeText;
import jp.tsunagu.referral.JourneyEvent;

/** Words one side wrote on a referral after it was proposed. */
record Said(Instant at, Party by, What what, String text) {
  enum What {
    QUESTION, ANSWER, WAITLIST_NOTE, DECLINE_NOTE, WITHDRAWAL_REASON, RETURN_REASON, RETURN_REFUSAL_NOTE, COMPLETION_NOTE
  }

  static Optional<Said> in(JourneyEvent.OnReferral event, Instant at) {
    return switch (event) {
      case JourneyEvent.QuestionAsked e -> said(at, e.by(), What.QUESTION, e.question());
      case JourneyEvent.QuestionAnswered e -> said(at, e.by(), What.ANSWER, e.answer());
      case JourneyEvent.Waitlisted e -> said(at, e.by(), What.WAITLIST_NOTE, e.note());
      case JourneyEvent.Declined e -> said(at, e.by(), What.DECLINE_NOTE, e.note());
      case JourneyEvent.Withdrawn e -> said(at, e.by(), What.WITHDRAWAL_REASON, e.reason());
      case JourneyEvent.ReturnProposed e -> said(at, e.by(), What.RETURN_REASON, e.reason());
      case JourneyEvent.ReturnRefused e -> said(at, e.by(), What.RETURN_REFUSAL_NOTE, e.note());
      case JourneyEvent.Completed e -> said(at, e.by(), What.COMPLETION_NOTE, e.note());
      case JourneyEvent.Proposed _,JourneyEvent.Accepted _,JourneyEvent.Connected _,JourneyEvent.Returned _,JourneyEvent.NotReached _,JourneyEvent.ReceiverReassigned _,JourneyEvent.ReferrerReassigned _ ->
        Optional.empty();
    };
  }

  private static Optional<Said> said(Instant at, Party by, What what, @Nullable FreeText text) {
    return text == null ? Optional.empty() : Optional.of(new Said(at, by, what, text.text()));
  }

  @Override
  public String toString() {
    return "Said[" + what + "]";
  }
}
