package jp.tsunagu.referral.http;

import java.util.List;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import io.swagger.v3.oas.annotations.Operation;
import jp.tsunagu.journal.Stream;
import jp.tsunagu.referral.JourneyEvent;
import jp.tsunagu.referral.Reader;
import jp.tsunagu.runtime.access.AccessLog;
import jp.tsunagu.runtime.access.Entry;
import jp.tsunagu.runtime.http.Act;
import jp.tsunagu.runtime.http.Caller;
import jp.tsunagu.runtime.http.Problem;
import jp.tsunagu.runtime.http.Answers;
import jp.tsunagu.runtime.vault.Seals;

/** The referrals of a case with their words, for the two sides and the holder; every look is logged. */
@RestController
class ReferralsController {
  private static final int MOST_LOOKS = 1_000;

  private final JourneyDoor door;
  private final AccessLog log;
  private final Seals seals;

  ReferralsController(JourneyDoor door, AccessLog log, Seals seals) {
    this.door = door;
    this.log = log;
    this.seals = seals;
  }

  record Referrals(List<ReferralBody> items) {}

  @GetMapping("/api/cases/{caseId}/referrals")
  @Operation(summary = "The referrals the caller's organisation is a side of, or all for the holder, with what was written on them")
  ResponseEntity<Referrals> referrals(@PathVariable String caseId, Act act) {
    Stream<JourneyEvent> history = door.history(caseId, act.caller());
    Reader reader = door.reader(history, act.caller());
    var items = reader.visible().stream().map(r -> ReferralBody.of(r, history, reader.readsWordsOf(r), seals.of(caseId))).toList();
    var read = items.stream().filter(i -> !i.withheld()).map(ReferralBody::referralId).toList();
    log.add(act, AccessLog.Why.READ, List.of(new AccessLog.Look(caseId, read)));
    return ResponseEntity.ok().eTag(Answers.etag(history.version())).body(new Referrals(items));
  }

  record Looks(List<Entry> items) {}

  @GetMapping("/api/cases/{caseId}/referrals/access-log")
  @Operation(summary = "Who read the words on the referrals, the newest first; for the holder")
  Looks looks(@PathVariable String caseId, Caller caller) {
    Reader reader = door.reader(door.history(caseId, caller), caller);
    if (!reader.holds()) throw Problem.forbidden("not-the-holder", "Another organisation holds this case.");
    return new Looks(log.of(caseId, MOST_LOOKS));
  }
}
