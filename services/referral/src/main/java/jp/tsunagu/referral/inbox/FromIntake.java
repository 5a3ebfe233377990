package jp.tsunagu.referral.inbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import jp.tsunagu.contracts.IntakeMessage;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.referral.JourneyCommand;
import jp.tsunagu.referral.Meeting;

/** A case that was opened gets its journey; consents become bases, and stop being them. */
final class FromIntake {
  private FromIntake() {}

  /**
   * @param self       who withdraws what rests on a consent: the person's word came through this service
   * @param colleagues who may take over what a worker owes
   */
  static Optional<JourneyCommand> news(IntakeMessage message, Party self, Function<Party, List<Party>> colleagues, Instant now) {
    return switch (message) {
      case IntakeMessage.CaseOpened m -> Optional.of(new JourneyCommand.OpenJourney(m.holder(), m.urgency(), now));
      case IntakeMessage.ConsentGiven m -> Optional.of(new JourneyCommand.NoteConsent(m.consentId(), m.recipient(), now));
      case IntakeMessage.ConsentWithdrawn m -> Optional.of(new JourneyCommand.EndConsent(m.consentId(), m.recipient(), self, now));
      case IntakeMessage.SupportMeetingHeld m -> Optional.of(new JourneyCommand.NoteMeeting(
          new Meeting(m.meetingId(), m.members().stream().map(Party::organisation).distinct().toList()), now));
      case IntakeMessage.SupportMeetingEnded m -> Optional.of(new JourneyCommand.EndMeeting(m.meetingId(), now));
      case IntakeMessage.WorkerBarred m -> Optional.of(new JourneyCommand.NoteBar(m.worker(), colleagues.apply(m.worker()), now));
      case IntakeMessage.BarLifted m -> Optional.of(new JourneyCommand.LiftBar(m.worker(), now));
      case IntakeMessage.GlassBroken _ -> Optional.empty(); // a look changes nothing
      case IntakeMessage.PersonErased _ -> Optional.empty(); // the words of this service are closed with the key
      // Who the person is, and whether they are known elsewhere, matters to intake alone.
      case IntakeMessage.PersonRecorded _,IntakeMessage.HiddenAddressAttempted _,IntakeMessage.CaseLinked _,IntakeMessage.CaseUnlinked _,IntakeMessage.ConnectionNoted _,IntakeMessage.AgreementAsked _ ->
        Optional.empty();
      case IntakeMessage.AbuseReported _ -> Optional.empty(); // no step of the journey, and nothing leaves by it
      case IntakeMessage.AbuseReportReceived _ -> Optional.empty();
    };
  }
}
