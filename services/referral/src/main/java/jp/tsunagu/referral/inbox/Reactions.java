package jp.tsunagu.referral.inbox;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

import jp.tsunagu.contracts.DirectoryMessage;
import jp.tsunagu.contracts.DirectoryMessage.Worker;
import jp.tsunagu.contracts.DirectoryMessage.WorkerRole;
import jp.tsunagu.contracts.FollowUpMessage;
import jp.tsunagu.contracts.IntakeMessage;
import jp.tsunagu.contracts.Message;
import jp.tsunagu.contracts.NotificationMessage;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.contracts.ReferralMessage;
import jp.tsunagu.contracts.UnknownMessage;
import jp.tsunagu.journal.Actor;
import jp.tsunagu.journal.Cause;
import jp.tsunagu.journal.CommandHandler;
import jp.tsunagu.referral.Journey;
import jp.tsunagu.referral.JourneyCommand;
import jp.tsunagu.referral.JourneyEvent;
import jp.tsunagu.runtime.directory.DirectoryView;
import jp.tsunagu.runtime.inbox.Envelope;
import jp.tsunagu.runtime.inbox.Reaction;
import jp.tsunagu.runtime.journal.Journals;

/** Every message that concerns a journey becomes one command, caused by the message. */
@Component
public class Reactions implements Reaction {
  private static final Actor SELF = Actor.service("referral");

  private final CommandHandler<JourneyCommand, JourneyEvent, Journey> journeys;
  private final Journals journals;
  private final DirectoryView directory;
  private final InstantSource clock;

  Reactions(CommandHandler<JourneyCommand, JourneyEvent, Journey> journeys, Journals journals, DirectoryView directory,
      InstantSource clock) {
    this.directory = directory;
    this.journeys = journeys;
    this.journals = journals;
    this.clock = clock;
  }

  /** A refusal is an answer too, e.g. that the journey is open already. */
  @Override
  public void on(Envelope envelope) {
    String caseId = envelope.caseId();
    if (envelope.message() instanceof IntakeMessage.PersonErased) journals.forget(caseId);
    news(envelope.message(), clock.instant().truncatedTo(ChronoUnit.MILLIS)).ifPresent(
        command -> journeys.handle("journey-" + caseId, caseId, command, command.at(), SELF, Cause.message(envelope.id()), null));
  }

  private Optional<JourneyCommand> news(Message message, Instant now) {
    return switch (message) {
      case IntakeMessage m -> FromIntake.news(m, new Party(SELF.organisation(), SELF.worker()), this::colleagues, now);
      case FollowUpMessage m -> FromFollowUp.news(m, now);
      case ReferralMessage _ -> Optional.empty();
      case NotificationMessage _ -> Optional.empty();
      case DirectoryMessage _ -> Optional.empty();
      case UnknownMessage _ -> Optional.empty();
    };
  }

  /** Of the barred worker's team before all others, managers first: the case stays where it is known. */
  private List<Party> colleagues(Party worker) {
    return directory.organisation(worker.organisation()).stream().flatMap(o -> o.workers().stream())
        .filter(w -> w.active() && (w.roles().contains(WorkerRole.MANAGER) || w.roles().contains(WorkerRole.CASEWORKER)))
        .sorted(Comparator.comparing((Worker w) -> !directory.together(new Party(w.organisation(), w.worker()), worker))
            .thenComparing(w -> !w.roles().contains(WorkerRole.MANAGER)).thenComparing(Worker::worker))
        .map(w -> new Party(worker.organisation(), w.worker())).toList();
  }
}
