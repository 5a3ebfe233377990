package jp.tsunagu.referral.http;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jp.tsunagu.referral.JourneyCommand;
import jp.tsunagu.runtime.http.Act;
import jp.tsunagu.runtime.http.Answers;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.http.HttpStatus;

/** つなぐ: the holder asks another organisation, and goes on holding. */
@RestController
@RequestMapping("/api/cases/{caseId}/referrals")
class ProposalController {
  private final JourneyDoor door;
  private final WhoIsWho who;

  ProposalController(JourneyDoor door, WhoIsWho who) {
    this.door = door;
    this.who = who;
  }

  record Proposed(String referralId, long version) {}

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Proposes a referral to another organisation, by name or not; the caller's organisation goes on holding")
  ResponseEntity<Proposed> propose(@PathVariable String caseId, @Valid @RequestBody ProposalForm form, Act act) {
    String referralId = act.newId("r");
    var command = new JourneyCommand.Propose(act.by(), form.read(referralId, who), act.at());
    return Answers.created(door.handle(caseId, command, act), done -> new Proposed(referralId, done.version()));
  }
}
