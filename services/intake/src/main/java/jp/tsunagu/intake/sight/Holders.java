package jp.tsunagu.intake.sight;

import java.util.Optional;

import org.springframework.stereotype.Component;

import jp.tsunagu.contracts.Party;
import jp.tsunagu.intake.CaseFile;
import jp.tsunagu.intake.CaseFileCommand;
import jp.tsunagu.intake.CaseFileEvent;
import jp.tsunagu.journal.CommandHandler;

/** Who holds a case, as far as the journey was heard; before that the desk that opened it. */
@Component
public class Holders {
  private final ParticipantsProjection participants;
  private final CommandHandler<CaseFileCommand, CaseFileEvent, CaseFile> caseFiles;

  Holders(ParticipantsProjection participants, CommandHandler<CaseFileCommand, CaseFileEvent, CaseFile> caseFiles) {
    this.participants = participants;
    this.caseFiles = caseFiles;
  }

  /** An organisation; empty for a case that does not exist. */
  public Optional<String> of(String caseId) {
    return party(caseId).map(Party::organisation);
  }

  /** The same with its worker. */
  public Optional<Party> party(String caseId) {
    return participants.of(caseId).flatMap(p -> Optional.ofNullable(p.parties().holder())).or(() -> opener(caseId));
  }

  private Optional<Party> opener(String caseId) {
    return caseFiles.current(CaseAccess.stream(caseId)).state() instanceof CaseFile.Opened file
        ? Optional.of(file.opening().by())
        : Optional.empty();
  }
}
