package jp.tsunagu.intake.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import io.swagger.v3.oas.annotations.Operation;
import jp.tsunagu.intake.Call;
import jp.tsunagu.intake.CallCommand;
import jp.tsunagu.intake.CallEvent;
import jp.tsunagu.intake.CaseFile;
import jp.tsunagu.intake.CaseFileCommand;
import jp.tsunagu.intake.CaseFileEvent;
import jp.tsunagu.intake.HandOverCode;
import jp.tsunagu.intake.calls.CallRecords;
import jp.tsunagu.intake.calls.CallSettings;
import jp.tsunagu.intake.calls.HandOverCodes;
import jp.tsunagu.intake.guesses.Guesses;
import jp.tsunagu.intake.sight.CaseAccess;
import jp.tsunagu.journal.CommandHandler;
import jp.tsunagu.journal.Outcome;
import jp.tsunagu.runtime.http.Act;
import jp.tsunagu.runtime.http.Answers;
import jp.tsunagu.runtime.http.Nothing;
import jp.tsunagu.runtime.http.Problem;

/** 引継コード: given once, to somebody who stays anonymous, and redeemed once, at a desk of their choice. */
@RestController
class HandOverCodeController {
  private final CommandHandler<CallCommand, CallEvent, Call> calls;
  private final CommandHandler<CaseFileCommand, CaseFileEvent, CaseFile> caseFiles;
  private final CallRecords records;
  private final HandOverCodes codes;
  private final Guesses guesses;
  private final CallSettings settings;
  private final Arrived arrived;
  private final OpeningController opening;
  private final TooMany tooMany;

  HandOverCodeController(CommandHandler<CallCommand, CallEvent, Call> calls,
      CommandHandler<CaseFileCommand, CaseFileEvent, CaseFile> caseFiles, CallRecords records, HandOverCodes codes, Guesses guesses,
      CallSettings settings, Arrived arrived, OpeningController opening, TooMany tooMany) {
    this.calls = calls;
    this.caseFiles = caseFiles;
    this.records = records;
    this.codes = codes;
    this.guesses = guesses;
    this.settings = settings;
    this.arrived = arrived;
    this.opening = opening;
    this.tooMany = tooMany;
  }

  record Given(String code, Instant expiresAt) {
    @Override
    public String toString() {
      return "Given[…]";
    }
  }

  @PostMapping("/api/calls/{callId}/hand-over-code")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Gives the caller a code for another desk. It is shown this once; a further one replaces it")
  ResponseEntity<Given> give(@PathVariable String callId, @RequestBody(required = false) @Nullable Nothing nothing, Act act) {
    if (!act.caller().supportsPeople()) throw Problem.notFound();
    records.byId(callId).ifPresent(call -> arrived.stateOf(call, act.at()));
    HandOverCode code = codes.fresh();
    Instant expiresAt = act.at().plus(settings.codeValid());
    var command = new CallCommand.GiveCode(codes.hash(code), act.newId("c"), expiresAt, act.caller().organisation());
    var done = Answers.done(act.handle(calls, CallRecords.stream(callId), callId, command));
    if (done.repeated()) throw Problem.conflict("code-shown-once", "This code was shown and is not kept; ask for a new one.");
    return ResponseEntity.status(HttpStatus.CREATED).header(HttpHeaders.CACHE_CONTROL, "no-store")
        .body(new Given(code.inGroups(), expiresAt));
  }

  /** What is wrong with the opening is said before the code is looked at: a form with mistakes tries no code. */
  @PostMapping("/api/hand-over-codes/redemption")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Opens a case for a caller who brings a code; a wrong, an expired and a used one are refused alike")
  ResponseEntity<?> redeem(@RequestBody RedemptionForm form, Act act) {
    opening.mayOpen(act.caller());
    String typed = form.typedCode();
    form.opening().command(act, "c-none", opening::takesPart);
    Duration wait = guesses.admit(act.caller(), act.at());
    if (wait.isPositive()) return tooMany.answer("too-many-codes", wait, "another code");
    Call.Recorded call = found(typed, act.at()).orElseThrow(HandOverCodeController::notValid);
    return opened(call, form, act);
  }

  private Optional<Call.Recorded> found(String typed, Instant now) {
    return HandOverCode.typed(typed).flatMap(code -> records.byCode(codes.hash(code)))
        .filter(call -> call.code() != null && (arrived.opened(call.code()) || !call.code().expired(now)));
  }

  /** A repeated request finds its own case, anybody else one that is open already. */
  private ResponseEntity<?> opened(Call.Recorded call, RedemptionForm form, Act act) {
    var code = call.code();
    if (code == null) throw notValid();
    String caseId = code.caseId();
    var command = form.opening().command(act, caseId, opening::takesPart);
    var outcome = act.handle(caseFiles, CaseAccess.stream(caseId), caseId, command);
    if (outcome instanceof Outcome.Refused<CaseFileEvent, CaseFile>(var refusal) && refusal.code().equals("already-open")) throw notValid();
    var answer = Answers.created(outcome, done -> new OpeningController.Opened(caseId, done.version()));
    arrived.note(call, act.at());
    guesses.right(act.caller(), act.at());
    return answer;
  }

  private static Problem notValid() {
    return Problem.invalid("code", "code-not-valid", "There is no such code, or it was used, or it has expired.");
  }
}
