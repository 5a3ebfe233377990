package jp.tsunagu.referral.http;

import java.time.Instant;
import java.util.Collection;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jp.tsunagu.contracts.ConsentItem;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.referral.JourneyCommand;
import jp.tsunagu.referral.JourneyEvent;
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

  /**
   * @param answerer who would owe the answer
   * @param items    what would be told; none for a consent, which names them itself
   */
  record Preview(Party answerer, Instant answerBy, Collection<ConsentItem> items) {
    static Preview of(JourneyEvent.Proposed event) {
      return new Preview(event.answerer(), event.answerBy(), event.terms().basis().items());
    }
  }

  @PostMapping("/preview")
  @Operation(summary = "Whom a proposal would ask, until when, and what it would tell; refused as the proposal would be. Changes nothing")
  Preview preview(@PathVariable String caseId, @Valid @RequestBody ProposalForm form, Act act) {
    var command = new JourneyCommand.Propose(act.by(), form.read(act.newId("r"), who), act.at());
    return door.foresee(caseId, command, act).stream().filter(JourneyEvent.Proposed.class::isInstance)
        .map(JourneyEvent.Proposed.class::cast)
        .map(Preview::of).findFirst().orElseThrow();
  }
}
