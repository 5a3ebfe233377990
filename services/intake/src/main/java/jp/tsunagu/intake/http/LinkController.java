package jp.tsunagu.intake.http;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.swagger.v3.oas.annotations.Operation;
import jp.tsunagu.intake.CaseFile;
import jp.tsunagu.intake.CaseFileCommand;
import jp.tsunagu.intake.CaseFileEvent;
import jp.tsunagu.intake.Connection;
import jp.tsunagu.intake.InvalidValue;
import jp.tsunagu.intake.OwnWords;
import jp.tsunagu.intake.Standing;
import jp.tsunagu.intake.sight.CaseAccess;
import jp.tsunagu.intake.sight.Connections;
import jp.tsunagu.intake.sight.Holders;
import jp.tsunagu.journal.CommandHandler;
import jp.tsunagu.journal.FreeText;
import jp.tsunagu.runtime.http.Act;
import jp.tsunagu.runtime.http.Answers;

/** Cases of one person, linked and never merged. A link says that the other case is there and who holds it, and nothing else. */
@RestController
@RequestMapping("/api/cases/{caseId}/links")
class LinkController {
  private final CommandHandler<CaseFileCommand, CaseFileEvent, CaseFile> caseFiles;
  private final CaseAccess access;
  private final Connections connections;
  private final Holders holders;

  LinkController(CommandHandler<CaseFileCommand, CaseFileEvent, CaseFile> caseFiles, CaseAccess access, Connections connections,
      Holders holders) {
    this.caseFiles = caseFiles;
    this.access = access;
    this.connections = connections;
    this.holders = holders;
  }

  record Linked(String caseId, @Nullable String organisation) {}

  /**
   * @param proposals that wait for this case's holder
   * @param requested whether the secretariat was asked to connect this case and somebody still owes an answer
   */
  record Body(List<Linked> items, List<ConnectionBody> proposals, boolean requested) {}

  record LinkForm(@Nullable String caseId) {}

  record RemovalForm(@Nullable String reason) {
    @Override
    public String toString() {
      return "RemovalForm[…]";
    }
  }

  @GetMapping
  @Operation(summary = "Linked cases with their holders, and what is proposed; for the holder")
  Body read(@PathVariable String caseId, Act act) {
    CaseAccess.Seen seen = access.held(act.caller(), caseId);
    List<Connections.Waiting> waiting = connections.of(caseId);
    var proposals = waiting.stream().filter(w -> w.state() instanceof Connection.Proposed)
        .map(w -> ConnectionBody.of(w, caseId::equals, holders, act.at())).toList();
    var links = seen.disclosure().file().links().stream().filter(other -> !access.barred(act.caller(), other)).sorted()
        .map(other -> new Linked(other, holders.of(other).orElse(null))).toList();
    return new Body(links, proposals, waiting.stream().anyMatch(w -> w.state().pair().caseId().equals(caseId)));
  }

  @PostMapping
  @Operation(summary = "Links two cases of one person that the caller's organisation holds both")
  ResponseEntity<Answers.Version> link(@PathVariable String caseId, @RequestBody LinkForm form, Act act) {
    var fields = new Fields();
    String other = fields.orProblem(fields.required("caseId", form.caseId(), c -> c));
    boolean held = access.standing(act.caller(), other) == Standing.HOLDER;
    return handle(caseId, new CaseFileCommand.Link(other, held, false, access.standing(act.caller(), caseId), act.by(), act.at()), act);
  }

  @PostMapping("/{otherCaseId}/removal")
  @Operation(summary = "Takes a link back, with the reason; both cases stay as they are")
  ResponseEntity<Answers.Version> unlink(@PathVariable String caseId, @PathVariable String otherCaseId, @RequestBody RemovalForm form,
      Act act) {
    var fields = new Fields();
    FreeText reason = fields.orProblem(fields.required("reason", form.reason(), LinkController::reason));
    // Of a link to a case they are barred from they were told nothing, so for them there is none.
    String named = access.barred(act.caller(), otherCaseId) ? "" : otherCaseId;
    return handle(caseId,
        new CaseFileCommand.Unlink(named, reason, false, access.standing(act.caller(), caseId), act.by(), act.at()), act);
  }

  private static FreeText reason(String typed) {
    if (typed.isBlank()) throw new InvalidValue("blank", "must not be empty");
    return OwnWords.of(typed);
  }

  private ResponseEntity<Answers.Version> handle(String caseId, CaseFileCommand command, Act act) {
    return Answers.ok(act.handle(caseFiles, CaseAccess.stream(caseId), caseId, command));
  }
}
