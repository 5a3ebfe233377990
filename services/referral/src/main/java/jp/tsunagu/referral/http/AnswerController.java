package jp.tsunagu.referral.http;

import java.time.Instant;
import java.time.LocalDate;

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
import jp.tsunagu.contracts.DeclineReason;
import jp.tsunagu.journal.FreeText;
import jp.tsunagu.referral.JourneyCommand;
import jp.tsunagu.runtime.http.Act;
import jp.tsunagu.runtime.http.Answers;

/** The receiving side answers a proposal, or asks before it does; the referring side answers a return in the same words. */
@RestController
@RequestMapping("/api/cases/{caseId}/referrals/{referralId}")
class AnswerController {
  private final JourneyDoor door;
  private final WhoIsWho who;

  AnswerController(JourneyDoor door, WhoIsWho who) {
    this.door = door;
    this.who = who;
  }

  /** @param worker who takes the person on */
  record Acceptance(@NotNull String worker, @Nullable Instant firstContactBy) {}

  record Decline(@NotNull DeclineReason reason, @Nullable String note, @Valid @Nullable Suggestion suggestion) {
    @Override
    public String toString() {
      return "Decline[" + reason + "]";
    }
  }

  record Suggestion(@NotNull String organisation, @Nullable String worker) {}

  record Question(@NotNull String question) {
    @Override
    public String toString() {
      return "Question[…]";
    }
  }

  record Answer(@NotNull String answer) {
    @Override
    public String toString() {
      return "Answer[…]";
    }
  }

  record Waiting(@NotNull LocalDate reviewOn, @Nullable String note) {
    @Override
    public String toString() {
      return "Waiting[" + reviewOn + "]";
    }
  }

  @PostMapping("/acceptance")
  @Operation(summary = "Takes the person on, or back after a return; custody moves now")
  ResponseEntity<Answers.Version> accept(@PathVariable String caseId, @PathVariable String referralId, @Valid @RequestBody Acceptance body,
      Act act) {
    var worker = who.worker(body.worker());
    return handle(caseId, new JourneyCommand.Accept(act.by(), referralId, worker, body.firstContactBy(), act.at()), act);
  }

  @PostMapping("/decline")
  @Operation(summary = "Does not take the person on, or not back; says why and, if possible, who might")
  ResponseEntity<Answers.Version> decline(@PathVariable String caseId, @PathVariable String referralId, @Valid @RequestBody Decline body,
      Act act) {
    var elsewhere = body.suggestion();
    var suggestion = elsewhere == null ? null : who.recipient(elsewhere.organisation(), elsewhere.worker());
    return handle(caseId, new JourneyCommand.Decline(act.by(), referralId, body.reason(), FreeText.orNull(body.note()),
        suggestion, who.secretariat(), act.at()), act);
  }

  @PostMapping("/question")
  @Operation(summary = "Asks the referring side; the time to answer keeps running")
  ResponseEntity<Answers.Version> ask(@PathVariable String caseId, @PathVariable String referralId, @Valid @RequestBody Question body,
      Act act) {
    return handle(caseId, new JourneyCommand.Ask(act.by(), referralId, FreeText.of(body.question()), act.at()), act);
  }

  @PostMapping("/answer")
  @Operation(summary = "Answers the receiving side's question")
  ResponseEntity<Answers.Version> answer(@PathVariable String caseId, @PathVariable String referralId, @Valid @RequestBody Answer body,
      Act act) {
    return handle(caseId, new JourneyCommand.Answer(act.by(), referralId, FreeText.of(body.answer()), act.at()), act);
  }

  @PostMapping("/waitlist")
  @Operation(summary = "Puts the person on the receiving side's list, with a date to look again")
  ResponseEntity<Answers.Version> waitlist(@PathVariable String caseId, @PathVariable String referralId, @Valid @RequestBody Waiting body,
      Act act) {
    return handle(caseId,
        new JourneyCommand.Waitlist(act.by(), referralId, body.reviewOn(), FreeText.orNull(body.note()), act.at()), act);
  }

  private ResponseEntity<Answers.Version> handle(String caseId, JourneyCommand command, Act act) {
    return Answers.ok(door.handle(caseId, command, act));
  }
}
