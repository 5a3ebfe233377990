package jp.tsunagu.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jp.tsunagu.contracts.Absence;
import jp.tsunagu.contracts.AnswerTimes;
import jp.tsunagu.contracts.DirectoryMessage.WorkerState;
import jp.tsunagu.contracts.OpeningHours;
import jp.tsunagu.directory.Organisation.Employed;
import jp.tsunagu.directory.Organisation.Member;
import jp.tsunagu.journal.Decider;
import jp.tsunagu.journal.Decision;
import jp.tsunagu.journal.Refusal;

/** The rules of an organisation; those about its workers are in {@link Staff}. */
public final class OrganisationDecider implements Decider<OrganisationCommand, OrganisationEvent, Organisation> {
  /** The fact that there is such an organisation, for finding them all. */
  public static final String MEMBER = "member";

  @Override
  public Organisation initial() {
    return new Organisation.Unknown();
  }

  @Override
  public Decision<OrganisationEvent> decide(OrganisationCommand command, Organisation state) {
    return switch (state) {
      case Organisation.Unknown unknown ->
        command instanceof OrganisationCommand.Join join ? join(join) : Decision.refuse(Refusal.unknown("unknown-organisation", "none"));
      case Member member -> decide(command, member);
    };
  }

  private static Decision<OrganisationEvent> decide(OrganisationCommand command, Member member) {
    return switch (command) {
      case OrganisationCommand.Join join -> Decision.refuse("already-a-member", "an organisation with this id has joined before");
      case OrganisationCommand.Describe describe -> describe(describe, member);
      case OrganisationCommand.AddWorkers add -> Staff.add(add, member);
      case OrganisationCommand.TakeRoster take -> Roster.take(take, member);
      case OrganisationCommand.ChangeWorker change -> Staff.change(change, member);
      case OrganisationCommand.BeginLeaving begin -> Staff.begin(begin, member);
      case OrganisationCommand.FinishLeaving finish -> Staff.finish(finish, member);
      case OrganisationCommand.CancelLeaving cancel -> Staff.cancel(cancel, member);
      case OrganisationCommand.WriteLetter write -> Staff.write(write, member);
      case OrganisationCommand.PlanAbsence plan -> Absences.plan(plan, member);
      case OrganisationCommand.CancelAbsence cancel -> Absences.cancel(cancel, member);
      case OrganisationCommand.KeepHours keep -> keep(keep, member);
      case OrganisationCommand.TellProgrammes tell -> tell(tell, member);
      case OrganisationCommand.SetAnswerTimes set -> set(set, member);
      case OrganisationCommand.TakeSecretariat take -> take(take, member);
      case OrganisationCommand.YieldSecretariat yield -> yieldDuty(yield, member);
      case OrganisationCommand.Leave leave -> leave(leave, member);
    };
  }

  private static Decision<OrganisationEvent> join(OrganisationCommand.Join command) {
    if (!command.by().administers()) return forbidden();
    Optional<Refusal> wrong = Partners.wrong(command.profile(), null, command.typeOffered(), command.by());
    if (wrong.isPresent()) return Decision.refuse(wrong.get());
    var joined = new OrganisationEvent.Joined(command.id(), command.profile(), command.units());
    return command.secretariat() ? Decision.accept(joined, new OrganisationEvent.SecretariatTaken()) : Decision.accept(joined);
  }

  private static Decision<OrganisationEvent> describe(OrganisationCommand.Describe command, Member member) {
    if (!command.by().manages(member.id())) return forbidden();
    if (!command.units().equals(member.units()) && !command.by().reaches(null)) return Staff.otherUnit();
    if (command.profile().equals(member.profile()) && command.units().equals(member.units())) return Decision.accept();
    Optional<Refusal> wrong = Partners.wrong(command.profile(), member.profile().partnerType(), command.typeOffered(), command.by())
        .or(() -> Partners.employing(command.profile(), member));
    if (wrong.isPresent()) return Decision.refuse(wrong.get());
    boolean missed = member.workers().values().stream().filter(w -> w.state() != WorkerState.LEFT).map(w -> w.worker().unit())
        .anyMatch(unit -> unit != null && !command.units().contains(unit));
    if (missed) return Decision.refuse("unit-in-use", "somebody works in a unit that would be gone");
    return Decision.accept(new OrganisationEvent.Described(command.profile(), command.units()));
  }

  private static Decision<OrganisationEvent> keep(OrganisationCommand.KeepHours command, Member member) {
    if (!command.by().manages(member.id())) return forbidden();
    if (!command.by().reaches(null)) return Staff.otherUnit();
    if (command.hours().equals(member.hours())) return Decision.accept();
    return Decision.accept(new OrganisationEvent.HoursKept(command.hours()));
  }

