package jp.tsunagu.referral;

import java.util.ArrayList;
import java.util.List;

import jp.tsunagu.contracts.Party;
import jp.tsunagu.journal.Decision;

/** A colleague of the same organisation takes over; every date stays as it is. */
final class Assigning {
  private Assigning() {}

  static Decision<JourneyEvent> assign(JourneyCommand.Assign c, Journey.Open open) {
    String referralId = c.referralId();
    if (referralId == null) return assignCase(c, open);
    return OpenJourneyRules.visible(open, referralId, c.by(), referral -> assignReferral(c, open, referral));
  }

  private static Decision<JourneyEvent> assignCase(JourneyCommand.Assign c, Journey.Open open) {
    String holding = open.holder().organisation();
    return Check.that(open.heldBy(c.by().organisation()), Refusals.NOT_THE_HOLDER).and(() -> c.worker().servesActively(holding, "worker"))
        .then(() -> StepPlan.commit(open, open.nextStep(), handedOver(open, c.worker().of(holding))));
  }

  /** With the case goes all that its worker holds or owes in it, so that nothing is left behind. */
  private static List<JourneyEvent> handedOver(Journey.Open open, Party to) {
    return open.holder().equals(to) ? List.of() : everything(open, open.holder(), to);
  }

  /** All that one worker holds or owes here goes to a colleague. */
  static List<JourneyEvent> everything(Journey.Open open, Party from, Party to) {
    var events = new ArrayList<JourneyEvent>();
    if (open.holder().equals(from)) events.add(new JourneyEvent.HolderReassigned(from, to));
    for (Referral referral : open.handovers().openReferrals()) {
      if (receiving(referral).equals(from)) events.add(new JourneyEvent.ReceiverReassigned(referral.id(), to));
      if (referral.terms().from().equals(from)) events.add(new JourneyEvent.ReferrerReassigned(referral.id(), to));
    }
    for (Consent consent : open.handovers().permissions().consents())
      if (consent.unseen() != null && consent.unseen().by().equals(from))
        events.add(new JourneyEvent.WithdrawalReassigned(consent.id(), from, to));
    return events;
  }

  private static Decision<JourneyEvent> assignReferral(JourneyCommand.Assign c, Journey.Open open, Referral referral) {
    String own = c.by().organisation();
    Party to = c.worker().of(own);
    return Check.that(referral.between(own), Refusals.NOT_A_PARTY).and(referral.open(), Refusals.notWhile(referral.state()))
        .and(() -> c.worker().servesActively(own, "worker"))
        .then(() -> StepPlan.commit(open, open.nextStep(), referral.to(own) ? received(referral, to) : referred(referral, to)));
  }

  private static List<JourneyEvent> received(Referral referral, Party to) {
    return receiving(referral).equals(to) ? List.of() : List.of(new JourneyEvent.ReceiverReassigned(referral.id(), to));
  }

  private static List<JourneyEvent> referred(Referral referral, Party to) {
    return referral.terms().from().equals(to) ? List.of() : List.of(new JourneyEvent.ReferrerReassigned(referral.id(), to));
  }

  static Party receiving(Referral referral) {
    return switch (referral.state()) {
      case ReferralState.Asked asked -> asked.answerer();
      case ReferralState.Taken taken -> taken.receiver();
      case ReferralState.Ended _ -> throw new IllegalStateException(referral.id() + " has ended");
    };
  }
}
