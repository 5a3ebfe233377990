package jp.tsunagu.referral;

import jp.tsunagu.contracts.OutcomeCode;
import jp.tsunagu.journal.Decision;
import jp.tsunagu.journal.Refusal;

/** つながった: the receiving worker met the person, and later, the referral has done what it was for. */
final class Connecting {
  private final DeadlinePolicy policy;

  Connecting(DeadlinePolicy policy) {
    this.policy = policy;
  }

  Decision<JourneyEvent> report(JourneyCommand.ReportFirstContact c, Journey.Open open, Referral referral) {
    var check = Check.that(referral.to(c.by().organisation()), Refusals.NOT_RECEIVING);
    return switch (referral.state()) {
      case ReferralState.Taken taken when !taken.connected() -> check.and(() -> plausible(c)).then(() -> connected(c, open));
      case ReferralState.Asked _,ReferralState.Taken _,ReferralState.Ended _ -> check.but(Refusals.notWhile(referral.state()));
    };
  }

  private Check plausible(JourneyCommand.ReportFirstContact c) {
    return policy.bounds().happened("at", c.contactAt(), c.at()).and(c.how().wellFormed(),
        Refusal.invalid("how", "not-a-code", "How you met is said by a code such as VISIT, OFFICE, ACCOMPANIED, PHONE or ONLINE."));
  }

  private Decision<JourneyEvent> connected(JourneyCommand.ReportFirstContact c, Journey.Open open) {
    NextStep next = open.heldBy(c.by().organisation())
        ? NextStep.by(policy.after(policy.afterContact(), open.holder(), c.at()))
        : open.nextStep();
    return StepPlan.commit(open, next, new JourneyEvent.Connected(c.referralId(), c.by(), c.contactAt(), c.how()));
  }

  /** Never before contact. The case stays with its holder, who decides soon what comes after. */
  Decision<JourneyEvent> complete(JourneyCommand.Complete c, Journey.Open open, Referral referral) {
    var check = Check.that(referral.to(c.by().organisation()), Refusals.NOT_RECEIVING);
    return switch (referral.state()) {
      case ReferralState.Connected _ -> check.and(() -> wellExplained(c)).then(() -> completed(c, open));
      case ReferralState.Asked _,ReferralState.Accepted _,ReferralState.Returning _,ReferralState.Ended _ ->
        check.but(Refusals.notWhile(referral.state()));
    };
  }

  private Check wellExplained(JourneyCommand.Complete c) {
    return Check.that(c.outcome() != OutcomeCode.OTHER || c.note() != null, Refusals.required("note", "What is the other outcome?"))
        .and(() -> policy.bounds().readable("note", c.note()));
  }

  private Decision<JourneyEvent> completed(JourneyCommand.Complete c, Journey.Open open) {
    var next = open.nextStep().atLatest(policy.after(policy.afterCompletion(), open.holder(), c.at()));
    return StepPlan.commit(open, next, new JourneyEvent.Completed(c.referralId(), c.by(), c.outcome(), c.note()));
  }
}
