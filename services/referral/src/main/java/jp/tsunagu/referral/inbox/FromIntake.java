package jp.tsunagu.referral.inbox;

import java.time.Instant;
import java.util.Optional;

import jp.tsunagu.contracts.IntakeMessage;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.referral.JourneyCommand;

/** A case that was opened gets its journey; consents become bases, and stop being them. */
final class FromIntake {
  private FromIntake() {}

  /** @param self who withdraws what rests on a consent: the person's word came through this service */
  static Optional<JourneyCommand> news(IntakeMessage message, Party self, Instant now) {
    return switch (message) {
      case IntakeMessage.CaseOpened m -> Optional.of(new JourneyCommand.OpenJourney(m.holder(), m.urgency(), now));
      case IntakeMessage.ConsentGiven m -> Optional.of(new JourneyCommand.NoteConsent(m.consentId(), m.recipient(), now));
      case IntakeMessage.ConsentWithdrawn m -> Optional.of(new JourneyCommand.EndConsent(m.consentId(), m.recipient(), self, now));
      case IntakeMessage.PersonErased _ -> Optional.empty(); // the words of this service are closed with the key
      // Who the person is, and whether they are known elsewhere, matters to intake alone.
      case IntakeMessage.PersonRecorded _,IntakeMessage.HiddenAddressAttempted _,IntakeMessage.CaseLinked _,IntakeMessage.CaseUnlinked _,IntakeMessage.ConnectionNoted _,IntakeMessage.AgreementAsked _ ->
        Optional.empty();
    };
  }
}
