package jp.tsunagu.referral;

import java.util.ArrayList;

import jp.tsunagu.contracts.Party;
import jp.tsunagu.journal.Decision;

/** もどし: the receiving side proposes to give the person back. Nobody stops holding until the referring side says yes. */
final class Returning {
  private final DeadlinePolicy policy;

  Returning(DeadlinePolicy policy) {
    this.policy = policy;
  }

  Decision<JourneyEvent> propose(JourneyCommand.Return c, Journey.Open open, Referral referral) {
    var check = Check.that(referral.to(c.by().organisation()), Refusals.NOT_RECEIVING);
    return switch (referral.state()) {
      case ReferralState.Accepted _,ReferralState.Connected _ ->
        check.and(() -> policy.bounds().words("reason", c.reason()))
            .then(() -> StepPlan.commit(open, open.nextStep(), proposed(c, referral)));
      case ReferralState.Asked _,ReferralState.Returning _,ReferralState.Ended _ ->
        check.but(Refusals.notWhile(referral.state()));
    };
  }

  private JourneyEvent proposed(JourneyCommand.Return c, Referral referral) {
    var answerBy = policy.answerBy(referral.terms().from().organisation(), referral.terms().urgency(), c.at());
    return new JourneyEvent.ReturnProposed(c.referralId(), c.by(), c.reason(), answerBy);
  }

  Decision<JourneyEvent> takeBack(JourneyCommand.Accept c, Journey.Open open, Referral referral, ReferralState.Returning returned) {
    String referring = referral.terms().from().organisation();
    return Check.that(referral.from(c.by().organisation()), Refusals.NOT_REFERRING)
        .and(() -> c.worker().servesActively(referring, "worker"))
        .then(() -> takenBack(c, open, returned.receiver().organisation(), c.worker().of(referring)));
  }

  /** Custody comes back if the returning side holds; if it only supported beside the holder, the holder looks at it. */
  private Decision<JourneyEvent> takenBack(JourneyCommand.Accept c, Journey.Open open, String returning, Party to) {
    var events = new ArrayList<JourneyEvent>();
    events.add(new JourneyEvent.Returned(c.referralId(), to));
    if (open.heldBy(returning)) events.add(new JourneyEvent.CustodyMoved(open.holder(), to));
    return StepPlan.commit(open, NextStep.by(policy.afterSetback(open.heldBy(returning) ? to : open.holder(), c.at())), events);
  }

  /** The receiving side goes on, soon decides how, and the secretariat is told when it does not. */
  Decision<JourneyEvent> refuse(JourneyCommand.Decline c, Journey.Open open, Referral referral) {
    var next = new NextStep(policy.afterSetback(open.holder(), c.at()), c.secretariat());
    return Check.that(referral.from(c.by().organisation()), Refusals.NOT_REFERRING)
        .and(() -> Answering.wellExplained(c, policy.bounds()))
        .then(() -> StepPlan.commit(open, next, new JourneyEvent.ReturnRefused(c.referralId(), c.by(), c.reason(), c.note())));
  }
}
