package jp.tsunagu.directory.http;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import io.swagger.v3.oas.annotations.Operation;
import jp.tsunagu.calendar.OfficeCalendar;
import jp.tsunagu.directory.OrganisationCommand;
import jp.tsunagu.directory.register.Organisations;
import jp.tsunagu.runtime.http.Act;
import jp.tsunagu.runtime.http.Answers;
import jp.tsunagu.runtime.http.Nothing;

/** When somebody is away: said by themselves, or by whoever manages them. */
@RestController
@RequestMapping("/api/organisations/{organisation}/workers/{worker}/absences")
class AbsenceController {
  private final Organisations organisations;
  private final Doors doors;

  AbsenceController(Organisations organisations, Doors doors) {
    this.organisations = organisations;
    this.doors = doors;
  }

  record Planned(String worker, LocalDate from, long version) {}

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Says that a worker will be away; on these days the deputy is told what is theirs")
  ResponseEntity<Planned> plan(@PathVariable String organisation, @PathVariable String worker, @RequestBody AbsenceForm form, Act act) {
    var absence = form.read();
    var plan = new OrganisationCommand.PlanAbsence(Doors.id(worker), absence, own(organisation, worker, act),
        OfficeCalendar.dayOf(act.at()), doors.requester(act.caller()));
    return Answers.created(organisations.handle(Doors.id(organisation), plan, act),
        done -> new Planned(worker, absence.from(), done.version()));
  }

  @PostMapping("/{from}/cancellation")
  @Operation(summary = "Calls an absence off, or ends it early")
  ResponseEntity<Answers.Version> cancel(@PathVariable String organisation, @PathVariable String worker, @PathVariable LocalDate from,
      @RequestBody(required = false) @Nullable Nothing nothing, Act act) {
    var cancel = new OrganisationCommand.CancelAbsence(Doors.id(worker), from, own(organisation, worker, act),
        doors.requester(act.caller()));
    return Answers.ok(organisations.handle(Doors.id(organisation), cancel, act));
  }

  private static boolean own(String organisation, String worker, Act act) {
    return act.by().organisation().equals(organisation) && act.by().worker().equals(worker);
  }
}
