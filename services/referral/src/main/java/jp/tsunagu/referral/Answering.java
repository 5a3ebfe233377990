package jp.tsunagu.referral;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.contracts.DeclineReason;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.journal.Decision;

/** The receiving side says yes or no. Only its yes moves custody; its no leaves the holder with a date. */
final class Answering {
  private final DeadlinePolicy policy;
  private final Returning returning;

  Answering(DeadlinePolicy policy, Returning returning) {
    this.policy = policy;
    this.returning = returning;
  }

  Decision<JourneyEvent> accept(JourneyCommand.Accept c, Journey.Open open, Referral referral) {
    return switch (referral.state()) {
      case ReferralState.Asked _ -> take(c, open, referral);
      case ReferralState.Returning returned -> returning.takeBack(c, open, referral, returned);
      case ReferralState.Accepted _,ReferralState.Connected _,ReferralState.Ended _ -> notWhile(c, referral);
    };
  }

  Decision<JourneyEvent> decline(JourneyCommand.Decline c, Journey.Open open, Referral referral) {
    return switch (referral.state()) {
      case ReferralState.Asked _ -> refuse(c, open, referral);
      case ReferralState.Returning _ -> returning.refuse(c, open, referral);
      case ReferralState.Accepted _,ReferralState.Connected _,ReferralState.Ended _ -> notWhile(c, referral);
    };
  }

  private static Decision<JourneyEvent> notWhile(JourneyCommand.ReferralAct c, Referral referral) {
    return Check.that(referral.to(c.by().organisation()), Refusals.NOT_RECEIVING).but(Refusals.notWhile(referral.state()));
  }

  private Decision<JourneyEvent> take(JourneyCommand.Accept c, Journey.Open open, Referral referral) {
    String receiving = referral.terms().toOrganisation();
    return Check.that(referral.to(c.by().organisation()), Refusals.NOT_RECEIVING).and(() -> c.worker().servesActively(receiving, "worker"))
        .and(() -> inTime(c.firstContactBy(), c.at()))
        .then(() -> taken(c, open, referral, c.worker().of(receiving)));
  }

  private Check inTime(@Nullable Instant firstContactBy, Instant now) {
    var bounds = policy.bounds();
    return firstContactBy == null ? Check.passed() : bounds.ahead("firstContactBy", firstContactBy, now, bounds.firstContactBy());
  }

  /** Who asked while holding hands custody over; where somebody else accepted before, two support and one holds. */
  private Decision<JourneyEvent> taken(JourneyCommand.Accept c, Journey.Open open, Referral referral, Party receiver) {
    JourneyEvent.Accepted accepted = accepted(c, receiver);
    var events = new ArrayList<JourneyEvent>();
    events.add(accepted);
    NextStep next = open.nextStep();
    if (referral.from(open.holder().organisation())) {
      events.add(new JourneyEvent.CustodyMoved(open.holder(), receiver));
      next = NextStep.by(policy.afterAnswer(receiver, accepted.visitBy()));
    }
    return StepPlan.commit(open, next, events);
  }

  private JourneyEvent.Accepted accepted(JourneyCommand.Accept c, Party receiver) {
    Instant chosen = c.firstContactBy();
    Instant contact = chosen == null ? policy.after(policy.firstContact(), receiver, c.at()) : chosen;
    Instant visit = later(policy.after(policy.visit(), receiver, c.at()), contact.plus(Duration.ofDays(1)));
    Instant watcher = later(policy.after(policy.watcher(), receiver, c.at()), visit.plus(Duration.ofDays(1)));
    return new JourneyEvent.Accepted(c.referralId(), receiver, contact, visit, watcher);
  }

  /** A late first contact by agreement does not make the visit due before it. */
  private static Instant later(Instant usual, Instant atLeast) {
    return usual.isBefore(atLeast) ? atLeast : usual;
  }

  private Decision<JourneyEvent> refuse(JourneyCommand.Decline c, Journey.Open open, Referral referral) {
    return Check.that(referral.to(c.by().organisation()), Refusals.NOT_RECEIVING).and(() -> wellExplained(c, policy.bounds()))
        .then(() -> declined(c, open));
  }

  static Check wellExplained(JourneyCommand.Decline c, Bounds bounds) {
    Recipient suggestion = c.suggestion();
    return Check.that(c.reason() != DeclineReason.OTHER || c.note() != null, Refusals.required("note", "What is the other reason?"))
        .and(() -> bounds.readable("note", c.note()))
        .and(() -> suggestion == null ? Check.passed() : suggestion.exists("suggestion.organisation", "suggestion.worker"));
  }

  private Decision<JourneyEvent> declined(JourneyCommand.Decline c, Journey.Open open) {
    Recipient to = c.suggestion();
    var suggestion = to == null ? null : new Suggestion(to.organisation(), to.askedWorker());
    var events = new ArrayList<JourneyEvent>();
    events.add(new JourneyEvent.Declined(c.referralId(), c.by(), c.reason(), c.note(), suggestion));
    int declines = open.handovers().declines() + (c.reason() == DeclineReason.PERSON_DECLINED ? 0 : 1);
    boolean tooMany = declines >= 2 && c.reason() != DeclineReason.PERSON_DECLINED;
    if (tooMany) events.add(new JourneyEvent.SecretariatAsked(declines));
    var next = new NextStep(policy.afterSetback(open.holder(), c.at()), tooMany ? c.secretariat() : null);
    return StepPlan.commit(open, next, events);
  }
}
