package jp.tsunagu.referral;

import jp.tsunagu.journal.Decision;

/** A desk opens a case, or opens it again, and holds it from now on. */
final class Opening {
  private final DeadlinePolicy policy;

  Opening(DeadlinePolicy policy) {
    this.policy = policy;
  }

  Decision<JourneyEvent> open(JourneyCommand.OpenJourney c) {
    var next = NextStep.by(policy.answerBy(c.holder().organisation(), c.urgency(), c.at()));
    return StepPlan.commit(new Journey.NotOpened(), next, new JourneyEvent.Opened(c.holder(), c.urgency()));
  }

  /** By the organisation that held it last: whoever did not hold it takes over by a referral only. */
  Decision<JourneyEvent> reopen(JourneyCommand.Reopen c, Journey.Closed closed) {
    String organisation = c.by().organisation();
    var next = NextStep.by(policy.answerBy(organisation, closed.handovers().urgency(), c.at()));
    return Check.that(closed.lastHolder().organisation().equals(organisation), Refusals.NOT_THE_HOLDER)
        .and(() -> policy.bounds().readable("reason", c.reason()))
        .then(() -> StepPlan.commit(closed, next, new JourneyEvent.CaseReopened(c.by(), c.reason())));
  }
}
