package jp.tsunagu.referral.http;

import static com.mongodb.client.model.Filters.in;

import java.util.List;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import com.mongodb.client.model.Sorts;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jp.tsunagu.contracts.DirectoryMessage;
import jp.tsunagu.journal.Actor;
import jp.tsunagu.journal.Cause;
import jp.tsunagu.journal.CommandHandler;
import jp.tsunagu.journal.Outcome;
import jp.tsunagu.referral.Journey;
import jp.tsunagu.referral.JourneyCommand;
import jp.tsunagu.referral.JourneyEvent;
import jp.tsunagu.runtime.directory.DirectoryView;
import jp.tsunagu.runtime.http.Act;
import jp.tsunagu.runtime.http.Caller;
import jp.tsunagu.runtime.http.Problem;
import jp.tsunagu.runtime.http.Role;
import jp.tsunagu.runtime.journal.Journals;

/** New hours and deadlines hold for what is asked from now on; this makes them hold for what was asked before too. */
@RestController
@RequestMapping("/api/deadlines")
class RecountController {
  private static final int MOST = 10_000;

  private final Journals journals;
  private final CommandHandler<JourneyCommand, JourneyEvent, Journey> journeys;
  private final DirectoryView directory;

  RecountController(Journals journals, CommandHandler<JourneyCommand, JourneyEvent, Journey> journeys, DirectoryView directory) {
    this.journals = journals;
    this.journeys = journeys;
    this.directory = directory;
  }

  /** @param organisation whose answers are counted anew */
  record Recount(@NotBlank String organisation) {}

  /** @param moved in how many cases a date moved */
  record Recounted(int moved) {}

  @PostMapping("/recount")
  @Operation(summary = "Counts the dates by which an organisation has to answer anew, by the hours and deadlines it has now; its manager's or an administrator's matter")
  Recounted recount(@Valid @RequestBody Recount body, Act act) {
    onlyForItsManager(act.caller(), body.organisation());
    var organisation = directory.organisation(body.organisation())
        .orElseThrow(() -> Problem.invalid("organisation", "unknown-organisation", "There is no such organisation."));
    List<String> workers = organisation.workers().stream().map(DirectoryMessage.Worker::worker).toList();
    int moved = 0;
    for (String stream : journals.journal("journey").find(in("facts.workers", workers), Sorts.ascending("_id"), MOST))
      if (recounted(stream, body.organisation(), act)) moved++;
    return new Recounted(moved);
  }

  private boolean recounted(String stream, String organisation, Act act) {
    String caseId = stream.substring("journey-".length());
    var cause = new Cause(act.cause().id() + "/" + caseId, "");
    Actor by = act.actor();
    var outcome = journeys.handle(stream, caseId, new JourneyCommand.CountAnew(organisation, act.at()), act.at(), by, cause, null);
    return outcome instanceof Outcome.Done<JourneyEvent, Journey> done && !done.events().isEmpty();
  }

  private static void onlyForItsManager(Caller caller, String organisation) {
    boolean manages = caller.is(Role.MANAGER) && caller.organisation().equals(organisation);
    if (!manages && !caller.is(Role.ADMINISTRATOR))
      throw Problem.forbidden("not-yours", "This is for the organisation's manager or an administrator.");
  }
}
