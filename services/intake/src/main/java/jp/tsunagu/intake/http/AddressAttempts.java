package jp.tsunagu.intake.http;

import java.time.temporal.ChronoUnit;

import org.springframework.stereotype.Component;

import jp.tsunagu.intake.CaseFile;
import jp.tsunagu.intake.CaseFileCommand;
import jp.tsunagu.intake.CaseFileEvent;
import jp.tsunagu.intake.Standing;
import jp.tsunagu.intake.sight.CaseAccess;
import jp.tsunagu.journal.Cause;
import jp.tsunagu.journal.CommandHandler;
import jp.tsunagu.journal.Outcome;
import jp.tsunagu.journal.Refusal;
import jp.tsunagu.runtime.http.Act;

/**
 * Tells the case file, and by it the holder, that an address was sent of somebody whose address is hidden. It is told before
 * the request is refused, so that no crash in between can hide it; and once per worker and hour, so that nobody fills a case
 * file with it.
 */
@Component
class AddressAttempts {
  private final CommandHandler<CaseFileCommand, CaseFileEvent, CaseFile> caseFiles;

  AddressAttempts(CommandHandler<CaseFileCommand, CaseFileEvent, CaseFile> caseFiles) {
    this.caseFiles = caseFiles;
  }

  /** Whether there was an attempt. Only the holder lifts the flag. */
  boolean note(String caseId, PersonForm form, Standing standing, Act act) {
    if (!form.givesAddress() || (form.liftsTheFlag() && standing == Standing.HOLDER)) return false;
    var by = act.by();
    var once = Cause.message("address-attempt/" + by.worker() + "/" + act.at().truncatedTo(ChronoUnit.HOURS));
    var command = new CaseFileCommand.NoteAddressAttempt(standing, by, act.at());
    var noted = caseFiles.handle(CaseAccess.stream(caseId), caseId, command, act.at(), act.actor(), once, null);
    return noted instanceof Outcome.Done<CaseFileEvent, CaseFile> done && !done.events().isEmpty();
  }

  /**
   * The note is a change of the case file and must not be what the request is refused for: whoever is told of a newer version reads it
   * and sends the address again.
   */
  static Outcome<CaseFileEvent, CaseFile> refusedForTheAddress(Outcome<CaseFileEvent, CaseFile> outcome) {
    return outcome instanceof Outcome.Stale<CaseFileEvent, CaseFile>
        ? new Outcome.Refused<>(Refusal.invalid("address", "address-hidden", "no address of a person whose address is hidden"))
        : outcome;
  }
}
