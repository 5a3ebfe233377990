package jp.tsunagu.referral.inbox;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

import org.springframework.stereotype.Component;

import jp.tsunagu.contracts.IntakeMessage;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.journal.Actor;
import jp.tsunagu.journal.Cause;
import jp.tsunagu.journal.CommandHandler;
import jp.tsunagu.referral.Journey;
import jp.tsunagu.referral.JourneyCommand;
import jp.tsunagu.referral.JourneyEvent;
import jp.tsunagu.runtime.inbox.Envelope;
import jp.tsunagu.runtime.inbox.Reaction;

/** A case that was opened gets its journey; consents become bases, and stop being them. */
@Component
public class FromIntake implements Reaction {
  private static final Actor SELF = Actor.service("referral");

  private final CommandHandler<JourneyCommand, JourneyEvent, Journey> journeys;
  private final InstantSource clock;

  FromIntake(CommandHandler<JourneyCommand, JourneyEvent, Journey> journeys, InstantSource clock) {
    this.journeys = journeys;
    this.clock = clock;
  }

  /** A refusal is an answer too, e.g. that the journey is open already. */
  @Override
  public void on(Envelope envelope) {
    if (!(envelope.message() instanceof IntakeMessage message)) return;
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    switch (message) {
      case IntakeMessage.CaseOpened m -> send(envelope, new JourneyCommand.OpenJourney(m.holder(), m.urgency(), now));
      case IntakeMessage.ConsentGiven m -> send(envelope, new JourneyCommand.NoteConsent(m.consentId(), m.recipient(), now));
      case IntakeMessage.ConsentWithdrawn m ->
        send(envelope, new JourneyCommand.EndConsent(m.consentId(), m.recipient(), new Party(SELF.organisation(), SELF.worker()), now));
      case IntakeMessage.PersonRecorded _ -> {} // who the person is matters to intake alone
    }
  }

  private void send(Envelope envelope, JourneyCommand command) {
    String caseId = envelope.caseId();
    journeys.handle("journey-" + caseId, caseId, command, command.at(), SELF, Cause.message(envelope.id()), null);
  }
}
