package jp.tsunagu.intake.http;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import io.swagger.v3.oas.annotations.Operation;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.intake.BrokenGlass;
import jp.tsunagu.intake.CaseFile;
import jp.tsunagu.intake.CaseFileCommand;
import jp.tsunagu.intake.CaseFileEvent;
import jp.tsunagu.intake.OwnWords;
import jp.tsunagu.intake.sight.CaseAccess;
import jp.tsunagu.intake.sight.Holders;
import jp.tsunagu.journal.CommandHandler;
import jp.tsunagu.journal.FreeText;
import jp.tsunagu.runtime.http.Act;
import jp.tsunagu.runtime.http.Answers;
import jp.tsunagu.runtime.http.Caller;
import jp.tsunagu.runtime.http.Problem;
import jp.tsunagu.runtime.http.Role;

/** 緊急閲覧: for those who coordinate or administer, who otherwise see nothing of a person. */
@RestController
class BreakGlassController {
  private final CommandHandler<CaseFileCommand, CaseFileEvent, CaseFile> caseFiles;
  private final Holders holders;

  BreakGlassController(CommandHandler<CaseFileCommand, CaseFileEvent, CaseFile> caseFiles, Holders holders) {
    this.caseFiles = caseFiles;
    this.holders = holders;
  }

  record ReasonForm(@Nullable String reason) {
    @Override
    public String toString() {
      return "ReasonForm[…]";
    }
  }

  /** @param until when the look ends by itself */
  record Looking(Instant until, long version) {}

  @PostMapping("/api/cases/{caseId}/break-glass")
  @Operation(summary = "Opens the case to the secretariat or an administrator for an hour; the holder is told, every look is logged")
  ResponseEntity<Looking> breakGlass(@PathVariable String caseId, @RequestBody ReasonForm form, Act act) {
    onlyForThoseOutside(act.caller());
    var fields = new Fields();
    FreeText why = fields.orProblem(fields.required("reason", form.reason(), OwnWords::of));
    Party holder = holders.party(caseId).orElseThrow(Problem::notFound);
    var by = act.by();
    var outcome = act.handle(caseFiles, CaseAccess.stream(caseId), caseId, new CaseFileCommand.BreakGlass(why, holder, by, act.at()));
    return Answers.created(outcome, done -> new Looking(until(done.state(), by), done.version()));
  }

  private static Instant until(CaseFile state, Party by) {
    return ((CaseFile.Opened) state).admissions().glass().stream().filter(g -> g.by().equals(by)).map(BrokenGlass::until)
        .reduce((_, last) -> last)
        .orElseThrow();
  }

  /** A caseworker comes to a case by holding it or by being asked, and no other way. */
  private static void onlyForThoseOutside(Caller caller) {
    if (!caller.is(Role.SECRETARIAT) && !caller.is(Role.ADMINISTRATOR)) throw Problem.notFound();
  }
}
