package jp.tsunagu.followup.http;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import io.swagger.v3.oas.annotations.Operation;
import jp.tsunagu.contracts.OutcomeCode;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.followup.CheckInHistory;
import jp.tsunagu.followup.Reading;
import jp.tsunagu.runtime.access.AccessLog;
import jp.tsunagu.runtime.access.Entry;
import jp.tsunagu.runtime.http.Act;
import jp.tsunagu.runtime.http.Answers;
import jp.tsunagu.runtime.http.Caller;
import jp.tsunagu.runtime.http.Problem;
import jp.tsunagu.runtime.vault.Seal;
import jp.tsunagu.runtime.vault.Seals;

/**
 * What check-ins found, in words. The organisation that opened the case reads all of it while it holds it; everybody else, also
 * who holds it by a referral, what they asked themselves. Every look is logged.
 */
@RestController
class CheckInReadingController {
  private static final int MOST_LOOKS = 1_000;

  private final Desk desk;
  private final AccessLog log;
  private final Seals seals;

  CheckInReadingController(Desk desk, AccessLog log, Seals seals) {
    this.desk = desk;
    this.log = log;
    this.seals = seals;
  }

  record CheckIns(List<CheckInBody> items) {}

  /** @param found null while nobody has asked */
  record CheckInBody(String checkInId, LocalDate dueOn, Party owner, @Nullable String how, @Nullable FoundBody found) {
    static CheckInBody of(CheckInHistory.Entry entry, Seal seal) {
      var checkIn = entry.checkIn();
      return new CheckInBody(checkIn.id(), checkIn.dueOn(), checkIn.owner(), seal.read(checkIn.how()), FoundBody.of(entry.found(), seal));
    }

    @Override
    public String toString() {
      return "CheckInBody[" + checkInId + "]";
    }
  }

  record FoundBody(Party by, Instant at, boolean reached, @Nullable OutcomeCode outcome, @Nullable String note) {
    static @Nullable FoundBody of(CheckInHistory.@Nullable Found found, Seal seal) {
      if (found == null) return null;
      return new FoundBody(found.by(), found.at(), found.result().reached(), found.result().outcome(), seal.read(found.result().note()));
    }

    @Override
    public String toString() {
      return "FoundBody[…]";
    }
  }

  @GetMapping("/api/cases/{caseId}/check-ins")
  @Operation(summary = "The check-ins with what was found, in words; all for the holder that opened the case, everybody else their own organisation's")
  ResponseEntity<CheckIns> checkIns(@PathVariable String caseId, Act act) {
    Desk.Seen seen = desk.look(caseId, act.caller());
    String organisation = act.caller().organisation();
    var entries = seen.checkIns().stream().filter(e -> seen.concerned()
        ? Reading.allows(seen.circle(), organisation, e.checkIn())
        : e.checkIn().owner().equals(act.caller().party())).toList();
    List<String> read = entries.stream().filter(CheckInReadingController::inWords).map(e -> e.checkIn().id())
        .toList();
    log.add(act, AccessLog.Why.READ, List.of(new AccessLog.Look(caseId, read)));
    Seal seal = seals.of(caseId);
    return ResponseEntity.ok().eTag(Answers.etag(seen.version()))
        .body(new CheckIns(entries.stream().map(e -> CheckInBody.of(e, seal)).toList()));
  }

  private static boolean inWords(CheckInHistory.Entry entry) {
    return entry.checkIn().how() != null || (entry.found() != null && entry.found().result().note() != null);
  }

  record Looks(List<Entry> items) {}

  @GetMapping("/api/cases/{caseId}/check-ins/access-log")
  @Operation(summary = "Who read what check-ins found, the newest first; for the holder")
  Looks looks(@PathVariable String caseId, Caller caller) {
    Desk.Seen seen = desk.look(caseId, caller);
    if (!seen.concerned() || !seen.circle().heldBy(caller.organisation()))
      throw Problem.forbidden("not-the-holder", "Another organisation holds this case.");
    return new Looks(log.of(caseId, MOST_LOOKS));
  }
}
