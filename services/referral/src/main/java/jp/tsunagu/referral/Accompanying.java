package jp.tsunagu.referral;

import jp.tsunagu.journal.Decision;

/**
 * 同行: the two workers go to see the person together, or bring them along. Either side says when; what was owed before is owed as
 * before, because a visit that was agreed is not yet a visit.
 */
final class Accompanying {
  private final Bounds bounds;

  Accompanying(Bounds bounds) {
    this.bounds = bounds;
  }

  /** Said again, it is another day or another place. */
  Decision<JourneyEvent> plan(JourneyCommand.PlanAccompaniedVisit c, Referral referral) {
    var check = side(c, referral);
    return switch (referral.state()) {
      case ReferralState.Taken _ -> check.and(() -> bounds.ahead("at", c.visitAt(), c.at(), bounds.review()))
          .and(() -> bounds.readable("place", c.place()))
          .then(() -> Decision.accept(new JourneyEvent.AccompaniedVisitPlanned(c.referralId(), c.by(), c.visitAt(), c.place())));
      case ReferralState.Asked _,ReferralState.Ended _ -> check.but(Refusals.notWhile(referral.state()));
    };
  }

  Decision<JourneyEvent> cancel(JourneyCommand.CancelAccompaniedVisit c, Referral referral) {
    var check = side(c, referral);
    return switch (referral.state()) {
      case ReferralState.Taken _ -> check.and(referral.visitAt() != null, Refusals.NO_VISIT_PLANNED)
          .then(() -> Decision.accept(new JourneyEvent.AccompaniedVisitCancelled(c.referralId(), c.by())));
      case ReferralState.Asked _,ReferralState.Ended _ -> check.but(Refusals.notWhile(referral.state()));
    };
  }

  private static Check side(JourneyCommand.ReferralAct c, Referral referral) {
    return Check.that(referral.between(c.by().organisation()), Refusals.NOT_A_SIDE);
  }
}
