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
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jp.tsunagu.contracts.OutcomeCode;
import jp.tsunagu.referral.ContactWay;
import jp.tsunagu.journal.FreeText;
import jp.tsunagu.referral.JourneyCommand;
import jp.tsunagu.runtime.http.Act;
import jp.tsunagu.runtime.http.Answers;

/** What becomes of a referral after it was sent. */
@RestController
@RequestMapping("/api/cases/{caseId}/referrals/{referralId}")
class HandoverController {
  private final JourneyDoor door;

  HandoverController(JourneyDoor door) {
    this.door = door;
  }

  record Withdrawal(@Nullable String reason) {
    @Override
    public String toString() {
      return "Withdrawal[…]";
    }
  }

  record Return(@NotNull String reason) {
    @Override
    public String toString() {
      return "Return[…]";
    }
  }

  /** @param how a code such as {@code VISIT} */
  record FirstContact(@NotNull Instant at, @Schema(pattern = "^[A-Z][A-Z0-9_]{1,29}$", example = "VISIT") @NotNull String how) {}

  record Completion(@NotNull OutcomeCode outcome, @Nullable String note) {
    @Override
    public String toString() {
      return "Completion[" + outcome + "]";
    }
  }

  @PostMapping("/withdrawal")
  @Operation(summary = "Takes a proposal back before it is accepted")
  ResponseEntity<Answers.Version> withdraw(@PathVariable String caseId, @PathVariable String referralId,
      @RequestBody(required = false) @Nullable Withdrawal body, Act act) {
    var reason = body == null ? null : FreeText.orNull(body.reason());
    return handle(caseId, new JourneyCommand.Withdraw(act.by(), referralId, reason, act.at()), act);
  }

  @PostMapping("/return")
  @Operation(summary = "Proposes to give the person back; the referring side accepts or declines")
  ResponseEntity<Answers.Version> giveBack(@PathVariable String caseId, @PathVariable String referralId, @Valid @RequestBody Return body,
      Act act) {
    return handle(caseId, new JourneyCommand.Return(act.by(), referralId, FreeText.of(body.reason()), act.at()), act);
  }

  @PostMapping("/first-contact")
  @Operation(summary = "Reports that the receiving worker met the person; only now the hand-over is made")
  ResponseEntity<Answers.Version> connect(@PathVariable String caseId, @PathVariable String referralId,
      @Valid @RequestBody FirstContact body, Act act) {
    return handle(caseId,
        new JourneyCommand.ReportFirstContact(act.by(), referralId, body.at(), new ContactWay(body.how()), act.at()), act);
  }

  @PostMapping("/completion")
  @Operation(summary = "The referral has done what it was for; the case stays with its holder")
  ResponseEntity<Answers.Version> complete(@PathVariable String caseId, @PathVariable String referralId,
      @Valid @RequestBody Completion body, Act act) {
    return handle(caseId,
        new JourneyCommand.Complete(act.by(), referralId, body.outcome(), FreeText.orNull(body.note()), act.at()), act);
  }

  private ResponseEntity<Answers.Version> handle(String caseId, JourneyCommand command, Act act) {
    return Answers.ok(door.handle(caseId, command, act));
  }
}
