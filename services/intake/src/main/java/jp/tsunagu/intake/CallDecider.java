package jp.tsunagu.intake;

import java.util.HashMap;
import java.util.Map;

import jp.tsunagu.journal.Decider;
import jp.tsunagu.journal.Decision;
import jp.tsunagu.journal.Refusal;

/** The rules of an anonymous call. */
public final class CallDecider implements Decider<CallCommand, CallEvent, Call> {
  public static final String CODE = "code";
  public static final String CASE = "opens";
  public static final String ORGANISATION = "organisation";
  public static final String AT = "at";
  /**
   * {@code 2026-04}: counts are taken by whole months that are over, each for itself. A month that goes on would tell of one call by two
   * requests; a longer period only adds up what is shown of its months, so subtracting two periods tells nothing more.
   */
  public static final String MONTH = "month";
  public static final String CATEGORY = "category";
  public static final String TIME_BAND = "timeBand";

  @Override
  public Call initial() {
    return new Call.Unrecorded();
  }

  @Override
  public Decision<CallEvent> decide(CallCommand command, Call state) {
    return switch (state) {
      case Call.Unrecorded _ -> switch (command) {
        case CallCommand.RecordCall(Call.Told told) -> Decision.accept(new CallEvent.CallRecorded(told));
        case CallCommand.GiveCode _,CallCommand.NoteUse _ -> unknown();
      };
      case Call.Recorded call -> switch (command) {
        case CallCommand.RecordCall _ -> Decision.refuse("call-exists", "this call is recorded");
        case CallCommand.GiveCode c -> give(c, call);
        case CallCommand.NoteUse _ -> use(call);
      };
    };
  }

  /** A new code replaces one that was lost; the case it opens stays the same. */
  private static Decision<CallEvent> give(CallCommand.GiveCode c, Call.Recorded call) {
    if (!call.told().by().organisation().equals(c.organisation())) return unknown();
    var before = call.code();
    if (before != null && before.used()) return Decision.refuse("code-used", "this caller has arrived at a desk");
    return Decision.accept(new CallEvent.CodeGiven(c.hash(), before == null ? c.caseId() : before.caseId(), c.expiresAt()));
  }

  private static Decision<CallEvent> use(Call.Recorded call) {
    var code = call.code();
    if (code == null) return unknown();
    return code.used() ? Decision.accept() : Decision.accept(new CallEvent.CodeUsed());
  }

  @Override
  public Call evolve(Call state, CallEvent event) {
    return switch (event) {
      case CallEvent.CallRecorded(Call.Told told) -> new Call.Recorded(told, null);
      case CallEvent.CodeGiven e -> new Call.Recorded(recorded(state).told(), new Call.Code(e.hash(), e.caseId(), e.expiresAt(), false));
      case CallEvent.CodeUsed _ -> used(recorded(state));
    };
  }

  private static Call used(Call.Recorded call) {
    var code = call.code();
    if (code == null) throw new IllegalStateException("used before it was given");
    return new Call.Recorded(call.told(), new Call.Code(code.hash(), code.caseId(), code.expiresAt(), true));
  }

  @Override
  public Map<String, Object> facts(Call state) {
    return switch (state) {
      case Call.Unrecorded _ -> Map.of();
      case Call.Recorded call -> facts(call);
    };
  }

  private static Map<String, Object> facts(Call.Recorded call) {
    var told = call.told();
    var facts = new HashMap<String, Object>(Map.of(ORGANISATION, told.by().organisation(), AT, told.at(), MONTH,
        Japan.month(told.at()).toString(), CATEGORY, told.category().name(), TIME_BAND, told.timeBand().name()));
    var code = call.code();
    if (code != null) facts.putAll(Map.of(CODE, code.hash(), CASE, code.caseId()));
    return facts;
  }

  private static Call.Recorded recorded(Call state) {
    if (state instanceof Call.Recorded call) return call;
    throw new IllegalStateException("a call starts with what was told");
  }

  private static Decision<CallEvent> unknown() {
    return Decision.refuse(Refusal.unknown("unknown-call", "there is no such call here"));
  }
}
