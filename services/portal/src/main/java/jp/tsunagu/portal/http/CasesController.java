package jp.tsunagu.portal.http;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jp.tsunagu.contracts.Worry;
import jp.tsunagu.portal.finding.Asked;
import jp.tsunagu.portal.finding.CaseFinding;
import jp.tsunagu.portal.finding.Turning;
import jp.tsunagu.portal.finding.Wanted;
import jp.tsunagu.portal.ledger.Ledger;
import jp.tsunagu.runtime.directory.DirectoryView;
import jp.tsunagu.runtime.http.Caller;
import jp.tsunagu.runtime.http.Problem;

/** The cases of the caller's organisation: those it holds or held, and those with a referral to it. */
@RestController
class CasesController {
  private static final int MOST = 200;

  private static final Set<String> PAGING = Set.of("limit", "after");

  private final CaseFinding finding;
  private final DirectoryView directory;

  CasesController(CaseFinding finding, DirectoryView directory) {
    this.finding = finding;
    this.directory = directory;
  }

  record Item(String caseId, LedgerBody.State state, LedgerBody.@Nullable Holder holder, LedgerBody.@Nullable NextStep nextStep,
      @Nullable Instant since, boolean addressHidden) {
    static Item of(Ledger l) {
      var holder = LedgerBody.Holder.of(l);
      return new Item(l.caseId(), LedgerBody.State.of(l), holder, LedgerBody.NextStep.of(l), holder == null ? null : holder.since(),
          l.caution().addressHidden());
    }
  }

  /**
   * @param count  on all pages
   * @param next   for {@code after} to get the following page; absent on the last one
   * @param partly true where only the cases opened last could be looked through for the worry; absent otherwise
   */
  record Page(List<Item> items, long count, @Nullable String next, @Nullable Boolean partly) {}

  /** All that is given holds at once. */
  @GetMapping("/api/cases")
  @Operation(summary = "The cases of the caller's organisation, by what the caller may see of each; the one that was opened last in front")
  Page cases(@RequestParam(name = Asked.CODE, required = false) @Parameter(description = "the beginning of a case id") @Nullable String q,
      @RequestParam(required = false) @Parameter(description = "an organisation") @Nullable String holder,
      @RequestParam(required = false) @Schema(implementation = LedgerBody.State.class) @Nullable String state,
      @RequestParam(required = false) @Schema(implementation = Worry.class) @Nullable String worry,
      @RequestParam(required = false) @Parameter(description = "an organisation on the other side of a referral") @Nullable String with,
      @RequestParam(required = false) @Schema(format = "date") @Nullable String openedFrom,
      @RequestParam(required = false) @Schema(format = "date") @Nullable String openedTo,
      @RequestParam(required = false) @Schema(format = "date") @Parameter(description = "the next step's day") @Nullable String dueFrom,
      @RequestParam(required = false) @Schema(format = "date") @Nullable String dueTo,
      @RequestParam(defaultValue = "50") @Schema(minimum = "1", maximum = "200") int limit,
      @RequestParam(required = false) @Parameter(description = "the next of the page before") @Nullable String after,
      @Parameter(hidden = true) @RequestParam Map<String, String> given, Caller caller) {
    known(given);
    if (limit < 1 || limit > MOST) throw Problem.malformed("limit", "out-of-range", "1 to " + MOST);
    Wanted wanted = new Asked(given).read(directory).orProblem();
    CaseFinding.Page page = finding.page(caller, CallersToken.now(), wanted, Turning.read(after), limit);
    return new Page(page.cases().stream().map(Item::of).toList(), page.count(), page.next() == null ? null : Turning.written(page.next()),
        page.partly() ? true : null);
  }

  /** A misspelt name would otherwise narrow nothing, and the answer look as if it had. */
  private static void known(Map<String, String> given) {
    List<Problem.FieldError> unknown = given.keySet().stream().filter(name -> !Asked.NAMES.contains(name) && !PAGING.contains(name))
        .map(name -> new Problem.FieldError(name, "unknown-field", "This is not known here.")).toList();
    if (!unknown.isEmpty()) throw Problem.malformed(unknown);
  }
}
