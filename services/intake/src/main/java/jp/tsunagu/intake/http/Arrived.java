package jp.tsunagu.intake.http;

import java.time.Instant;

import org.springframework.stereotype.Component;

import jp.tsunagu.intake.Call;
import jp.tsunagu.intake.CallCommand;
import jp.tsunagu.intake.CallEvent;
import jp.tsunagu.intake.CaseFile;
import jp.tsunagu.intake.CaseFileCommand;
import jp.tsunagu.intake.CaseFileEvent;
import jp.tsunagu.intake.calls.CallRecords;
import jp.tsunagu.intake.sight.CaseAccess;
import jp.tsunagu.journal.Actor;
import jp.tsunagu.journal.Cause;
import jp.tsunagu.journal.CommandHandler;

/**
 * Whether a caller has come to a desk. A code names one case in advance, and it is used when that case is opened, in that one
 * write; the note in the call is written after it, and again whenever it is found to be missing.
 */
@Component
class Arrived {
  private static final Actor SELF = Actor.service("intake");

  private final CommandHandler<CallCommand, CallEvent, Call> calls;
  private final CommandHandler<CaseFileCommand, CaseFileEvent, CaseFile> caseFiles;

  Arrived(CommandHandler<CallCommand, CallEvent, Call> calls, CommandHandler<CaseFileCommand, CaseFileEvent, CaseFile> caseFiles) {
    this.calls = calls;
    this.caseFiles = caseFiles;
  }

  boolean opened(Call.Code code) {
    return code.used() || caseFiles.current(CaseAccess.stream(code.caseId())).version() > 0;
  }

  CallBody.CodeState stateOf(Call.Recorded call, Instant now) {
    var code = call.code();
    boolean here = code != null && opened(code);
    if (here) note(call, now);
    return CallBody.CodeState.of(code, here, now);
  }

  void note(Call.Recorded call, Instant now) {
    var code = call.code();
    if (code == null || code.used()) return;
    String callId = call.told().callId();
    calls.handle(CallRecords.stream(callId), callId, new CallCommand.NoteUse(), now, SELF, Cause.message("arrived-" + callId), null);
  }
}
