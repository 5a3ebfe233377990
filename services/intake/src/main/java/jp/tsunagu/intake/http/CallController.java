package jp.tsunagu.intake.http;

import java.time.Duration;
import java.util.List;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import io.swagger.v3.oas.annotations.Operation;
import jp.tsunagu.contracts.DirectoryMessage;
import jp.tsunagu.intake.Call;
import jp.tsunagu.intake.CallCommand;
import jp.tsunagu.intake.CallEvent;
import jp.tsunagu.intake.calls.CallRecords;
import jp.tsunagu.intake.calls.CallSettings;
import jp.tsunagu.intake.sight.CaseAccess;
import jp.tsunagu.journal.CommandHandler;
import jp.tsunagu.runtime.access.AccessLog;
import jp.tsunagu.runtime.directory.DirectoryView;
import jp.tsunagu.runtime.http.Act;
import jp.tsunagu.runtime.http.Answers;
import jp.tsunagu.runtime.http.Caller;
import jp.tsunagu.runtime.http.Problem;
import jp.tsunagu.runtime.vault.Seals;

/** 匿名の電話: recorded, and seen again by the desk that took it. */
@RestController
class CallController {
  private final CommandHandler<CallCommand, CallEvent, Call> calls;
  private final CallRecords records;
  private final Arrived arrived;
  private final OpeningController opening;
  private final DirectoryView directory;
  private final CaseAccess access;
  private final AccessLog log;
  private final Seals seals;
  private final CallSettings settings;

  CallController(CommandHandler<CallCommand, CallEvent, Call> calls, CallRecords records, Arrived arrived, OpeningController opening,
      DirectoryView directory, CaseAccess access, AccessLog log, Seals seals, CallSettings settings) {
    this.calls = calls;
    this.records = records;
    this.arrived = arrived;
    this.opening = opening;
    this.directory = directory;
    this.access = access;
    this.log = log;
    this.seals = seals;
    this.settings = settings;
  }

  record Recorded(String callId) {}

  record Items(List<CallBody> items) {}

  @PostMapping("/api/calls")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Records a call that stays anonymous: no person, no case and no date come of it")
  ResponseEntity<Recorded> record(@RequestBody CallForm form, Act act) {
    opening.mayOpen(act.caller());
    String callId = act.newId("p");
    var by = act.by();
    Call.Told told = form.read(callId, by, act.at(), this::takesPart);
    var outcome = act.handle(calls, CallRecords.stream(callId), callId, new CallCommand.RecordCall(told));
    return Answers.created(outcome, done -> new Recorded(callId));
  }

  private boolean takesPart(String organisation) {
    return directory.organisation(organisation).filter(DirectoryMessage.Organisation::active).isPresent();
  }

  @GetMapping("/api/calls")
  @Operation(summary = "The anonymous calls the caller's organisation took in the last days, and whether a code was used; without notes")
  Items list(Act act) {
    supportsPeople(act.caller());
    var since = act.at().minus(Duration.ofDays(settings.listedDays()));
    return new Items(records.of(act.caller().organisation(), since).stream()
        .map(call -> CallBody.of(call, arrived.stateOf(call, act.at()), null)).toList());
  }

  @GetMapping("/api/calls/{callId}")
  @Operation(summary = "One call, for the organisation that took it; every look is logged")
  CallBody read(@PathVariable String callId, Act act) {
    supportsPeople(act.caller());
    Call.Recorded call = records.byId(callId).filter(c -> c.told().by().organisation().equals(act.caller().organisation()))
        .orElseThrow(Problem::notFound);
    log.add(act, AccessLog.Why.READ, List.of(new AccessLog.Look(callId, List.of("call"))));
    return CallBody.of(call, arrived.stateOf(call, act.at()), seals.of(callId));
  }

  @GetMapping("/api/cases/{caseId}/call")
  @Operation(summary = "What was recorded of the anonymous call that a case was opened from, as far as the holder may know it")
  CallBody.Brought brought(@PathVariable String caseId, Act act) {
    CaseAccess.Seen seen = access.held(act.caller(), caseId);
    Call.Told told = records.ofCase(caseId).orElseThrow(Problem::notFound).told();
    log.add(act, AccessLog.Why.READ, List.of(new AccessLog.Look(caseId, List.of("call"))));
    return CallBody.Brought.of(told, seals.of(told.callId()), seen.disclosure());
  }

  private static void supportsPeople(Caller caller) {
    if (!caller.supportsPeople()) throw Problem.forbidden("not-a-caseworker", "Only those who support people see calls.");
  }
}
