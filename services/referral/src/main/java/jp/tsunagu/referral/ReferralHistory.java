package jp.tsunagu.referral;

import java.time.Instant;

import jp.tsunagu.contracts.Party;

/** What an event makes of a referral. */
final class ReferralHistory {
  private ReferralHistory() {}

  static Referral after(Referral referral, JourneyEvent.OnReferral event) {
    return switch (event) {
      case JourneyEvent.Proposed e -> referral.now(new ReferralState.Proposed(e.answerer(), e.answerBy(), e.countedFrom()));
      case JourneyEvent.AnswerDateMoved e -> referral.now(moved(asked(referral), e.answerBy()));
      case JourneyEvent.QuestionAsked e -> referral.now(new ReferralState.InfoRequested(waiting(referral), e.questionBy()));
      case JourneyEvent.QuestionAnswered _ -> referral.now(waiting(referral));
      case JourneyEvent.Waitlisted e -> referral.now(new ReferralState.Waitlisted(e.by(), e.reviewAt()));
      case JourneyEvent.Declined _ -> referral.now(new ReferralState.Declined());
      case JourneyEvent.Withdrawn _ -> referral.now(new ReferralState.Withdrawn());
      case JourneyEvent.Accepted e ->
        referral.now(new ReferralState.Accepted(e.to(), e.firstContactBy(), e.visitBy(), e.watcherBy()));
      case JourneyEvent.Connected _ -> referral.now(connected(taken(referral)));
      case JourneyEvent.AccompaniedVisitPlanned e -> referral.visitedAt(e.at());
      case JourneyEvent.AccompaniedVisitCancelled _ -> referral.visitedAt(null);
      case JourneyEvent.ReturnProposed e -> referral.now(new ReferralState.Returning(taken(referral), e.returnAnswerBy()));
      case JourneyEvent.ReturnRefused _ -> referral.now(before(taken(referral)));
      case JourneyEvent.Returned _ -> referral.now(new ReferralState.Returned());
      case JourneyEvent.NotReached _ -> referral.now(new ReferralState.NotReached());
      case JourneyEvent.Completed _ -> referral.now(new ReferralState.Completed());
      case JourneyEvent.ReceiverReassigned e -> referral.now(received(referral.state(), e.to()));
      case JourneyEvent.ReferrerReassigned e -> referral.referredBy(e.to());
    };
  }

  /** A question leaves what it interrupts as it was. */
  private static ReferralState.Asked waiting(Referral referral) {
    return switch (referral.state()) {
      case ReferralState.InfoRequested(ReferralState.Asked before, var _) -> before;
      case ReferralState.Asked asked -> asked;
      case ReferralState.Taken _,ReferralState.Ended _ -> throw impossible(referral.state());
    };
  }

  private static ReferralState.Asked asked(Referral referral) {
    return switch (referral.state()) {
      case ReferralState.Asked asked -> asked;
      case ReferralState.Taken _,ReferralState.Ended _ -> throw impossible(referral.state());
    };
  }

  /** A question that is open meanwhile stays open. */
  private static ReferralState.Asked moved(ReferralState.Asked asked, Instant answerBy) {
    return switch (asked) {
      case ReferralState.Proposed(var answerer, var _, var from) -> new ReferralState.Proposed(answerer, answerBy, from);
      case ReferralState.InfoRequested(var before, var by) -> new ReferralState.InfoRequested(moved(before, answerBy), by);
      case ReferralState.Waitlisted waitlisted -> waitlisted;
    };
  }

  private static ReferralState.Taken taken(Referral referral) {
    return switch (referral.state()) {
      case ReferralState.Taken taken -> taken;
      case ReferralState.Asked _,ReferralState.Ended _ -> throw impossible(referral.state());
    };
  }

  /** Contact can be made while a return is on the table. */
  private static ReferralState.Taken connected(ReferralState.Taken taken) {
    return switch (taken) {
      case ReferralState.Accepted _,ReferralState.Connected _ -> new ReferralState.Connected(taken.receiver());
      case ReferralState.Returning(ReferralState.Taken before, var answerBy) -> new ReferralState.Returning(connected(before), answerBy);
    };
  }

  private static ReferralState.Taken before(ReferralState.Taken taken) {
    return switch (taken) {
      case ReferralState.Returning(ReferralState.Taken before, var _) -> before;
      case ReferralState.Accepted _,ReferralState.Connected _ -> taken;
    };
  }

  private static ReferralState received(ReferralState state, Party to) {
    return switch (state) {
      case ReferralState.Asked asked -> answered(asked, to);
      case ReferralState.Taken taken -> received(taken, to);
      case ReferralState.Ended ended -> ended;
    };
  }

  private static ReferralState.Asked answered(ReferralState.Asked asked, Party to) {
    return switch (asked) {
      case ReferralState.Proposed(var _, var by, var from) -> new ReferralState.Proposed(to, by, from);
      case ReferralState.Waitlisted(var _, var at) -> new ReferralState.Waitlisted(to, at);
      case ReferralState.InfoRequested(var before, var by) -> new ReferralState.InfoRequested(answered(before, to), by);
    };
  }

  private static ReferralState.Taken received(ReferralState.Taken taken, Party to) {
    return switch (taken) {
      case ReferralState.Accepted(var _, var contact, var visit, var watcher) -> new ReferralState.Accepted(to, contact, visit, watcher);
      case ReferralState.Connected _ -> new ReferralState.Connected(to);
      case ReferralState.Returning(var before, var by) -> new ReferralState.Returning(received(before, to), by);
    };
  }

  private static IllegalStateException impossible(ReferralState state) {
    return new IllegalStateException("this history is not one of ours: " + state);
  }
}
