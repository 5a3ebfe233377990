package jp.tsunagu.referral;

import java.util.ArrayList;
import java.util.List;

import jp.tsunagu.journal.Decision;

/** The person's word on who may learn of them, as intake tells it. */
final class Consenting {
  private final DeadlinePolicy policy;

  Consenting(DeadlinePolicy policy) {
    this.policy = policy;
  }

  static Decision<JourneyEvent> note(JourneyCommand.NoteConsent c, Handovers handovers) {
    if (handovers.consent(c.consentId()).isPresent()) return Decision.accept();
    return Decision.accept(new JourneyEvent.ConsentNoted(c.consentId(), c.recipient()));
  }

  static Decision<JourneyEvent> endWhileClosed(JourneyCommand.EndConsent c, Handovers handovers) {
    return Decision.accept(ended(c, handovers));
  }

  /**
   * A proposal that rests on it is withdrawn, so that nobody learns more. Where the recipient already supports the person,
   * custody cannot just vanish: the holder has to settle it soon.
   */
  Decision<JourneyEvent> end(JourneyCommand.EndConsent c, Journey.Open open) {
    List<JourneyEvent> events = ended(c, open.handovers());
    if (events.isEmpty()) return Decision.accept();
    var resting = open.handovers().openReferrals().stream().filter(r -> r.terms().basis().restsOn(c.consentId())).toList();
    for (Referral referral : resting)
      if (referral.state() instanceof ReferralState.Asked) events.add(new JourneyEvent.Withdrawn(referral.id(), c.by(), null));
    NextStep next = resting.isEmpty() ? open.nextStep() : NextStep.by(policy.after(policy.afterSetback(), c.at()));
    return StepPlan.commit(open, next, events);
  }

  private static List<JourneyEvent> ended(JourneyCommand.EndConsent c, Handovers handovers) {
    var events = new ArrayList<JourneyEvent>();
    var known = handovers.consent(c.consentId());
    if (known.isPresent() && known.get().withdrawn()) return events;
    if (known.isEmpty()) events.add(new JourneyEvent.ConsentNoted(c.consentId(), c.recipient()));
    events.add(new JourneyEvent.ConsentEnded(c.consentId(), c.recipient()));
    return events;
  }
}
