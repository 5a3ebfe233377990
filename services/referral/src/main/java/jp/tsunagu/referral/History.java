package jp.tsunagu.referral;

import java.util.List;
import java.util.function.UnaryOperator;

import jp.tsunagu.contracts.DeclineReason;

/** What an event makes of a journey. A fact is taken as it is: what happened is never refused. */
final class History {
  private History() {}

  static Journey after(Journey state, JourneyEvent event) {
    return switch (event) {
      case JourneyEvent.Opened e -> opened(e);
      case JourneyEvent.ConsentNoted e -> remember(state, h -> h.permit(p -> p.with(Consent.noted(e.consentId(), e.recipient()))));
      case JourneyEvent.ConsentEnded e -> onConsent(state, e.consentId(), c -> c.ended(e.asked()));
      case JourneyEvent.WithdrawalAcknowledged e -> onConsent(state, e.consentId(), Consent::seen);
      case JourneyEvent.WithdrawalReassigned e ->
        remember(state, h -> h.permit(p -> p.change(c -> c.reassigned(e.from(), e.to()))));
      case JourneyEvent.MeetingNoted e -> remember(state, h -> h.permit(p -> p.with(e.meeting())));
      case JourneyEvent.MeetingEnded e -> remember(state, h -> h.permit(p -> p.withoutMeeting(e.meetingId())));
      case JourneyEvent.WorkerBarred e -> remember(state, h -> h.permit(p -> p.barring(e.worker().worker())));
      case JourneyEvent.BarLifted e -> remember(state, h -> h.permit(p -> p.admitting(e.worker().worker())));
      case JourneyEvent.CustodyMoved e -> open(state).nowHeldBy(e.to());
      case JourneyEvent.HolderReassigned e -> open(state).nowHeldBy(e.to());
      case JourneyEvent.SupportEnded _,JourneyEvent.CheckInsPlanned _,JourneyEvent.SecretariatAsked _ -> state;
      case JourneyEvent.CaseClosed _ ->
        new Journey.Closed(open(state).holder(), open(state).handovers().permit(p -> p.change(Consent::seen))); // a closed case owes nothing
      case JourneyEvent.CaseReopened e -> reopened(state, e);
      case JourneyEvent.StepsPlanned e -> open(state).nowOwing(e.steps());
      case JourneyEvent.Proposed e -> remember(state, h -> h.with(proposed(e)));
      case JourneyEvent.Declined e -> remember(state, h -> counted(e, h).change(e.referralId(), r -> ReferralHistory.after(r, e)));
      case JourneyEvent.OnReferral e -> remember(state, h -> h.change(e.referralId(), r -> ReferralHistory.after(r, e)));
    };
  }

  private static Journey onConsent(Journey state, String id, UnaryOperator<Consent> change) {
    return remember(state, h -> h.permit(p -> p.change(c -> c.id().equals(id) ? change.apply(c) : c)));
  }

  private static Journey opened(JourneyEvent.Opened e) {
    return new Journey.Open(e.holder(), Handovers.none(e.urgency()).knowing(e.holder().organisation()), List.of());
  }

  private static Journey reopened(Journey state, JourneyEvent.CaseReopened e) {
    return switch (state) {
      case Journey.Closed closed -> new Journey.Open(e.holder(), closed.handovers(), List.of());
      case Journey.NotOpened _,Journey.Open _ -> throw impossible(state);
    };
  }

  private static Referral proposed(JourneyEvent.Proposed e) {
    return new Referral(e.referralId(), e.terms(), new ReferralState.Proposed(e.answerer(), e.answerBy(), e.countedFrom()), null);
  }

  private static Handovers counted(JourneyEvent.Declined e, Handovers h) {
    return e.reason() == DeclineReason.PERSON_DECLINED ? h : h.declinedOnce();
  }

  private static Journey remember(Journey state, UnaryOperator<Handovers> change) {
    return switch (state) {
      case Journey.NotOpened _ -> throw impossible(state);
      case Journey.Open open -> new Journey.Open(open.holder(), change.apply(open.handovers()), open.steps());
      case Journey.Closed closed -> new Journey.Closed(closed.lastHolder(), change.apply(closed.handovers()));
    };
  }

  private static Journey.Open open(Journey state) {
    return switch (state) {
      case Journey.Open open -> open;
      case Journey.NotOpened _,Journey.Closed _ -> throw impossible(state);
    };
  }

  private static IllegalStateException impossible(Journey state) {
    return new IllegalStateException("this history is not one of ours: " + state);
  }
}
