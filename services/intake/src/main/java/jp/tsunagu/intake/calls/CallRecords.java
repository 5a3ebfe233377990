package jp.tsunagu.intake.calls;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lte;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Date;
import java.util.List;
import java.util.Optional;

import org.bson.Document;
import org.bson.conversions.Bson;

import com.mongodb.client.model.Sorts;

import jp.tsunagu.intake.Call;
import jp.tsunagu.intake.CallCommand;
import jp.tsunagu.intake.CallDecider;
import jp.tsunagu.intake.CallEvent;
import jp.tsunagu.journal.CommandHandler;
import jp.tsunagu.runtime.journal.Journals;
import jp.tsunagu.runtime.journal.MongoJournal;

/** Finds calls by what is known of them; the journal's facts answer, so a code is valid in the instant in which it is given. */
public final class CallRecords {
  private static final int MOST_LISTED = 200;
  private static final int MOST_COUNTED = 200_000;
  private static final String PREFIX = "call-";

  private final CommandHandler<CallCommand, CallEvent, Call> calls;
  private final Journals journals;

  public CallRecords(CommandHandler<CallCommand, CallEvent, Call> calls, Journals journals) {
    this.calls = calls;
    this.journals = journals;
  }

  public static String stream(String callId) {
    return PREFIX + callId;
  }

  public Optional<Call.Recorded> byId(String callId) {
    return recorded(stream(callId));
  }

  public Optional<Call.Recorded> byCode(String hash) {
    return one(CallDecider.CODE, hash);
  }

  /** The call a case was opened from. */
  public Optional<Call.Recorded> ofCase(String caseId) {
    return one(CallDecider.CASE, caseId);
  }

  /** Of one organisation's desk, the newest first. */
  public List<Call.Recorded> of(String organisation, Instant since) {
    var own = and(eq(fact(CallDecider.ORGANISATION), organisation), gte(fact(CallDecider.AT), Date.from(since)));
    return streams(own, Sorts.descending(fact(CallDecider.AT)), MOST_LISTED).stream().flatMap(s -> recorded(s).stream()).toList();
  }

  /** What is counted of every call from one month to another. */
  public List<Document> counted(YearMonth from, YearMonth to) {
    var months = and(gte(fact(CallDecider.MONTH), from.toString()), lte(fact(CallDecider.MONTH), to.toString()));
    return journal().facts(months, Sorts.ascending(fact(CallDecider.MONTH)), MOST_COUNTED).stream().map(MongoJournal.Indexed::facts)
        .toList();
  }

  private Optional<Call.Recorded> one(String name, String value) {
    return streams(eq(fact(name), value), Sorts.ascending("_id"), 1).stream().findFirst().flatMap(this::recorded);
  }

  private List<String> streams(Bson which, Bson order, int most) {
    return journal().find(which, order, most);
  }

  private MongoJournal<?> journal() {
    return journals.journal("call");
  }

  private Optional<Call.Recorded> recorded(String stream) {
    return calls.current(stream).state() instanceof Call.Recorded call ? Optional.of(call) : Optional.empty();
  }

  private static String fact(String name) {
    return "facts." + name;
  }
}
