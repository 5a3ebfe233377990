package jp.tsunagu.intake.http;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.swagger.v3.oas.annotations.Operation;
import jp.tsunagu.intake.CallCounts;
import jp.tsunagu.intake.CallDecider;
import jp.tsunagu.intake.calls.CallRecords;
import jp.tsunagu.runtime.http.Caller;
import jp.tsunagu.runtime.http.Problem;
import jp.tsunagu.runtime.http.Role;

/** How many anonymous calls there were, of all desks together. */
@RestController
class CallCountsController {
  private static final int MOST_MONTHS = 36;

  private final CallRecords records;

  CallCountsController(CallRecords records) {
    this.records = records;
  }

  /** @param calls in all; absent where fewer than five */
  record Counts(YearMonth from, YearMonth to, @Nullable Long calls, List<CallCounts.Count> byCategory, List<CallCounts.Count> byTimeBand,
      List<CallCounts.Count> byMonth) {
  }

  @GetMapping("/api/calls/counts")
  @Operation(summary = "Anonymous calls by category, time band and month, whole months only; small counts are kept back")
  Counts counts(@RequestParam String from, @RequestParam String to, Caller caller) {
    if (!caller.is(Role.MANAGER) && !caller.is(Role.SECRETARIAT) && !caller.is(Role.ADMINISTRATOR))
      throw Problem.forbidden("not-a-manager", "Managers, the secretariat and administrators read counts.");
    var fields = new Fields();
    YearMonth first = fields.required("from", from, Moments::month);
    YearMonth last = fields.required("to", to, Moments::month);
    if (first == null || last == null) throw fields.problem();
    if (last.isBefore(first)) throw Problem.invalid("to", "before-the-start", "not before from");
    if (first.plusMonths(MOST_MONTHS).isBefore(last)) throw Problem.invalid("to", "too-far-ahead", "at most " + MOST_MONTHS + " months");
    return counts(first, last, records.counted(first, last));
  }

  private static Counts counts(YearMonth from, YearMonth to, List<Document> calls) {
    return new Counts(from, to, CallCounts.shown(calls.size()), by(CallDecider.CATEGORY, calls), by(CallDecider.TIME_BAND, calls),
        by(CallDecider.MONTH, calls));
  }

  private static List<CallCounts.Count> by(String fact, List<Document> calls) {
    Map<String, Long> counted = calls.stream().collect(Collectors.groupingBy(c -> c.getString(fact), TreeMap::new, Collectors.counting()));
    return CallCounts.suppressed(counted);
  }
}
