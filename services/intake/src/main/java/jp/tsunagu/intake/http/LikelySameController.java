package jp.tsunagu.intake.http;

import java.time.Duration;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jp.tsunagu.intake.Likeness;
import jp.tsunagu.intake.Person;
import jp.tsunagu.intake.guesses.Guesses;
import jp.tsunagu.intake.sight.LikelySame;
import jp.tsunagu.runtime.access.AccessLog;
import jp.tsunagu.runtime.http.Act;
import jp.tsunagu.runtime.http.Problem;

/** Whether somebody is known already, asked while a case is being opened. A POST, so that no name stands in an address. */
@RestController
class LikelySameController {
  /** The log's word for a look that showed no field, only that some agree. */
  private static final List<String> LOGGED = List.of("likeness");
  private static final int MOST = 50;

  private final LikelySame likely;
  private final AccessLog log;
  private final Guesses guesses;
  private final TooMany tooMany;

  LikelySameController(LikelySame likely, AccessLog log, @Qualifier("likenessGuesses") Guesses guesses, TooMany tooMany) {
    this.likely = likely;
    this.log = log;
    this.guesses = guesses;
    this.tooMany = tooMany;
  }

  /** @param addressHidden 住所秘匿; absent otherwise */
  record Candidate(String caseId, Set<Likeness.Reason> reasons, Likeness.Likelihood likelihood, @Nullable Boolean addressHidden) {
    static Candidate of(LikelySame.Match match) {
      return new Candidate(match.caseId(), match.likeness().reasons(), match.likeness().likelihood(), match.addressHidden() ? true : null);
    }
  }

  /** @param elsewhere whether somebody very likely the same is supported where the caller sees nothing */
  record Answer(List<Candidate> candidates, boolean elsewhere) {}

  @PostMapping("/api/persons/likely-same")
  @Operation(summary = "Cases of likely the same person that the caller may see, with what agreed; of others only whether there are any. Stores nothing")
  @ApiResponse(responseCode = "200", content = @Content(mediaType = "application/json", schema = @Schema(implementation = Answer.class)))
  ResponseEntity<?> find(@RequestBody PersonForm form, Act act) {
    if (!act.caller().supportsPeople()) throw Problem.forbidden("not-a-caseworker", "Only those who support people ask this.");
    var fields = new Fields();
    Person person = fields.orProblem(form.read(fields, ""));
    Duration wait = guesses.admit(act.caller(), act.at()); // each is one, or birth dates could be tried until one is right
    return wait.isPositive() ? tooMany.answer("too-many-attempts", wait, "asking again") : ResponseEntity.ok(found(person, act));
  }

  private Answer found(Person person, Act act) {
    LikelySame.Found found = likely.find(act.caller(), person, Set.of());
    List<LikelySame.Match> shown = found.seen().stream().limit(MOST).toList();
    // Not the others, of whom nothing is shown: their holders would learn who supports the same person.
    log.add(act, AccessLog.Why.SEARCH, shown.stream().map(m -> new AccessLog.Look(m.caseId(), LOGGED)).toList());
    return new Answer(shown.stream().map(Candidate::of).toList(), !found.elsewhere().isEmpty());
  }
}
