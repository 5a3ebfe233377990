package jp.tsunagu.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.contracts.DirectoryMessage.WorkerState;
import jp.tsunagu.directory.Organisation.Employed;
import jp.tsunagu.directory.Organisation.Member;
import jp.tsunagu.journal.Decision;
import jp.tsunagu.journal.Refusal;

/** 名簿: a list of workers as they should be, held against those there are. Nobody leaves for not standing in it. */
public final class Roster {
  private Roster() {}

  /** What a line of it would do. */
  public enum Change {
    ADD, CHANGE, NOTHING
  }

  /** @param refusals everything that stands against it */
  public record Judged(Worker worker, Change change, List<Refusal> refusals) {}

  /** Line by line, in their order. */
  public static List<Judged> judge(OrganisationCommand.TakeRoster command, Member member) {
    List<Worker> coming = command.workers().stream().filter(w -> member.worker(w.id()).isEmpty()).toList();
    return command.workers().stream().map(worker -> judge(worker, coming, command.by(), member)).toList();
  }

  /** All of it or nothing. */
  static Decision<OrganisationEvent> take(OrganisationCommand.TakeRoster command, Member member) {
    List<Judged> judged = judge(command, member);
    Optional<Refusal> refused = judged.stream().flatMap(j -> j.refusals().stream()).findFirst();
    if (refused.isPresent()) return Decision.refuse(refused.get());
    List<OrganisationEvent> events = new ArrayList<>();
    for (Judged one : judged) switch (one.change()) {
      case ADD -> events.add(new OrganisationEvent.WorkerAdded(one.worker()));
      case CHANGE -> events.add(new OrganisationEvent.WorkerChanged(one.worker()));
      case NOTHING -> {}
    }
    return Decision.accept(events);
  }

  private static Judged judge(Worker worker, List<Worker> coming, Requester by, Member member) {
    Employed before = member.worker(worker.id()).orElse(null);
    Change change = before == null ? Change.ADD : before.worker().equals(worker) ? Change.NOTHING : Change.CHANGE;
    if (!by.manages(member.id())) return new Judged(worker, change, List.of(Staff.FORBIDDEN));
    if (change == Change.NOTHING) return new Judged(worker, change, List.of());
    List<Refusal> refusals = new ArrayList<>(against(worker, before, by, member));
    refusals.addAll(Staff.wrongs(worker, member, coming));
    return new Judged(worker, change, refusals);
  }

  private static List<Refusal> against(Worker worker, @Nullable Employed before, Requester by, Member member) {
    List<Refusal> against = new ArrayList<>();
    if (before == null && !member.active()) against.add(Staff.NOT_ACTIVE);
    if (before != null && before.state() == WorkerState.LEFT) against.add(Staff.HAS_LEFT);
    if (!by.mayChange(before == null ? Set.of() : before.worker().roles(), worker.roles())) against.add(Staff.BEYOND);
    boolean was = before == null || by.reaches(before.worker().unit());
    if (!was || !by.reaches(worker.unit())) against.add(Staff.OTHER_UNIT);
    return against;
  }
}
