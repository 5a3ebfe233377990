package jp.tsunagu.directory.http;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.swagger.v3.oas.annotations.Operation;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.directory.History;
import jp.tsunagu.directory.History.What;
import jp.tsunagu.directory.Id;
import jp.tsunagu.directory.Traits.Change;
import jp.tsunagu.directory.register.Organisations;
import jp.tsunagu.runtime.http.Caller;
import jp.tsunagu.runtime.http.Problem;

/** 変更履歴, for whoever manages the organisation: it tells of absences, letters and addresses. */
@RestController
class HistoryController {
  private final Organisations organisations;
  private final Doors doors;

  HistoryController(Organisations organisations, Doors doors) {
    this.organisations = organisations;
    this.doors = doors;
  }

  /**
   * @param by      whose act it was
   * @param worker  whom it was about; absent for the organisation itself
   * @param changes what stood there before and since, by the names of the fields
   */
  record LineBody(long version, Instant at, Party by, What what, @Nullable String worker, List<Change> changes) {
    static LineBody of(History.Line line) {
      Id worker = line.worker();
      return new LineBody(line.version(), line.at(), new Party(line.by().organisation(), line.by().worker()), line.what(),
          worker == null ? null : worker.value(), line.changes());
    }
  }

  /** @param before to be asked for next; absent when there is no more */
  record Lines(List<LineBody> items, @Nullable Long before) {}

  @GetMapping("/api/organisations/{organisation}/history")
  @Operation(summary = "Who changed what of an organisation and its workers, the newest in front; for its manager or an administrator")
  Lines history(@PathVariable String organisation, @RequestParam(required = false) @Nullable Long before, Caller caller) {
    Id id = Doors.id(organisation);
    if (!doors.requester(caller).manages(id))
      throw Problem.forbidden("not-yours", "this is for the organisation's manager or an administrator");
    var commits = organisations.history(id);
    if (commits.isEmpty()) throw Problem.notFound();
    var page = Page.of(History.of(commits), History.Line::version, before);
    return new Lines(page.lines().stream().map(LineBody::of).toList(), page.before());
  }
}
