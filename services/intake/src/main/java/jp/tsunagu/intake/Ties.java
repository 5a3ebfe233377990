package jp.tsunagu.intake;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.journal.Decision;
import jp.tsunagu.journal.FreeText;
import jp.tsunagu.journal.Refusal;

/**
 * The part of a case file's rules that ties it to others: two cases of one person are linked and never merged, so a mistake is
 * taken back by unlinking. Each side records it by itself; what one records the other follows, as an echo that nobody follows.
 */
final class Ties {
  private Ties() {}

  /** @param command of somebody who knows of the case */
  static Decision<CaseFileEvent> decide(CaseFileCommand.OfTies command, CaseFile.Opened file) {
    return switch (command) {
      case CaseFileCommand.NoteAddressAttempt c -> attempted(c, file);
      case CaseFileCommand.Link c -> ofHolder(c) ? link(c, file) : foreign();
      case CaseFileCommand.Unlink c -> ofHolder(c) ? unlink(c, file) : foreign();
      case CaseFileCommand.AskAgreement c ->
        ofHolder(c) ? Decision.accept(new CaseFileEvent.AgreementAsked(c.connectionId(), c.by(), c.at())) : foreign();
    };
  }

  private static boolean ofHolder(CaseFileCommand.OfTies command) {
    return command.standing() == Standing.HOLDER;
  }

  private static Decision<CaseFileEvent> foreign() {
    return Decision.refuse(Refusal.forbidden("not-the-holder", "another organisation holds this case"));
  }

  /** Whoever sent it: the holder has to hear of it above all when it was somebody else. */
  private static Decision<CaseFileEvent> attempted(CaseFileCommand.NoteAddressAttempt c, CaseFile.Opened file) {
    return file.person().addressHidden() ? Decision.accept(new CaseFileEvent.HiddenAddressAttempted(c.by(), c.at())) : Decision.accept();
  }

  private static Decision<CaseFileEvent> link(CaseFileCommand.Link c, CaseFile.Opened file) {
    if (c.otherCaseId().equals(file.opening().caseId()))
      return Decision.refuse(Refusal.invalid("caseId", "same-case", "another case than this one"));
    if (!c.otherHeld()) return Decision.refuse(Refusal.invalid("caseId", "case-not-held", "a case that your organisation holds"));
    return file.links().contains(c.otherCaseId())
        ? Decision.accept()
        : Decision.accept(new CaseFileEvent.Linked(c.otherCaseId(), c.echo(), c.by(), c.at()));
  }

  private static Decision<CaseFileEvent> unlink(CaseFileCommand.Unlink c, CaseFile.Opened file) {
    @Nullable
    FreeText reason = file.erased() ? null : c.reason();
    if (file.links().contains(c.otherCaseId()))
      return Decision.accept(new CaseFileEvent.Unlinked(c.otherCaseId(), reason, c.echo(), c.by(), c.at()));
    return c.echo() ? Decision.accept() : Decision.refuse(Refusal.unknown("unknown-link", "no such link"));
  }

  static CaseFile.Opened evolve(CaseFile.Opened file, CaseFileEvent.OfTies event) {
    return switch (event) {
      case CaseFileEvent.Linked e -> file.linkedWith(e.otherCaseId());
      case CaseFileEvent.Unlinked e -> file.unlinkedFrom(e.otherCaseId(), e.at());
      case CaseFileEvent.AgreementAsked e -> file;
      case CaseFileEvent.HiddenAddressAttempted e -> file;
    };
  }
}
