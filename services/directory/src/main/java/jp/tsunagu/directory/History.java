package jp.tsunagu.directory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.directory.Organisation.Employed;
import jp.tsunagu.directory.Organisation.Member;
import jp.tsunagu.journal.Actor;
import jp.tsunagu.journal.Commit;

/** 変更履歴: what was done to an organisation, by whom and when, as people read it; folded from its events alone. */
public final class History {
  private static final OrganisationDecider DECIDER = new OrganisationDecider();

  private History() {}

  /** What kind of change it was. */
  public enum What {
    JOINED, DESCRIBED, WORKER_ADDED, WORKER_CHANGED, WORKER_LEAVING, WORKER_STAYED, WORKER_LEFT, ABSENCE_PLANNED, ABSENCE_CANCELLED, HOURS_KEPT, PROGRAMMES_TOLD, ANSWER_TIMES_SET, LETTER_WRITTEN, SECRETARIAT_TAKEN, SECRETARIAT_YIELDED, LEFT
  }

  /** @param worker whom it was about, null for the organisation itself */
  public record Line(long version, Instant at, Actor by, What what, @Nullable Id worker, List<Traits.Change> changes) {}

  /** The newest in front. */
  public static List<Line> of(List<Commit<OrganisationEvent>> commits) {
    List<Line> lines = new ArrayList<>();
    Organisation state = DECIDER.initial();
    for (Commit<OrganisationEvent> commit : commits)
      for (OrganisationEvent event : commit.events()) {
        Said said = said(event, state);
        lines.add(new Line(commit.version(), commit.at(), commit.by(), said.what(), said.worker(), said.changes()));
        state = DECIDER.evolve(state, event);
      }
    return lines.reversed();
  }

  private record Said(What what, @Nullable Id worker, List<Traits.Change> changes) {
    static Said plain(What what, @Nullable Id worker) {
      return new Said(what, worker, List.of());
    }
  }

  private static Said said(OrganisationEvent event, Organisation before) {
    return switch (event) {
      case OrganisationEvent.Joined joined ->
        new Said(What.JOINED, null, Traits.changes(Map.of(), Traits.of(joined.profile(), joined.units())));
      case OrganisationEvent.Described(Profile profile, List<String> units) ->
        new Said(What.DESCRIBED, null, Traits.changes(profile(before), Traits.of(profile, units)));
      case OrganisationEvent.WorkerAdded(Worker worker) ->
        new Said(What.WORKER_ADDED, worker.id(), Traits.changes(Map.of(), Traits.of(worker)));
      case OrganisationEvent.WorkerChanged(Worker worker) ->
        new Said(What.WORKER_CHANGED, worker.id(), Traits.changes(worker(before, worker.id()), Traits.of(worker)));
      case OrganisationEvent.WorkerLeaving leaving -> Said.plain(What.WORKER_LEAVING, leaving.worker());
      case OrganisationEvent.WorkerStayed stayed -> Said.plain(What.WORKER_STAYED, stayed.worker());
      case OrganisationEvent.WorkerLeft left -> Said.plain(What.WORKER_LEFT, left.worker());
      case OrganisationEvent.AbsencePlanned(Id worker, var absence) ->
        new Said(What.ABSENCE_PLANNED, worker, Traits.changes(Map.of(), Traits.of(absence)));
      case OrganisationEvent.AbsenceCancelled(Id worker, var from) ->
        new Said(What.ABSENCE_CANCELLED, worker, List.of(new Traits.Change("from", List.of(from.toString()), List.of())));
      case OrganisationEvent.HoursKept(var hours) ->
        new Said(What.HOURS_KEPT, null, Traits.changes(hours(before), Traits.of(hours)));
      case OrganisationEvent.ProgrammesTold(var programmes) ->
        new Said(What.PROGRAMMES_TOLD, null, Traits.changes(programmes(before), Traits.of(programmes)));
      case OrganisationEvent.AnswerTimesSet(var times) ->
        new Said(What.ANSWER_TIMES_SET, null, Traits.changes(answerTimes(before), Traits.of(times)));
      case OrganisationEvent.LetterWritten written -> Said.plain(What.LETTER_WRITTEN, written.worker());
      case OrganisationEvent.SecretariatTaken _ -> Said.plain(What.SECRETARIAT_TAKEN, null);
      case OrganisationEvent.SecretariatYielded _ -> Said.plain(What.SECRETARIAT_YIELDED, null);
      case OrganisationEvent.Left _ -> Said.plain(What.LEFT, null);
    };
  }

  private static Map<String, List<String>> profile(Organisation before) {
    return before instanceof Member member ? Traits.of(member.profile(), member.units()) : Map.of();
  }

  private static Map<String, List<String>> worker(Organisation before, Id id) {
    return before instanceof Member member ? member.worker(id).map(Employed::worker).map(Traits::of).orElse(Map.of()) : Map.of();
  }

  private static Map<String, List<String>> programmes(Organisation before) {
    return before instanceof Member member ? Traits.of(member.programmes()) : Map.of();
  }

  private static Map<String, List<String>> answerTimes(Organisation before) {
    return before instanceof Member member ? Traits.of(member.answerTimes()) : Map.of();
  }

  private static Map<String, List<String>> hours(Organisation before) {
    return before instanceof Member member && member.hours() != null ? Traits.of(member.hours()) : Map.of();
  }
}
