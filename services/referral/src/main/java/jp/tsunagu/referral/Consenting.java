package jp.tsunagu.referral;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.contracts.Party;
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
    return Decision.accept(ended(c, handovers, null));
  }

  /**
   * A proposal that rests on it is withdrawn, so that nobody learns more. Where the recipient already supports the person,
   * custody cannot just vanish: the holder has to settle it soon.
   */
  Decision<JourneyEvent> end(JourneyCommand.EndConsent c, Journey.Open open) {
    var resting = open.handovers().openReferrals().stream().filter(r -> r.terms().basis().restsOn(c.consentId())).toList();
    List<JourneyEvent> events = ended(c, open.handovers(), asked(c, resting, open));
    if (events.isEmpty()) return Decision.accept();
    for (Referral referral : resting)
      if (referral.state() instanceof ReferralState.Asked) events.add(new JourneyEvent.Withdrawn(referral.id(), c.by(), null));
    NextStep next = resting.isEmpty() ? open.nextStep() : NextStep.by(policy.afterSetback(open.holder(), c.at()));
    return StepPlan.commit(open, next, events);
  }

  /** Whoever was told of the person says that they have seen it: who has to do with them by it now, or else holds the case. */
  private Consent.@Nullable Unseen asked(JourneyCommand.EndConsent c, List<Referral> resting, Journey.Open open) {
    Optional<Party> told = resting.stream().findFirst().map(Assigning::receiving)
        .or(() -> Optional.of(open.holder()).filter(holder -> holder.organisation().equals(c.recipient())));
    return told.map(by -> new Consent.Unseen(by, policy.afterSetback(by, c.at()))).orElse(null);
  }

  static Decision<JourneyEvent> acknowledge(JourneyCommand.AcknowledgeWithdrawal c, Journey.Open open) {
    var waiting = open.handovers().consent(c.consentId()).filter(k -> k.recipient().equals(c.by().organisation()));
    if (waiting.isEmpty() || !waiting.get().withdrawn()) return Decision.refuse(Refusals.NOTHING_TO_ACKNOWLEDGE);
    if (waiting.get().unseen() == null) return Decision.accept();
    return StepPlan.commit(open, open.nextStep(), new JourneyEvent.WithdrawalAcknowledged(c.consentId(), c.by()));
  }

  private static List<JourneyEvent> ended(JourneyCommand.EndConsent c, Handovers handovers, Consent.@Nullable Unseen asked) {
    var events = new ArrayList<JourneyEvent>();
    var known = handovers.consent(c.consentId());
    if (known.isPresent() && known.get().withdrawn()) return events;
    if (known.isEmpty()) events.add(new JourneyEvent.ConsentNoted(c.consentId(), c.recipient()));
    events.add(new JourneyEvent.ConsentEnded(c.consentId(), c.recipient(), asked));
    return events;
  }
}
