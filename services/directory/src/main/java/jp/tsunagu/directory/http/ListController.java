package jp.tsunagu.directory.http;

import java.util.List;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import io.swagger.v3.oas.annotations.Operation;
import jp.tsunagu.contracts.DirectoryMessage.WorkerRole;
import jp.tsunagu.directory.Requester;
import jp.tsunagu.directory.lists.Line.Fate;
import jp.tsunagu.directory.lists.Line.Told;
import jp.tsunagu.directory.lists.OrganisationLists;
import jp.tsunagu.directory.lists.StaffLists;
import jp.tsunagu.directory.register.NetworkStream;
import jp.tsunagu.runtime.http.Act;
import jp.tsunagu.runtime.http.Problem;
import jp.tsunagu.runtime.http.Problem.FieldError;

/** Organisations and workers as whole lists: first rehearsed, then carried out. */
@RestController
class ListController {
  private final OrganisationLists organisations;
  private final StaffLists staff;
  private final NetworkStream network;
  private final Doors doors;

  ListController(OrganisationLists organisations, StaffLists staff, NetworkStream network, Doors doors) {
    this.organisations = organisations;
    this.staff = staff;
    this.network = network;
    this.doors = doors;
  }

  /** @param rehearsed nothing has changed; what is said of a line is what would become of it */
  record Taken(boolean rehearsed, long added, long changed, long same, long refused, List<Told> lines) {
    static Taken of(boolean rehearsed, List<Told> lines) {
      return new Taken(rehearsed, count(lines, Fate.ADDED), count(lines, Fate.CHANGED), count(lines, Fate.SAME),
          count(lines, Fate.REFUSED), lines);
    }

    private static long count(List<Told> lines, Fate fate) {
      return lines.stream().filter(line -> line.fate() == fate).count();
    }
  }

  @PostMapping("/api/organisations/import")
  @Operation(summary = "Takes organisations in as a list, or rehearses it, which is the default; an administrator's matter")
  Taken organisations(@RequestBody ListForms.OrganisationList list, Act act) {
    Requester by = doors.requester(act.caller());
    if (!by.administers()) throw Problem.forbidden("not-yours", "this is for an administrator");
    var lines = list.read(by, network.current().state()::offers);
    List<Told> rehearsed = organisations.rehearse(lines);
    if (!Boolean.FALSE.equals(list.rehearse())) return Taken.of(true, rehearsed);
    unlessWrong(rehearsed);
    return Taken.of(false, organisations.carryOut(lines, act));
  }

  @PostMapping("/api/organisations/workers/import")
  @Operation(summary = "Takes workers in as a list, or rehearses it, which is the default; for managers those of their organisation")
  Taken workers(@RequestBody ListForms.StaffList list, Act act) {
    Requester by = doors.requester(act.caller());
    if (!by.administers() && !by.roles().contains(WorkerRole.MANAGER))
      throw Problem.forbidden("not-yours", "this is for managers and administrators");
    var lines = list.read();
    List<Told> rehearsed = staff.rehearse(lines, by);
    if (!Boolean.FALSE.equals(list.rehearse())) return Taken.of(true, rehearsed);
    unlessWrong(rehearsed);
    return Taken.of(false, staff.carryOut(lines, by, act));
  }

  /** A list with a mistake in it is not carried out in part. */
  private static void unlessWrong(List<Told> lines) {
    List<FieldError> errors = lines.stream().flatMap(line -> line.errors().stream().map(e -> at(line, e))).toList();
    if (!errors.isEmpty()) throw Problem.invalid(errors);
  }

  private static FieldError at(Told line, FieldError e) {
    String row = "rows[" + (line.line() - 1) + "]";
    return new FieldError(e.field().isEmpty() ? row : row + "." + e.field(), e.code(), e.message());
  }
}