  private static Decision<OrganisationEvent> tell(OrganisationCommand.TellProgrammes command, Member member) {
    if (!command.by().manages(member.id())) return forbidden();
    if (!command.by().reaches(null)) return Staff.otherUnit();
    if (command.programmes().equals(member.programmes())) return Decision.accept();
    return Decision.accept(new OrganisationEvent.ProgrammesTold(command.programmes()));
  }

  /** Whoever has to keep a deadline does not give themselves more time. */
  private static Decision<OrganisationEvent> set(OrganisationCommand.SetAnswerTimes command, Member member) {
    if (!command.by().administers()) return forbidden();
    if (command.times().equals(member.answerTimes())) return Decision.accept();
    return Decision.accept(new OrganisationEvent.AnswerTimesSet(command.times()));
  }

  private static Decision<OrganisationEvent> take(OrganisationCommand.TakeSecretariat command, Member member) {
    if (!command.by().administers()) return forbidden();
    if (!member.active()) return notActive();
    return member.secretariat() ? Decision.accept() : Decision.accept(new OrganisationEvent.SecretariatTaken());
  }

  private static Decision<OrganisationEvent> yieldDuty(OrganisationCommand.YieldSecretariat command, Member member) {
    if (!command.by().administers()) return forbidden();
    return member.secretariat() ? Decision.accept(new OrganisationEvent.SecretariatYielded()) : Decision.accept();
  }

  private static Decision<OrganisationEvent> leave(OrganisationCommand.Leave command, Member member) {
    if (!command.by().administers()) return forbidden();
    if (!member.active()) return Decision.accept();
    if (member.secretariat()) return Decision.refuse("has-the-secretariat", "the secretariat's duty goes to another organisation first");
    boolean all = member.workers().values().stream().allMatch(w -> w.state() == WorkerState.LEFT);
    if (!all) return Decision.refuse("workers-remain", "every worker leaves first, and so hands on what they hold");
    return Decision.accept(new OrganisationEvent.Left());
  }

  static Decision<OrganisationEvent> forbidden() {
    return Decision.refuse(Staff.FORBIDDEN);
  }

  static Decision<OrganisationEvent> notActive() {
    return Decision.refuse(Staff.NOT_ACTIVE);
  }

  @Override
  public Organisation evolve(Organisation state, OrganisationEvent event) {
    if (event instanceof OrganisationEvent.Joined(Id id, Profile profile, List<String> units))
      return new Member(id, profile, units, Map.of(), true, false, null, List.of(), AnswerTimes.USUAL);
    if (!(state instanceof Member member)) throw new IllegalStateException("an organisation starts with its joining");
    return switch (event) {
      case OrganisationEvent.Joined again -> throw new IllegalStateException("joined twice");
      case OrganisationEvent.Described(Profile profile, List<String> units) -> member.with(profile, units);
      case OrganisationEvent.WorkerAdded(Worker worker) -> member.with(Employed.active(worker));
      case OrganisationEvent.WorkerChanged(Worker worker) -> member.with(Staff.employed(member, worker.id()).as(worker));
      case OrganisationEvent.WorkerLeaving(Id id, var at) ->
        member.with(Staff.employed(member, id).in(WorkerState.LEAVING, at));
      case OrganisationEvent.WorkerStayed(Id id) -> member.with(Staff.employed(member, id).in(WorkerState.ACTIVE, null));
      case OrganisationEvent.WorkerLeft(Id id) -> member.with(Staff.employed(member, id).in(WorkerState.LEFT, null));
      case OrganisationEvent.AbsencePlanned(Id id, Absence absence) -> member.with(Staff.employed(member, id).away(absence));
      case OrganisationEvent.AbsenceCancelled(Id id, LocalDate from) -> member.with(Staff.employed(member, id).back(from));
      case OrganisationEvent.HoursKept(OpeningHours hours) -> member.keeping(hours);
      case OrganisationEvent.ProgrammesTold(var programmes) -> member.offering(programmes);
      case OrganisationEvent.AnswerTimesSet(var times) -> member.answeringWithin(times);
      case OrganisationEvent.LetterWritten(Id id, var letIn) -> member.with(Staff.employed(member, id).letIn(letIn));
      case OrganisationEvent.SecretariatTaken taken -> member.withDuty(true);
      case OrganisationEvent.SecretariatYielded yielded -> member.withDuty(false);
      case OrganisationEvent.Left left -> member.gone();
    };
  }

  @Override
  public Map<String, Object> facts(Organisation state) {
    return switch (state) {
      case Organisation.Unknown unknown -> Map.of();
      case Member member -> Map.of(MEMBER, true);
    };
  }
}
