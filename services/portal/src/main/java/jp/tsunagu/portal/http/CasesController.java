package jp.tsunagu.portal.http;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.swagger.v3.oas.annotations.Operation;
import jp.tsunagu.portal.read.ReadModel;
import jp.tsunagu.portal.ledger.Ledger;
import jp.tsunagu.portal.ledger.Ledgers.Mark;
import jp.tsunagu.portal.ledger.Ledgers.Search;
import jp.tsunagu.runtime.http.Caller;
import jp.tsunagu.runtime.http.Problem;
import io.swagger.v3.oas.annotations.media.Schema;

/** The cases of the caller's organisation: those it holds or held, and those with a referral to it. */
@RestController
class CasesController {
  private static final int MOST = 200;

  private final ReadModel reads;

  CasesController(ReadModel reads) {
    this.reads = reads;
  }

  record Item(String caseId, LedgerBody.State state, LedgerBody.@Nullable Holder holder, LedgerBody.@Nullable NextStep nextStep,
      @Nullable Instant since, boolean addressHidden) {
    static Item of(Ledger l) {
      var holder = LedgerBody.Holder.of(l);
      return new Item(l.caseId(), LedgerBody.State.of(l), holder, LedgerBody.NextStep.of(l), holder == null ? null : holder.since(),
          l.caution().addressHidden());
    }
  }

  /** @param next for {@code after} to get the following page; absent on the last one */
  record Page(List<Item> items, @Nullable String next) {}

  /**
   * @param q      the beginning of a case id
   * @param holder an organisation
   * @param limit  1 to 200
   * @param after  the {@code next} of the page before
   */
  @GetMapping("/api/cases")
  @Operation(summary = "The cases of the caller's organisation, the one whose custody changed last in front")
  Page cases(@RequestParam(required = false) @Nullable String q, @RequestParam(required = false) @Nullable String holder,
      @RequestParam(required = false) LedgerBody.@Nullable State state,
      @RequestParam(defaultValue = "50") @Schema(minimum = "1", maximum = "200") int limit,
      @RequestParam(required = false) @Nullable String after, Caller caller) {
    if (limit < 1 || limit > MOST) throw Problem.malformed("limit", "out-of-range", "1 to " + MOST);
    Boolean open = state == null ? null : state == LedgerBody.State.OPEN;
    List<Ledger> found = reads.cases(caller,
        new Search(caller.organisation(), caller.worker(), given(q), null, given(holder), open, mark(given(after)), limit + 1));
    List<Ledger> page = found.subList(0, Math.min(limit, found.size()));
    return new Page(page.stream().map(Item::of).toList(), found.size() > limit ? written(Mark.of(page.getLast())) : null);
  }

  private static @Nullable String given(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  private static String written(Mark mark) {
    return mark.since() + "_" + mark.caseId();
  }

  /** The store counts milliseconds, and its years end before ours. */
  private static Instant storable(Instant at) {
    return Instant.ofEpochMilli(at.toEpochMilli());
  }

  private static @Nullable Mark mark(@Nullable String written) {
    if (written == null) return null;
    int line = written.indexOf('_');
    try {
      if (line > 0) return new Mark(storable(Instant.parse(written.substring(0, line))), written.substring(line + 1));
    } catch (DateTimeParseException | ArithmeticException e) {
      throw Problem.malformed("after", "malformed-mark", "The next of another page is needed.");
    }
    throw Problem.malformed("after", "malformed-mark", "The next of another page is needed.");
  }
}
