package jp.tsunagu.referral;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.contracts.Party;
import jp.tsunagu.contracts.Step;
import jp.tsunagu.contracts.StepKind;
import jp.tsunagu.journal.Decision;

/**
 * Who owes what by when, computed from the state: the holder's next step, and what each referral asks of its two sides. A step
 * nobody touched keeps its date, also when that has passed; else nobody would see that it is late.
 */
final class StepPlan {
  private StepPlan() {}

  /** The events, and what is owed after them, if that changed. A closed case owes nothing. */
  static Decision<JourneyEvent> commit(Journey before, NextStep next, List<? extends JourneyEvent> events) {
    Journey after = before;
    for (JourneyEvent event : events) after = History.after(after, event);
    var all = new ArrayList<JourneyEvent>(events);
    if (after instanceof Journey.Open open) {
      List<Step> steps = of(open, next);
      if (!steps.equals(open.steps())) all.add(new JourneyEvent.StepsPlanned(open.holder(), steps));
    }
    return Decision.accept(all);
  }

  static Decision<JourneyEvent> commit(Journey before, NextStep next, JourneyEvent... events) {
    return commit(before, next, List.of(events));
  }

  private static List<Step> of(Journey.Open open, NextStep next) {
    var steps = new ArrayList<Step>();
    steps.add(step("next-step", StepKind.NEXT_STEP, open.holder(), next.dueAt(), null, next.backstop()));
    for (Referral referral : open.handovers().openReferrals()) owed(referral.state(), referral, steps);
    for (Consent consent : open.handovers().permissions().consents())
      if (consent.unseen() != null)
        steps.add(step("withdrawal:" + consent.id(), StepKind.WITHDRAWAL, consent.unseen().by(), consent.unseen().dueAt(), null, null));
    return steps;
  }

  private static void owed(ReferralState state, Referral r, List<Step> steps) {
    Party referrer = r.terms().from();
    switch (state) {
      case ReferralState.Proposed(var answerer, var by, var _) ->
        steps.add(step("answer:" + r.id(), StepKind.ANSWER, answerer, by, r, null));
      case ReferralState.Waitlisted(var answerer, var at) ->
        steps.add(step("review:" + r.id(), StepKind.WAITLIST_REVIEW, answerer, at, r, null));
      case ReferralState.InfoRequested(var before, var by) -> {
        owed(before, r, steps);
        steps.add(step("question:" + r.id(), StepKind.QUESTION, referrer, by, r, null));
      }
      case ReferralState.Accepted(var receiver, var contact, var visit, var watcher) -> {
        steps.add(step("first-contact:" + r.id(), StepKind.FIRST_CONTACT, receiver, contact, r, referrer));
        steps.add(step("visit:" + r.id(), StepKind.VISIT, receiver, visit, r, referrer));
        steps.add(step("watcher:" + r.id(), StepKind.WATCHER, receiver, watcher, r, referrer));
      }
      case ReferralState.Returning(var before, var by) -> {
        owed(before, r, steps);
        steps.add(step("return:" + r.id(), StepKind.RETURN_ANSWER, referrer, by, r, null));
      }
      case ReferralState.Connected _,ReferralState.Ended _ -> {}
    }
  }

  private static Step step(String key, StepKind what, Party owner, Instant dueAt, @Nullable Referral referral,
      @Nullable Party backstop) {
    return new Step(key, what, owner.organisation(), owner.worker(), dueAt, referral == null ? null : referral.id(), backstop);
  }
}
