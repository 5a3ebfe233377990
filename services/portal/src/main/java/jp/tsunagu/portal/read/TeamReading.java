package jp.tsunagu.portal.read;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

import jp.tsunagu.contracts.DirectoryMessage.Worker;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.contracts.Step;
import jp.tsunagu.contracts.StepKind;
import jp.tsunagu.portal.ledger.Ledgers;
import jp.tsunagu.runtime.directory.DirectoryView;
import jp.tsunagu.runtime.http.Caller;
import jp.tsunagu.runtime.http.Problem;
import jp.tsunagu.runtime.http.Role;

/** What everybody of a manager's team has to do; of cases the manager is barred from nothing. */
public final class TeamReading {
  private final Ledgers ledgers;
  private final DirectoryView directory;
  private final InstantSource clock;

  public TeamReading(Ledgers ledgers, DirectoryView directory, InstantSource clock) {
    this.ledgers = ledgers;
    this.directory = directory;
    this.clock = clock;
  }

  /**
   * @param cases in which something is theirs
   * @param held  of these, whose next step is theirs, so that they answer for the person
   * @param owed  how many dates are theirs
   * @param late  of these, how many have passed
   */
  public record Load(Worker worker, int cases, int held, int owed, int late) {}

  /** One date, of one case. */
  public record Duty(String caseId, Step step) {}

  public static boolean mayRead(Caller caller) {
    return caller.is(Role.MANAGER);
  }

  /** The busiest first. */
  public List<Load> loads(Caller manager) {
    Instant now = clock.instant();
    Set<String> barred = barred(manager);
    return team(manager).stream().map(worker -> load(worker, duties(worker, barred), now))
        .sorted(Comparator.comparingInt(Load::late).thenComparingInt(Load::owed).reversed()).toList();
  }

  /** What all of them have to do, what comes first in front. */
  public List<Duty> duties(Caller manager) {
    Set<String> barred = barred(manager);
    return team(manager).stream().flatMap(worker -> duties(worker, barred).stream()).sorted(Comparator.comparing(d -> d.step().dueAt()))
        .toList();
  }

  /**
   * What this colleague has to do, what comes first in front.
   *
   * @throws Problem 404 if they are not of the team
   */
  public List<Duty> duties(Caller manager, String worker) {
    return duties(member(manager, worker), barred(manager));
  }

  /** @throws Problem 404 if they are not of the team */
  public Worker member(Caller manager, String worker) {
    return team(manager).stream().filter(w -> w.worker().equals(worker)).findFirst().orElseThrow(Problem::notFound);
  }

  private List<Worker> team(Caller manager) {
    if (!mayRead(manager)) throw Problem.forbidden("not-yours-to-watch", "A team is its manager's to look after.");
    return directory.organisation(manager.organisation()).stream().flatMap(o -> o.workers().stream()).filter(Worker::active)
        .filter(w -> directory.together(manager.party(), new Party(w.organisation(), w.worker()))).toList();
  }

  private Set<String> barred(Caller manager) {
    return ledgers.barredTo(manager.worker());
  }

  private List<Duty> duties(Worker worker, Set<String> barred) {
    var owner = new Party(worker.organisation(), worker.worker());
    return ledgers.owing(worker.organisation(), worker.worker()).stream().filter(o -> !barred.contains(o.caseId()))
        .flatMap(o -> o.steps().stream().filter(step -> step.owner().equals(owner)).map(step -> new Duty(o.caseId(), step)))
        .sorted(Comparator.comparing(d -> d.step().dueAt())).toList();
  }

  private static Load load(Worker worker, List<Duty> duties, Instant now) {
    return new Load(worker, (int) duties.stream().map(Duty::caseId).distinct().count(),
        (int) duties.stream().filter(d -> d.step().what() == StepKind.NEXT_STEP).count(), duties.size(),
        (int) duties.stream().filter(d -> d.step().dueAt().isBefore(now)).count());
  }
}
