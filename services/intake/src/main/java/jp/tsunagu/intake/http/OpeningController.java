package jp.tsunagu.intake.http;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import io.swagger.v3.oas.annotations.Operation;
import jp.tsunagu.contracts.DirectoryMessage;
import jp.tsunagu.intake.CaseFile;
import jp.tsunagu.intake.CaseFileCommand;
import jp.tsunagu.intake.CaseFileEvent;
import jp.tsunagu.intake.Person;
import jp.tsunagu.intake.sight.CaseAccess;
import jp.tsunagu.journal.CommandHandler;
import jp.tsunagu.runtime.directory.DirectoryView;
import jp.tsunagu.runtime.http.Act;
import jp.tsunagu.runtime.http.Answers;
import jp.tsunagu.runtime.http.Caller;
import jp.tsunagu.runtime.http.Problem;
import jp.tsunagu.runtime.http.Role;

/** どの窓口でも: every desk of every organisation opens a case, and holds it. */
@RestController
class OpeningController {
  private final CommandHandler<CaseFileCommand, CaseFileEvent, CaseFile> caseFiles;
  private final DirectoryView directory;

  OpeningController(CommandHandler<CaseFileCommand, CaseFileEvent, CaseFile> caseFiles, DirectoryView directory) {
    this.caseFiles = caseFiles;
    this.directory = directory;
  }

  record Opened(String caseId, long version) {}

  @PostMapping("/api/cases")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Opens a case; the caller's organisation holds it from then on")
  ResponseEntity<Opened> open(@RequestBody OpeningForm form, Act act) {
    mayOpen(act.caller());
    String caseId = act.newId("c");
    CaseFileCommand.Open command = form.command(act, caseId, this::takesPart);
    var outcome = act.handle(caseFiles, CaseAccess.stream(caseId), caseId, command);
    return Answers.created(outcome, done -> new Opened(caseId, done.version()));
  }

  boolean takesPart(Person person) {
    return ContactThrough.takesPart(person, directory);
  }

  void mayOpen(Caller caller) {
    if (!caller.is(Role.CASEWORKER)) throw Problem.forbidden("not-a-caseworker", "Only caseworkers open cases.");
    if (directory.all().isEmpty()) throw Problem.unavailable("directory-not-heard", "Who takes part is not known here yet; try again.");
    boolean active = directory.organisation(caller.organisation()).filter(DirectoryMessage.Organisation::active)
        .flatMap(o -> o.worker(caller.worker())).filter(DirectoryMessage.Worker::active).isPresent();
    if (!active) throw Problem.forbidden("not-active", "Your organisation or you take nothing new.");
  }
}
