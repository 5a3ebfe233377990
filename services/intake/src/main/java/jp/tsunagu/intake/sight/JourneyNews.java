package jp.tsunagu.intake.sight;

import java.time.Instant;

import jp.tsunagu.contracts.ReferralMessage;
import jp.tsunagu.intake.Participants;

/** What the journey's messages mean for who has to do with a case; most mean nothing. */
final class JourneyNews {
  private JourneyNews() {}

  /** @param at when the message's event happened */
  static Participants after(Participants known, ReferralMessage message, Instant at) {
    var now = switch (message) {
      case ReferralMessage.JourneyOpened m -> Participants.of(m.holder());
      case ReferralMessage.CaseReopened m -> known.holdsAgain(m.holder().organisation());
      case ReferralMessage.Proposed m -> known.asked(m.toOrganisation(), m.referralId(), new Participants.Asked(m.basis(), m.items()));
      case ReferralMessage.CustodyMoved m -> known.moved(m.from().organisation(), m.to().organisation(), at);
      case ReferralMessage.Declined m -> known.ended(m.referralId());
      case ReferralMessage.Withdrawn m -> known.ended(m.referralId());
      case ReferralMessage.Returned m -> known.ended(m.referralId());
      case ReferralMessage.NotReached m -> known.ended(m.referralId());
      default -> known; // another service's events; those it adds later change nothing here until we say so
    };
    return now.drawnAs(known.parties().after(message));
  }
}
