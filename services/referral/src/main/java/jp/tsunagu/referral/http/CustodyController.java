package jp.tsunagu.referral.http;

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
import jp.tsunagu.contracts.ClosingReason;
import jp.tsunagu.referral.Closure.AgreedBy;
import jp.tsunagu.journal.FreeText;
import jp.tsunagu.referral.JourneyCommand;
import jp.tsunagu.runtime.http.Act;
import jp.tsunagu.runtime.http.Answers;
import jp.tsunagu.runtime.http.Nothing;

/** What the holder does to the case itself. */
@RestController
@RequestMapping("/api/cases/{caseId}")
class CustodyController {
  private final JourneyDoor door;
  private final WhoIsWho who;

  CustodyController(JourneyDoor door, WhoIsWho who) {
    this.door = door;
    this.who = who;
  }

  record Closure(@NotNull ClosingReason reason, @NotNull AgreedBy agreedBy, @Nullable String reviewer, @Nullable String note) {
    EndingForm ending() {
      return new EndingForm(reason, agreedBy, reviewer);
    }

    @Override
    public String toString() {
      return "Closure[" + reason + "]";
    }
  }

  record Reopening(@Nullable String reason) {
    @Override
    public String toString() {
      return "Reopening[…]";
    }
  }

  record Assignment(@NotNull String worker, @Nullable String referralId) {}

  @PostMapping("/support-end")
  @Operation(summary = "Ends support into check-ins, a referral or a closure; there is no ending without one of them")
  ResponseEntity<Answers.Version> endSupport(@PathVariable String caseId, @Valid @RequestBody SupportEndForm body, Act act) {
    return handle(caseId, body.read(act.by(), act, who), act);
  }

  @PostMapping("/closure")
  @Operation(summary = "Closes the case, with the person's word or a second worker's review")
  ResponseEntity<Answers.Version> close(@PathVariable String caseId, @Valid @RequestBody Closure body, Act act) {
    return handle(caseId,
        new JourneyCommand.Close(act.by(), body.ending().read(who), FreeText.orNull(body.note()), act.at()), act);
  }

  @PostMapping("/reopening")
  @Operation(summary = "Opens a closed case again; the caller holds it")
  ResponseEntity<Answers.Version> reopen(@PathVariable String caseId, @RequestBody(required = false) @Nullable Reopening body, Act act) {
    var reason = body == null ? null : FreeText.orNull(body.reason());
    return handle(caseId, new JourneyCommand.Reopen(act.by(), reason, act.at()), act);
  }

  @PostMapping("/consents/{consentId}/acknowledgement")
  @Operation(summary = "Says that the recipient has seen that the person took this consent back")
  ResponseEntity<Answers.Version> acknowledge(@PathVariable String caseId, @PathVariable String consentId,
      @RequestBody(required = false) @Nullable Nothing nothing, Act act) {
    return handle(caseId, new JourneyCommand.AcknowledgeWithdrawal(act.by(), consentId, act.at()), act);
  }

  @PostMapping("/assignment")
  @Operation(summary = "Hands the case, or one referral, to a colleague of the caller's organisation")
  ResponseEntity<Answers.Version> assign(@PathVariable String caseId, @Valid @RequestBody Assignment body, Act act) {
    return handle(caseId, new JourneyCommand.Assign(act.by(), who.worker(body.worker()), body.referralId(), act.at()), act);
  }

  private ResponseEntity<Answers.Version> handle(String caseId, JourneyCommand command, Act act) {
    return Answers.ok(door.handle(caseId, command, act));
  }
}
