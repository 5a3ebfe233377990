package jp.tsunagu.referral.http;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jp.tsunagu.journal.FreeText;
import jp.tsunagu.referral.JourneyCommand;
import jp.tsunagu.runtime.http.Act;
import jp.tsunagu.runtime.http.Answers;
import jp.tsunagu.runtime.http.Nothing;

/** 同行: the workers of both sides agree when they go together. */
@RestController
@RequestMapping("/api/cases/{caseId}/referrals/{referralId}/accompanied-visit")
class AccompanyingController {
  private final JourneyDoor door;

  AccompanyingController(JourneyDoor door) {
    this.door = door;
  }

  /** @param place where they meet, in words that the two sides read, and the holder */
  record Visit(@NotNull Instant at, @Nullable String place) {
    @Override
    public String toString() {
      return "Visit[" + at + "]";
    }
  }

  @PostMapping
  @Operation(summary = "Plans a visit together, in place of the one planned before; the other side is told")
  ResponseEntity<Answers.Version> plan(@PathVariable String caseId, @PathVariable String referralId, @Valid @RequestBody Visit body,
      Act act) {
    var place = FreeText.orNull(body.place());
    return handle(caseId, new JourneyCommand.PlanAccompaniedVisit(act.by(), referralId, body.at(), place, act.at()), act);
  }

  @PostMapping("/cancellation")
  @Operation(summary = "Calls the visit together off; the other side is told")
  ResponseEntity<Answers.Version> cancel(@PathVariable String caseId, @PathVariable String referralId,
      @RequestBody(required = false) @Nullable Nothing nothing, Act act) {
    return handle(caseId, new JourneyCommand.CancelAccompaniedVisit(act.by(), referralId, act.at()), act);
  }

  private ResponseEntity<Answers.Version> handle(String caseId, JourneyCommand command, Act act) {
    return Answers.ok(door.handle(caseId, command, act));
  }
}
