package jp.tsunagu.referral;

import jp.tsunagu.journal.Decision;

/** Who asked takes the question back, or the holder does, who answers for all that is under way. */
final class Withdrawing {
  private final DeadlinePolicy policy;

  Withdrawing(DeadlinePolicy policy) {
    this.policy = policy;
  }

  Decision<JourneyEvent> withdraw(JourneyCommand.Withdraw c, Journey.Open open, Referral referral) {
    String organisation = c.by().organisation();
    var check = Check.that(referral.from(organisation) || open.heldBy(organisation), Refusals.NOT_REFERRING);
    return switch (referral.state()) {
      case ReferralState.Asked _ -> check.and(() -> policy.bounds().readable("reason", c.reason())).then(() -> withdrawn(c, open));
      case ReferralState.Taken _,ReferralState.Ended _ -> check.but(Refusals.notWhile(referral.state()));
    };
  }

  private Decision<JourneyEvent> withdrawn(JourneyCommand.Withdraw c, Journey.Open open) {
    var next = NextStep.by(policy.afterSetback(open.holder(), c.at()));
    return StepPlan.commit(open, next, new JourneyEvent.Withdrawn(c.referralId(), c.by(), c.reason()));
  }
}
