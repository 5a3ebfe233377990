package jp.tsunagu.intake.inbox;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

import jp.tsunagu.contracts.DirectoryMessage;
import jp.tsunagu.contracts.DirectoryMessage.LetIn;
import jp.tsunagu.contracts.IntakeMessage;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.intake.CaseFile;
import jp.tsunagu.intake.CaseFileCommand;
import jp.tsunagu.intake.CaseFileEvent;
import jp.tsunagu.intake.LogInLetter;
import jp.tsunagu.intake.sight.Candidates;
import jp.tsunagu.intake.sight.CaseAccess;
import jp.tsunagu.journal.Actor;
import jp.tsunagu.journal.Cause;
import jp.tsunagu.journal.CommandHandler;
import jp.tsunagu.journal.FreeText;
import jp.tsunagu.runtime.directory.DirectoryView;
import jp.tsunagu.runtime.inbox.Envelope;
import jp.tsunagu.runtime.inbox.Reaction;

/**
 * Bars whom a barred worker lets in, or he would read the case under a colleague's name. It follows a letter and a bar alike, each after
 * what came before it is stored, so that of two that cross one finds the other; and a bar of its own making like any other, so that
 * nobody is let in by the next in the row.
 */
@Component
public final class Letters implements Reaction {
  private static final Actor SELF = Actor.service("intake");
  private static final Party BY = new Party(SELF.organisation(), SELF.worker());
  /** Read on the case's page by whoever holds it. */
  private static final FreeText REASON = FreeText.of("かかわらない担当者が出した手紙でログインしたため");

  private final CommandHandler<CaseFileCommand, CaseFileEvent, CaseFile> caseFiles;
  private final Candidates candidates;
  private final DirectoryView directory;
  private final InstantSource clock;
  private final Duration reach;

  Letters(CommandHandler<CaseFileCommand, CaseFileEvent, CaseFile> caseFiles, Candidates candidates, DirectoryView directory,
      InstantSource clock, @Value("${tsunagu.intake.letters.reach}") Duration reach) {
    this.caseFiles = caseFiles;
    this.candidates = candidates;
    this.directory = directory;
    this.clock = clock;
    this.reach = reach;
  }

  @Override
  public boolean reads(String service) {
    return service.equals("directory") || service.equals("intake");
  }

  @Override
  public void on(Envelope envelope) {
    if (envelope.message() instanceof DirectoryMessage.Organisation organisation) {
      directory.apply(List.of(envelope));
      organisation.workers().forEach(this::letIn);
    }
    if (envelope.message() instanceof IntakeMessage.WorkerBarred barred)
      directory.letInBy(barred.worker().worker()).forEach(reader -> follow(barred.caseId(), reader));
  }

  private void letIn(DirectoryMessage.Worker reader) {
    LetIn letIn = reader.letIn();
    if (letIn != null) candidates.barring(letIn.by()).forEach(caseId -> follow(caseId, reader));
  }

  /** The letter is the cause, not the message: an organisation's every message tells of it again. */
  private void follow(String caseId, DirectoryMessage.Worker reader) {
    LetIn letIn = reader.letIn();
    if (letIn == null) return;
    var letter = new LogInLetter(new Party(reader.organisation(), reader.worker()), letIn.by(), letIn.at());
    var command = new CaseFileCommand.BarLetIn(letter, reach, REASON, BY, clock.instant());
    var cause = Cause.message("letter-" + reader.worker() + "-" + letIn.at());
    caseFiles.handle(CaseAccess.stream(caseId), caseId, command, command.at(), SELF, cause, null);
  }
}
