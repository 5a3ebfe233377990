package jp.tsunagu.intake.http;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import jp.tsunagu.runtime.http.Act;
import jp.tsunagu.intake.Japan;
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

  /**
   * @param calls      of all months of which they are shown; absent where there is no such month
   * @param incomplete true where there are more, of months with fewer than five; absent otherwise
   */
  record Counts(YearMonth from, YearMonth to, @Nullable Long calls, @Nullable Boolean incomplete, List<CallCounts.Count> byCategory,
      List<CallCounts.Count> byTimeBand,
      List<CallCounts.Count> byMonth) {
  }

  @GetMapping("/api/calls/counts")
  @Operation(summary = "Anonymous calls by category, time band and month, of whole months that are over; small counts of a month are kept back")
  Counts counts(@RequestParam String from, @RequestParam String to, Act act) {
    Caller caller = act.caller();
    if (!caller.is(Role.MANAGER) && !caller.is(Role.SECRETARIAT) && !caller.is(Role.ADMINISTRATOR))
      throw Problem.forbidden("not-a-manager", "Managers, the secretariat and administrators read counts.");
    var fields = new Fields();
    YearMonth first = fields.required("from", from, Moments::month);
    YearMonth last = fields.required("to", to, Moments::month);
    if (first == null || last == null) throw fields.problem();
    if (last.isBefore(first)) throw Problem.invalid("to", "before-the-start", "not before from");
    if (first.plusMonths(MOST_MONTHS).isBefore(last)) throw Problem.invalid("to", "too-far-ahead", "at most " + MOST_MONTHS + " months");
    if (!last.isBefore(Japan.month(act.at()))) throw Problem.invalid("to", "month-not-over", "a month that is over");
    return counts(first, last, records.counted(first, last));
  }

  private static Counts counts(YearMonth from, YearMonth to, List<Document> calls) {
    Map<String, List<Document>> months = calls.stream().collect(Collectors.groupingBy(c -> c.getString(CallDecider.MONTH), TreeMap::new,
        Collectors.toList()));
    List<CallCounts.Count> byMonth = months.entrySet().stream().map(m -> CallCounts.of(m.getKey(), m.getValue().size())).toList();
    Long all = byMonth.stream().map(CallCounts.Count::count).filter(Objects::nonNull).reduce(Long::sum).orElse(null);
    Boolean incomplete = byMonth.stream().anyMatch(m -> m.incomplete() != null) ? true : null;
    return new Counts(from, to, all, incomplete, by(CallDecider.CATEGORY, months), by(CallDecider.TIME_BAND, months), byMonth);
  }

  private static List<CallCounts.Count> by(String fact, Map<String, List<Document>> months) {
    return CallCounts.added(months.values().stream().map(calls -> CallCounts.suppressed(counted(fact, calls))).toList());
  }

  private static Map<String, Long> counted(String fact, List<Document> calls) {
    return calls.stream().collect(Collectors.groupingBy(c -> c.getString(fact), TreeMap::new, Collectors.counting()));
  }
}
