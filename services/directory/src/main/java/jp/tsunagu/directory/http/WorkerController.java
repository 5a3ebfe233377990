package jp.tsunagu.directory.http;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.swagger.v3.oas.annotations.Operation;
import jp.tsunagu.contracts.DirectoryMessage.LetIn;
import jp.tsunagu.directory.Id;
import jp.tsunagu.directory.OrganisationCommand;
import jp.tsunagu.directory.Worker;
import jp.tsunagu.directory.leaving.Holdings;
import jp.tsunagu.directory.leaving.Leaving;
import jp.tsunagu.directory.leaving.LogIns;
import jp.tsunagu.directory.register.Organisations;
import jp.tsunagu.runtime.http.Act;
import jp.tsunagu.runtime.http.Answers;
import jp.tsunagu.runtime.http.Nothing;
import jp.tsunagu.runtime.http.Problem;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.http.HttpStatus;

/** The workers of an organisation; its manager's or an administrator's matter. */
@RestController
@RequestMapping("/api/organisations/{organisation}/workers")
class WorkerController {
  private final Organisations organisations;
  private final Leaving leaving;
  private final LogIns logIns;
  private final Doors doors;

  WorkerController(Organisations organisations, Leaving leaving, LogIns logIns, Doors doors) {
    this.organisations = organisations;
    this.leaving = leaving;
    this.logIns = logIns;
    this.doors = doors;
  }

  record Added(String worker, long version) {}

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Adds a worker, with a log-in of the same id")
  ResponseEntity<Added> add(@PathVariable String organisation, @RequestBody WorkerForm form, Act act) {
    Worker worker = form.read();
    var command = new OrganisationCommand.AddWorkers(List.of(worker), doors.requester(act.caller()));
    var answer = Answers.created(organisations.handle(Doors.id(organisation), command, act),
        done -> new Added(worker.id().value(), done.version()));
    logIns.tell(organisation);
    return answer;
  }

  @PutMapping("/{worker}")
  @Operation(summary = "Replaces what is known of a worker")
  ResponseEntity<Answers.Version> change(@PathVariable String organisation, @PathVariable String worker, @RequestBody WorkerForm form,
      Act act) {
    var command = new OrganisationCommand.ChangeWorker(form.read(Doors.id(worker)), doors.requester(act.caller()));
    var answer = Answers.ok(organisations.handle(Doors.id(organisation), command, act));
    logIns.tell(organisation);
    return answer;
  }

  @PostMapping("/{worker}/deactivation")
  @Operation(summary = "Lets a worker go who holds nothing any more; refused with what is still held")
  ResponseEntity<Answers.Version> deactivate(@PathVariable String organisation, @PathVariable String worker,
      @RequestBody(required = false) @Nullable Nothing nothing, Act act) {
    Id from = Doors.id(organisation);
    return switch (leaving.leave(from, Doors.id(worker), doors.requester(act.caller()), act)) {
      case Leaving.Result.Gone(var outcome) -> Answers.ok(outcome);
      case Leaving.Result.StillHolding(var items) -> throw stillHolding(items, doors.worksWith(act.caller(), from, worker));
      case Leaving.Result.Unknown(String service) ->
        throw Problem.unavailable("cannot-ask", "Whether anything is held cannot be found out now (" + service + "); nothing has changed.");
    };
  }

  /** @param code for the page {@code /login/letter}; shown this once */
  record Letter(String worker, String code, Instant until) {
    @Override
    public String toString() {
      return "Letter[" + worker + "]";
    }
  }

  @PostMapping("/{worker}/log-in-letter")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "A code on paper for a worker whom the caller has recognised: it sets a password and takes former second factors away")
  ResponseEntity<Letter> write(@PathVariable String organisation, @PathVariable String worker,
      @RequestBody(required = false) @Nullable Nothing nothing, Act act) {
    Id to = Doors.id(worker);
    var letIn = new LetIn(act.by().worker(), act.at());
    var command = new OrganisationCommand.WriteLetter(to, letIn, doors.requester(act.caller()));
    var written = organisations.handle(Doors.id(organisation), command, act);
    // Repeated, it was decided for the worker of then; what they may has perhaps grown since.
    if (Answers.done(written).repeated())
      throw Problem.conflict("code-shown-once", "This code was shown and is not kept; ask for a new letter.");
    LogIns.Letter letter = logIns.write(organisation, to.value());
    return ResponseEntity.status(HttpStatus.CREATED).header(HttpHeaders.CACHE_CONTROL, "no-store")
        .body(new Letter(to.value(), letter.code(), letter.until()));
  }

  /** Who works with them sees which cases; for others a case that is not theirs does not exist. */
  private static Problem stillHolding(List<Holdings.Item> held, boolean colleague) {
    List<Holdings.Item> items = held.stream().filter(Holdings.Item::named).toList();
    Map<String, Long> counts = items.stream().collect(Collectors.groupingBy(Holdings.Item::what, TreeMap::new, Collectors.counting()));
    Problem problem = Problem.conflict("still-holding", "This worker still holds something; it goes to somebody else first.")
        .with("total", items.size()).with("counts", counts);
    if (colleague) problem.with("cases", items.stream().map(Holdings.Item::caseId).distinct().sorted().toList());
    return problem;
  }
}
