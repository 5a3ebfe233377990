package jp.tsunagu.directory;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.contracts.DirectoryMessage.WorkerState;
import jp.tsunagu.directory.Organisation.Employed;
import jp.tsunagu.directory.Organisation.Member;
import jp.tsunagu.journal.Decision;
import jp.tsunagu.journal.Refusal;

/** The rules about an organisation's workers: who comes, who stands in for whom, who goes. */
final class Staff {
  static final Refusal FORBIDDEN = Refusal.forbidden("not-yours", "this is for the organisation's manager or an administrator");
  static final Refusal NOT_ACTIVE = Refusal.conflict("not-active", "this organisation has left");
  static final Refusal BEYOND = Refusal.forbidden("needs-an-administrator", "this worker's roles reach beyond the organisation");
  static final Refusal OTHER_UNIT = Refusal.forbidden("needs-the-whole-house",
      "this is for a manager of the worker's own unit or of the whole organisation");
  static final Refusal HAS_LEFT = Refusal.conflict("has-left", "who has left does not come back under the same id");

  private Staff() {}

  static Decision<OrganisationEvent> add(OrganisationCommand.AddWorkers command, Member member) {
    if (!command.by().manages(member.id())) return OrganisationDecider.forbidden();
    if (!member.active()) return OrganisationDecider.notActive();
    for (Worker worker : command.workers()) {
      if (member.worker(worker.id()).isPresent())
        return Decision.refuse(Refusal.invalid("worker", "known-worker", "an id nobody here ever had"));
      if (!command.by().mayChange(Set.of(), worker.roles())) return beyond();
      if (!command.by().reaches(worker.unit())) return otherUnit();
      Optional<Refusal> wrong = wrong(worker, member, command.workers());
      if (wrong.isPresent()) return Decision.refuse(wrong.get());
    }
    return Decision.accept(command.workers().stream().map(OrganisationEvent.WorkerAdded::new).toList());
  }

  static Decision<OrganisationEvent> change(OrganisationCommand.ChangeWorker command, Member member) {
    if (!command.by().manages(member.id())) return OrganisationDecider.forbidden();
    return known(member, command.worker().id(), before -> {
      if (before.state() == WorkerState.LEFT) return hasLeft();
      if (!command.by().mayChange(before.worker().roles(), command.worker().roles())) return beyond();
      if (!command.by().reaches(before.worker().unit()) || !command.by().reaches(command.worker().unit())) return otherUnit();
      if (command.worker().equals(before.worker())) return Decision.accept();
      return wrong(command.worker(), member, List.of()).map(Decision::<OrganisationEvent>refuse)
          .orElseGet(() -> Decision.accept(new OrganisationEvent.WorkerChanged(command.worker())));
    });
  }

  static Decision<OrganisationEvent> begin(OrganisationCommand.BeginLeaving command, Member member) {
    if (!command.by().manages(member.id())) return OrganisationDecider.forbidden();
    return known(member, command.worker(), worker -> {
      if (!command.by().maySendAway(worker.worker().roles())) return beyond();
      if (!command.by().reaches(worker.worker().unit())) return otherUnit();
      return switch (worker.state()) {
        case LEFT, LEAVING -> Decision.accept();
        case ACTIVE -> {
          List<Id> relying = member.relyingOn(command.worker());
          if (relying.isEmpty()) yield Decision.accept(new OrganisationEvent.WorkerLeaving(command.worker(), command.at()));
          yield Decision.refuse("still-relied-on", "these need another deputy or manager first: " + relying);
        }
      };
    });
  }

  static Decision<OrganisationEvent> finish(OrganisationCommand.FinishLeaving command, Member member) {
    return known(member, command.worker(), worker -> switch (worker.state()) {
      case LEAVING -> Decision.accept(new OrganisationEvent.WorkerLeft(command.worker()));
      case LEFT -> Decision.accept();
      case ACTIVE -> Decision.refuse("not-leaving", "takes new work, so nobody can have found out that nothing is held");
    });
  }

  static Decision<OrganisationEvent> cancel(OrganisationCommand.CancelLeaving command, Member member) {
    return known(member, command.worker(), worker -> switch (worker.state()) {
      case LEAVING -> Decision.accept(new OrganisationEvent.WorkerStayed(command.worker()));
      case ACTIVE -> Decision.accept();
      case LEFT -> hasLeft();
    });
  }

  static Decision<OrganisationEvent> write(OrganisationCommand.WriteLetter command, Member member) {
    if (!command.by().manages(member.id())) return OrganisationDecider.forbidden();
    return known(member, command.worker(), worker -> {
      if (worker.state() == WorkerState.LEFT) return hasLeft();
      if (!command.by().reaches(worker.worker().unit())) return otherUnit();
      if (!command.by().mayWriteTo(worker.worker().roles()))
        return Decision
            .refuse(Refusal.forbidden("needs-an-administrator", "only an administrator lets in somebody with this worker's roles"));
      return Decision.accept(new OrganisationEvent.LetterWritten(command.worker(), command.letIn()));
    });
  }

  static Employed employed(Member member, Id id) {
    return member.worker(id).orElseThrow(() -> new IllegalStateException("nobody was added as " + id));
  }

  static Decision<OrganisationEvent> known(Member member, Id id, Function<Employed, Decision<OrganisationEvent>> decision) {
    return member.worker(id).map(decision).orElseGet(() -> Decision.refuse(Refusal.unknown("unknown-worker", "nobody has this id here")));
  }

  private static Optional<Refusal> wrong(Worker worker, Member member, List<Worker> coming) {
    return wrongs(worker, member, coming).stream().findFirst();
  }

  /** @param coming who is there once this is done */
  static List<Refusal> wrongs(Worker worker, Member member, List<Worker> coming) {
    String unit = worker.unit();
    Optional<Refusal> noRole = worker.roles().isEmpty()
        ? Optional.of(Refusal.invalid("roles", "required", "at least one role"))
        : Optional.empty();
    Optional<Refusal> noUnit = unit != null && !member.units().contains(unit)
        ? Optional.of(Refusal.invalid("unit", "unknown-unit", "one of the organisation's units"))
        : Optional.empty();
    return Stream.of(noRole, Partners.employing(worker, member), noUnit, colleague("deputy", worker.deputy(), worker, member, coming),
        colleague("manager", worker.manager(), worker, member, coming)).flatMap(Optional::stream).toList();
  }

  private static Optional<Refusal> colleague(String field, @Nullable Id named, Worker worker, Member member, List<Worker> coming) {
    if (named == null) return Optional.empty();
    boolean there = member.worker(named).filter(Employed::active).isPresent() || coming.stream().anyMatch(c -> c.id().equals(named));
    if (there && !named.equals(worker.id())) return Optional.empty();
    return Optional.of(Refusal.invalid(field, "not-an-active-colleague", "another active worker of the same organisation"));
  }

  private static Decision<OrganisationEvent> beyond() {
    return Decision.refuse(BEYOND);
  }

  static Decision<OrganisationEvent> otherUnit() {
    return Decision.refuse(OTHER_UNIT);
  }

  private static Decision<OrganisationEvent> hasLeft() {
    return Decision.refuse(HAS_LEFT);
  }
}
