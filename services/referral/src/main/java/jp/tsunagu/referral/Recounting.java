package jp.tsunagu.referral;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jp.tsunagu.journal.Decision;

/**
 * An organisation keeps other hours, or has other deadlines, from now on, and somebody decided that this is to hold for what it was
 * asked before too. A date that was chosen stays, and so does one that has passed or would have: somebody was told of it.
 */
final class Recounting {
  private final DeadlinePolicy policy;

  Recounting(DeadlinePolicy policy) {
    this.policy = policy;
  }

  Decision<JourneyEvent> countAnew(JourneyCommand.CountAnew c, Journey.Open open) {
    List<JourneyEvent> events = new ArrayList<>();
    NextStep next = open.nextStep();
    for (Referral referral : open.handovers().openReferrals()) {
      Optional<Instant> anew = anew(c, referral);
      if (anew.isEmpty()) continue;
      events.add(new JourneyEvent.AnswerDateMoved(referral.id(), anew.get()));
      next = next.notBefore(policy.afterAnswer(open.holder(), anew.get())); // the holder acts when no answer came
    }
    return events.isEmpty() ? Decision.accept() : StepPlan.commit(open, next, events);
  }

  private Optional<Instant> anew(JourneyCommand.CountAnew c, Referral referral) {
    return referral.to(c.organisation()) && referral.state() instanceof ReferralState.Asked asked
        ? proposed(asked).flatMap(proposal -> anew(c, referral, proposal))
        : Optional.empty();
  }

  private Optional<Instant> anew(JourneyCommand.CountAnew c, Referral referral, ReferralState.Proposed proposal) {
    Instant from = proposal.countedFrom();
    if (from == null || !proposal.answerBy().isAfter(c.at())) return Optional.empty();
    Instant anew = policy.answerBy(c.organisation(), referral.terms().urgency(), from);
    return anew.isAfter(c.at()) && !anew.equals(proposal.answerBy()) ? Optional.of(anew) : Optional.empty();
  }

  private static Optional<ReferralState.Proposed> proposed(ReferralState.Asked asked) {
    return switch (asked) {
      case ReferralState.Proposed proposal -> Optional.of(proposal);
      case ReferralState.InfoRequested(var before, var _) -> proposed(before);
      case ReferralState.Waitlisted _ -> Optional.empty();
    };
  }
}
