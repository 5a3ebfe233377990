package jp.tsunagu.intake.inbox;

import java.time.InstantSource;

import org.springframework.stereotype.Component;

import jp.tsunagu.contracts.ConnectionStage;
import jp.tsunagu.contracts.IntakeMessage;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.intake.CaseFile;
import jp.tsunagu.intake.CaseFileCommand;
import jp.tsunagu.intake.CaseFileEvent;
import jp.tsunagu.intake.Connection;
import jp.tsunagu.intake.Standing;
import jp.tsunagu.intake.sight.CaseAccess;
import jp.tsunagu.intake.sight.Connections;
import jp.tsunagu.journal.Actor;
import jp.tsunagu.journal.Cause;
import jp.tsunagu.journal.CommandHandler;
import jp.tsunagu.runtime.inbox.Envelope;
import jp.tsunagu.runtime.inbox.Reaction;

/**
 * Takes what one stream decided to the streams it concerns: a link to the other case file, a proposal and an agreement to both.
 * Each is one message that comes until it has been followed, so a crash in between leaves nothing half done.
 */
@Component
public final class Following implements Reaction {
  private static final Actor SELF = Actor.service("intake");

  private final CommandHandler<CaseFileCommand, CaseFileEvent, CaseFile> caseFiles;
  private final Connections connections;
  private final InstantSource clock;

  Following(CommandHandler<CaseFileCommand, CaseFileEvent, CaseFile> caseFiles, Connections connections, InstantSource clock) {
    this.caseFiles = caseFiles;
    this.connections = connections;
    this.clock = clock;
  }

  /** Else every look at a case would ask for the journey's news twice. */
  @Override
  public boolean reads(String service) {
    return service.equals("intake");
  }

  @Override
  public void on(Envelope envelope) {
    if (envelope.message() instanceof IntakeMessage message) follow(message, envelope);
  }

  private void follow(IntakeMessage message, Envelope e) {
    switch (message) {
      case IntakeMessage.CaseLinked m when !m.echo() ->
        send(m.otherCaseId(), new CaseFileCommand.Link(m.caseId(), true, true, Standing.HOLDER, m.by(), clock.instant()), e);
      case IntakeMessage.CaseUnlinked m when !m.echo() -> send(m.otherCaseId(),
          new CaseFileCommand.Unlink(m.caseId(), null, true, Standing.HOLDER, m.by(), clock.instant()), e);
      case IntakeMessage.ConnectionNoted m when m.stage() == ConnectionStage.PROPOSED || m.stage() == ConnectionStage.JOINED ->
        follow(connections.asOf(e.stream(), e.version()), m.connectionId(), e);
      // An echo ends here, or two cases would answer each other for ever.
      case IntakeMessage.CaseLinked _,IntakeMessage.CaseUnlinked _,IntakeMessage.ConnectionNoted _ -> {}
      case IntakeMessage.CaseOpened _,IntakeMessage.PersonRecorded _,IntakeMessage.PersonErased _,IntakeMessage.ConsentGiven _,IntakeMessage.ConsentWithdrawn _,IntakeMessage.SupportMeetingHeld _,IntakeMessage.SupportMeetingEnded _,IntakeMessage.WorkerBarred _,IntakeMessage.BarLifted _,IntakeMessage.GlassBroken _,IntakeMessage.AbuseReported _,IntakeMessage.AbuseReportReceived _,IntakeMessage.AgreementAsked _,IntakeMessage.HiddenAddressAttempted _ ->
        {
        }
    }
  }

  /** @param connection as it was when the message was made, whatever has become of it since */
  private void follow(Connection connection, String connectionId, Envelope e) {
    switch (connection) {
      case Connection.Proposed(var pair, var by, var dueAt, var agreed) -> pair.cases().forEach(
          caseId -> send(caseId, new CaseFileCommand.AskAgreement(connectionId, Standing.HOLDER, by, clock.instant()), e));
      case Connection.Joined(var pair, Party by, var at) ->
        send(pair.caseId(), new CaseFileCommand.Link(pair.otherCaseId(), true, false, Standing.HOLDER, by, clock.instant()), e);
      case Connection.Unasked _,Connection.Asked _,Connection.Refused _ -> {}
    }
  }

  private void send(String caseId, CaseFileCommand command, Envelope e) {
    caseFiles.handle(CaseAccess.stream(caseId), caseId, command, clock.instant(), SELF, Cause.message(e.id()), null);
  }
}
