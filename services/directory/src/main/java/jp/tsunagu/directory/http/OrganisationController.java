package jp.tsunagu.directory.http;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.swagger.v3.oas.annotations.Operation;
import jp.tsunagu.directory.Id;
import jp.tsunagu.directory.OrganisationCommand;
import jp.tsunagu.directory.Requester;
import jp.tsunagu.directory.register.Entry;
import jp.tsunagu.directory.register.NetworkStream;
import jp.tsunagu.directory.register.Organisations;
import jp.tsunagu.directory.register.Register;
import jp.tsunagu.journal.Cause;
import jp.tsunagu.runtime.http.Act;
import jp.tsunagu.runtime.http.Answers;
import jp.tsunagu.runtime.http.Nothing;
import jp.tsunagu.runtime.http.Caller;
import jp.tsunagu.runtime.http.Problem;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.http.HttpStatus;

/** 参加団体. */
@RestController
@RequestMapping("/api/organisations")
class OrganisationController {
  private final Organisations organisations;
  private final Register register;
  private final NetworkStream network;
  private final Doors doors;

  OrganisationController(Organisations organisations, Register register, NetworkStream network, Doors doors) {
    this.organisations = organisations;
    this.register = register;
    this.network = network;
    this.doors = doors;
  }

  record All(List<OrganisationBody> organisations) {}

  record Joined(String organisation, long version) {}

  @GetMapping
  @Operation(summary = "All organisations, former ones too, without their workers")
  All all() {
    return new All(register.all().stream().map(OrganisationBody::brief).toList());
  }

  @GetMapping("/{organisation}")
  @Operation(summary = "One organisation with its units and workers")
  ResponseEntity<OrganisationBody> one(@PathVariable String organisation, Caller caller) {
    Entry entry = register.find(organisation).orElseThrow(Problem::notFound);
    return ResponseEntity.ok().eTag(Answers.etag(entry.version())).body(OrganisationBody.full(entry, doors.requester(caller)));
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Takes in an organisation; an administrator's matter")
  ResponseEntity<Joined> join(@RequestBody ProfileForm form, Act act) {
    var join = form.join(doors.requester(act.caller()), network::offers);
    return Answers.created(organisations.handle(join.id(), join, act), done -> new Joined(join.id().value(), done.version()));
  }

  @PutMapping("/{organisation}")
  @Operation(summary = "Replaces how an organisation presents itself, and its units; its manager's or an administrator's matter")
  ResponseEntity<Answers.Version> describe(@PathVariable String organisation, @RequestBody ProfileForm form, Act act) {
    var describe = form.describe(doors.requester(act.caller()), network::offers);
    return Answers.ok(organisations.handle(Doors.id(organisation), describe, act));
  }

  @PutMapping("/{organisation}/opening-hours")
  @Operation(summary = "Says when an organisation is open; dates that are set from now on count its days and hours")
  ResponseEntity<Answers.Version> keepHours(@PathVariable String organisation, @RequestBody HoursForm form, Act act) {
    var keep = new OrganisationCommand.KeepHours(form.read(), doors.requester(act.caller()));
    return Answers.ok(organisations.handle(Doors.id(organisation), keep, act));
  }

  @PutMapping("/{organisation}/programmes")
  @Operation(summary = "Says what an organisation offers, for whom, where and whether there is room, in place of what it said before")
  ResponseEntity<Answers.Version> tellProgrammes(@PathVariable String organisation, @RequestBody ProgrammesForm form, Act act) {
    var tell = new OrganisationCommand.TellProgrammes(form.read(), doors.requester(act.caller()));
    return Answers.ok(organisations.handle(Doors.id(organisation), tell, act));
  }

  @PutMapping("/{organisation}/answer-times")
  @Operation(summary = "Says within what time an organisation answers proposals that are made from now on; an administrator's matter")
  ResponseEntity<Answers.Version> setAnswerTimes(@PathVariable String organisation, @RequestBody AnswerTimesForm form, Act act) {
    var set = new OrganisationCommand.SetAnswerTimes(form.read(), doors.requester(act.caller()));
    return Answers.ok(organisations.handle(Doors.id(organisation), set, act));
  }

  @PostMapping("/{organisation}/deactivation")
  @Operation(summary = "Lets an organisation go whose workers have all left; an administrator's matter")
  ResponseEntity<Answers.Version> deactivate(@PathVariable String organisation, @RequestBody(required = false) @Nullable Nothing nothing,
      Act act) {
    return Answers.ok(organisations.handle(Doors.id(organisation), new OrganisationCommand.Leave(doors.requester(act.caller())), act));
  }

  /** First taken, then given up by the others: for a moment two have the duty, never none. A repetition mends what broke off. */
  @PostMapping("/{organisation}/secretariat")
  @Operation(summary = "Gives an organisation the secretariat's duty, and relieves who had it; an administrator's matter")
  ResponseEntity<Answers.Version> secretariat(@PathVariable String organisation, @RequestBody(required = false) @Nullable Nothing nothing,
      Act act) {
    Id taker = Doors.id(organisation);
    Requester by = doors.requester(act.caller());
    var taken = Answers.ok(organisations.handle(taker, new OrganisationCommand.TakeSecretariat(by), act));
    for (Entry other : register.all()) if (other.secretariat() && !other.organisation().equals(taker.value())) {
      var cause = new Cause(act.cause().id() + "/yield@" + other.version(), "");
      var yield = new OrganisationCommand.YieldSecretariat(by);
      Answers.done(organisations.handle(new Id(other.organisation()), yield, act.at(), act.actor(), cause, null));
    }
    return taken;
  }
}
