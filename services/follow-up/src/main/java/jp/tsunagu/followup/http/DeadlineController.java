package jp.tsunagu.followup.http;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.swagger.v3.oas.annotations.Operation;
import jp.tsunagu.contracts.HeardHow;
import jp.tsunagu.followup.WatchCommand;
import jp.tsunagu.runtime.directory.DirectoryView;
import jp.tsunagu.runtime.http.Act;
import jp.tsunagu.runtime.http.Answers;

/** Dates that have passed, answered by whoever was told, also by telephone or fax. */
@RestController
@RequestMapping("/api/cases/{caseId}/deadlines")
class DeadlineController {
  private final Desk desk;
  private final DirectoryView directory;

  DeadlineController(Desk desk, DirectoryView directory) {
    this.desk = desk;
    this.directory = directory;
  }

  /** {@code {worker, how}}: who answered and how; both are left out by whoever answers for themselves. */
  record AcknowledgementForm(@Nullable String worker, @Nullable HeardHow how) {
    WatchCommand.@Nullable Word word(DirectoryView directory) {
      if (worker == null && how == null) return null;
      new Required().field("worker", worker).field("how", how).orProblem();
      if (worker == null || how == null) throw new IllegalStateException("both are there");
      return new WatchCommand.Word(PlanForm.named(worker, directory), how);
    }
  }

  @PostMapping("/{key}/acknowledgement")
  @Operation(summary = "Somebody has heard of a passed date and sees to it: the caller, or whoever told the caller so by telephone or fax")
  ResponseEntity<Answers.Version> acknowledge(@PathVariable String caseId, @PathVariable String key,
      @RequestBody(required = false) @Nullable AcknowledgementForm form, Act act) {
    var word = form == null ? null : form.word(directory);
    return Answers.ok(desk.ask(caseId, new WatchCommand.ConfirmHeard(act.by(), key, word, act.at()), act));
  }
}
