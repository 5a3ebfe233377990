package jp.tsunagu.intake.http;

import java.util.List;
import java.util.Optional;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import io.swagger.v3.oas.annotations.Operation;
import jp.tsunagu.contracts.ConsentItem;
import jp.tsunagu.intake.CaseFile;
import jp.tsunagu.intake.CaseFileCommand;
import jp.tsunagu.intake.CaseFileEvent;
import jp.tsunagu.intake.ErasureReason;
import jp.tsunagu.intake.Standing;
import jp.tsunagu.runtime.access.AccessLog;
import jp.tsunagu.intake.vault.Erasures;
import jp.tsunagu.runtime.directory.DirectoryView;
import jp.tsunagu.runtime.http.Role;
import jp.tsunagu.runtime.vault.Seals;
import org.jspecify.annotations.Nullable;
import jp.tsunagu.intake.sight.CaseAccess;
import jp.tsunagu.journal.CommandHandler;
import jp.tsunagu.runtime.http.Act;
import jp.tsunagu.runtime.http.Answers;
import jp.tsunagu.runtime.http.Problem;
import io.swagger.v3.oas.annotations.media.Schema;

/** One case and its person. */
@RestController
class CaseController {
  private final CommandHandler<CaseFileCommand, CaseFileEvent, CaseFile> caseFiles;
  private final CaseAccess access;
  private final AccessLog log;
  private final Seals seals;
  private final Erasures erasures;
  private final AddressAttempts attempts;
  private final DirectoryView directory;

  CaseController(CommandHandler<CaseFileCommand, CaseFileEvent, CaseFile> caseFiles, CaseAccess access, AccessLog log,
      Seals seals, Erasures erasures, AddressAttempts attempts, DirectoryView directory) {
    this.caseFiles = caseFiles;
    this.access = access;
    this.log = log;
    this.seals = seals;
    this.erasures = erasures;
    this.attempts = attempts;
    this.directory = directory;
  }

  @GetMapping("/api/cases/{caseId}")
  @Operation(summary = "The case as the caller's organisation may see it; every look is logged")
  ResponseEntity<CaseBody> read(@PathVariable String caseId, Act act) {
    CaseAccess.Seen seen = access.look(act.caller(), caseId).orElseThrow(Problem::notFound);
    var why = seen.emergency() ? AccessLog.Why.BROKEN_GLASS : AccessLog.Why.READ;
    log.add(act, why, List.of(new AccessLog.Look(caseId, seen.disclosure().fields())));
    return ResponseEntity.ok().eTag(Answers.etag(seen.version())).body(CaseBody.of(seen, seals.of(caseId)));
  }

  @PutMapping("/api/cases/{caseId}/person")
  @Operation(summary = "Replaces what is recorded of the person; guardians, others and visitor each stay where left out. The holder's matter")
  ResponseEntity<Answers.Version> record(@PathVariable String caseId, @RequestBody PersonForm form, Act act) {
    Optional<CaseAccess.Seen> seen = access.look(act.caller(), caseId);
    Standing standing = seen.map(CaseAccess.Seen::standing).orElse(Standing.STRANGER);
    boolean attempted = attempts.note(caseId, form, standing, act);
    var fields = new Fields();
    var person = fields.orProblem(form.read(fields, ""));
    var by = act.by();
    var command = new CaseFileCommand.RecordPerson(person, form.saidOfFamily(), unseen(seen),
        ContactThrough.takesPart(person, directory), standing, by, act.at());
    var outcome = act.handle(caseFiles, CaseAccess.stream(caseId), caseId, command);
    var answer = Answers.ok(attempted ? AddressAttempts.refusedForTheAddress(outcome) : outcome);
    log.add(act, AccessLog.Why.CHANGE, List.of(new AccessLog.Look(caseId, List.of("person"))));
    return answer;
  }

  private static CaseFileCommand.Unseen unseen(Optional<CaseAccess.Seen> seen) {
    boolean story = seen.filter(s -> s.disclosure().shows(ConsentItem.HISTORY)).isEmpty();
    return new CaseFileCommand.Unseen(seen.filter(CaseAccess.Seen::blind).isPresent(), story);
  }

  record ErasureForm(@Schema(requiredMode = Schema.RequiredMode.REQUIRED, implementation = ErasureReason.class) @Nullable String reason) {}

  @PostMapping("/api/cases/{caseId}/person/erasure")
  @Operation(summary = "Erases the person for ever, in every copy; who held the case when stays. A manager of the holder decides it")
  ResponseEntity<Answers.Version> erase(@PathVariable String caseId, @RequestBody ErasureForm form, Act act) {
    var fields = new Fields();
    ErasureReason reason = fields.orProblem(fields.required("reason", form.reason(), Fields.code(ErasureReason.class)));
    var standing = access.standing(act.caller(), caseId);
    if (standing == Standing.HOLDER && !act.caller().is(Role.MANAGER))
      throw Problem.forbidden("not-a-manager", "A manager of the holding organisation decides this.");
    var by = act.by();
    var command = new CaseFileCommand.ErasePerson(reason, standing, by, act.at());
    var outcome = act.handle(caseFiles, CaseAccess.stream(caseId), caseId, command);
    ResponseEntity<Answers.Version> answer = Answers.ok(outcome);
    erasures.carryOut(caseId);
    log.add(act, AccessLog.Why.CHANGE, List.of(new AccessLog.Look(caseId, List.of("erasure"))));
    return answer;
  }
}
