package jp.tsunagu.intake.http;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import io.swagger.v3.oas.annotations.Operation;
import jp.tsunagu.intake.Likeness;
import jp.tsunagu.intake.Person;
import jp.tsunagu.intake.sight.LikelySame;
import jp.tsunagu.runtime.access.AccessLog;
import jp.tsunagu.runtime.http.Act;
import jp.tsunagu.runtime.http.Problem;

/** Whether somebody is known already, asked while a case is being opened. A POST, so that no name stands in an address. */
@RestController
class LikelySameController {
  /** The log's word for a look that showed no field, only that some agree. */
  static final List<String> LOGGED = List.of("likeness");
  private static final int MOST = 50;

  private final LikelySame likely;
  private final AccessLog log;

  LikelySameController(LikelySame likely, AccessLog log) {
    this.likely = likely;
    this.log = log;
  }

  record Candidate(String caseId, Set<Likeness.Reason> reasons, Likeness.Likelihood likelihood) {
    static Candidate of(LikelySame.Match match) {
      return new Candidate(match.caseId(), match.likeness().reasons(), match.likeness().likelihood());
    }
  }

  /** @param elsewhere whether somebody very likely the same is supported where the caller sees nothing */
  record Answer(List<Candidate> candidates, boolean elsewhere) {}

  @PostMapping("/api/persons/likely-same")
  @Operation(summary = "Cases of likely the same person that the caller may see, with what agreed; of others only whether there are any. Stores nothing")
  Answer find(@RequestBody PersonForm form, Act act) {
    if (!act.caller().supportsPeople()) throw Problem.forbidden("not-a-caseworker", "Only those who support people ask this.");
    var fields = new Fields();
    Person person = fields.orProblem(form.read(fields, ""));
    LikelySame.Found found = likely.find(act.caller(), person, Set.of());
    // Also those of whom nothing is told: their holder sees who felt for them.
    log.add(act, AccessLog.Why.SEARCH,
        Stream.concat(found.seen().stream(), found.elsewhere().stream()).map(m -> new AccessLog.Look(m.caseId(), LOGGED)).toList());
    return new Answer(found.seen().stream().limit(MOST).map(Candidate::of).toList(), !found.elsewhere().isEmpty());
  }
}
