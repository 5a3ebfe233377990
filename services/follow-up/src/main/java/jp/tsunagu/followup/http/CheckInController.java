package jp.tsunagu.followup.http;

import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.swagger.v3.oas.annotations.Operation;
import jp.tsunagu.followup.WatchCommand;
import jp.tsunagu.runtime.directory.DirectoryView;
import jp.tsunagu.runtime.http.Act;
import jp.tsunagu.runtime.http.Answers;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.http.HttpStatus;
import io.swagger.v3.oas.annotations.media.Schema;

/** 近況確認 */
@RestController
@RequestMapping("/api/cases/{caseId}/check-ins")
class CheckInController {
  private final Desk desk;
  private final DirectoryView directory;

  CheckInController(Desk desk, DirectoryView directory) {
    this.desk = desk;
    this.directory = directory;
  }

  record Planned(String checkInId, long version) {}

  record AssignmentForm(@Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String worker) {}

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Plans a day on which a worker asks how the person is")
  ResponseEntity<Planned> plan(@PathVariable String caseId, @RequestBody PlanForm form, Act act) {
    var plan = form.plan(act.newId("i"), directory, "");
    var outcome = desk.ask(caseId, new WatchCommand.PlanCheckIn(act.by(), plan, act.at()), act);
    return Answers.created(outcome, done -> new Planned(plan.checkInId(), done.version()));
  }

  @PostMapping("/{checkInId}/result")
  @Operation(summary = "Records what a check-in found; the person is not left without a next date")
  ResponseEntity<Answers.Version> record(@PathVariable String caseId, @PathVariable String checkInId, @RequestBody ResultForm form,
      Act act) {
    var next = form.next() == null ? null : form.next().plan(act.newId("i"), directory, "next.");
    return Answers.ok(desk.ask(caseId, new WatchCommand.RecordResult(act.by(), checkInId, form.result(), next, act.at()), act));
  }

  @PostMapping("/{checkInId}/assignment")
  @Operation(summary = "Hands a planned check-in to a colleague")
  ResponseEntity<Answers.Version> reassign(@PathVariable String caseId, @PathVariable String checkInId, @RequestBody AssignmentForm form,
      Act act) {
    new Required().field("worker", form.worker()).orProblem();
    var to = PlanForm.named(Objects.requireNonNull(form.worker()), directory);
    return Answers.ok(desk.ask(caseId, new WatchCommand.Reassign(act.by(), checkInId, to), act));
  }
}
