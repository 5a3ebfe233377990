package jp.tsunagu.intake.http;

import java.time.temporal.ChronoUnit;

import org.springframework.stereotype.Component;

import jp.tsunagu.contracts.Party;
import jp.tsunagu.intake.CaseFile;
import jp.tsunagu.intake.CaseFileCommand;
import jp.tsunagu.intake.CaseFileEvent;
import jp.tsunagu.intake.Standing;
import jp.tsunagu.intake.sight.CaseAccess;
import jp.tsunagu.journal.Cause;
import jp.tsunagu.journal.CommandHandler;
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

  /** Only the holder lifts the flag. */
  void note(String caseId, PersonForm form, Standing standing, Act act) {
    if (!form.givesAddress() || (form.liftsTheFlag() && standing == Standing.HOLDER)) return;
    var by = new Party(act.caller().organisation(), act.caller().worker());
    var once = Cause.message("address-attempt/" + by.worker() + "/" + act.at().truncatedTo(ChronoUnit.HOURS));
    caseFiles.handle(CaseAccess.stream(caseId), caseId, new CaseFileCommand.NoteAddressAttempt(standing, by, act.at()), act.at(),
        act.actor(), once, null);
  }
}
