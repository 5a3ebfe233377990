package jp.tsunagu.intake.sight;

import java.time.Instant;
import java.util.List;

import jp.tsunagu.contracts.ConsentItem;
import jp.tsunagu.contracts.ReferralMessage;
import jp.tsunagu.intake.Participants;
import jp.tsunagu.intake.Provision;

/** What the journey's messages mean for who has to do with a case; most mean nothing. */
final class JourneyNews {
  private JourneyNews() {}

  /** @param at when the message's event happened */
  static Participants after(Participants known, ReferralMessage message, Instant at) {
    var now = switch (message) {
      case ReferralMessage.JourneyOpened m -> Participants.of(m.holder());
      case ReferralMessage.CaseReopened m -> known.holdsAgain(m.holder().organisation());
      case ReferralMessage.Proposed m ->
        known.asked(m.toOrganisation(), m.referralId(), new Participants.Asked(m.basis(), m.items())).told(provision(m, at));
      case ReferralMessage.CustodyMoved m -> known.moved(m.from().organisation(), m.to().organisation(), at);
      case ReferralMessage.Declined m -> known.ended(m.referralId(), at);
      case ReferralMessage.Withdrawn m -> known.ended(m.referralId(), at);
      case ReferralMessage.Returned m -> known.ended(m.referralId(), at);
      case ReferralMessage.NotReached m -> known.ended(m.referralId(), at);
      default -> known; // another service's events; those it adds later change nothing here until we say so
    };
    return now.drawnAs(known.parties().after(message));
  }

  private static Provision provision(ReferralMessage.Proposed m, Instant at) {
    List<ConsentItem> items = m.items() == null ? List.of() : m.items();
    return new Provision(at, m.from(), m.toOrganisation(), m.toWorker(), Provision.Ground.of(m.basis()), m.consentId(), items,
        m.referralId());
  }
}
