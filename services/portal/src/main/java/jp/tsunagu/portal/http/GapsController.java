package jp.tsunagu.portal.http;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import io.swagger.v3.oas.annotations.Operation;
import jp.tsunagu.portal.audit.Cause;
import jp.tsunagu.portal.audit.Check;
import jp.tsunagu.portal.audit.Finding;
import jp.tsunagu.portal.audit.Gap;
import jp.tsunagu.portal.auditing.AuditReport;
import jp.tsunagu.portal.auditing.GapReading;
import jp.tsunagu.runtime.http.Caller;

/** What the gap audit found. */
@RestController
class GapsController {
  private final GapReading reading;

  GapsController(GapReading reading) {
    this.reading = reading;
  }

  /**
   * @param invariant as DOMAIN.md numbers it
   * @param check     which of its checks
   * @param since     by the times of the events
   */
  record Item(int invariant, Check check, String caseId, Instant since, Cause cause, @Nullable String organisation, @Nullable String worker,
      Gap.Done done) {
    static Item of(Gap gap) {
      Finding f = gap.finding();
      return new Item(f.check().invariant().number(), f.check(), f.caseId(), f.since(), f.cause(), f.organisation(), f.worker(),
          gap.done());
    }
  }

  /** @param behind streams of which something is missing here */
  record Pipe(String service, long streams, long behind, @Nullable Instant oldest, @Nullable Instant away) {
    static Pipe of(AuditReport.Pipe p) {
      return new Pipe(p.service(), p.streams(), p.behind(), p.oldest(), p.away());
    }
  }

  /**
   * @param gapSeconds for how long in all a person had no holder or no next date, ever
   * @param checkedAt  when all cases had last been looked at; absent before the first time
   * @param cases      how many these were
   */
  record Gaps(List<Item> open, long gapSeconds, @Nullable Instant checkedAt, long cases, List<Pipe> pipeline) {}

  @GetMapping("/api/gaps")
  @Operation(summary = "What the gap audit found: of all cases for administrators and the secretariat, of theirs for managers")
  Gaps gaps(Caller caller) {
    AuditReport report = reading.of(caller);
    return new Gaps(report.open().stream().map(Item::of).toList(), report.counted().toSeconds(), report.checkedAt(), report.cases(),
        report.pipes().stream().map(Pipe::of).toList());
  }
}
