package jp.tsunagu.directory;

import java.util.function.Function;

import jp.tsunagu.contracts.Absence;
import jp.tsunagu.contracts.DirectoryMessage.WorkerState;
import jp.tsunagu.directory.Organisation.Employed;
import jp.tsunagu.directory.Organisation.Member;
import jp.tsunagu.journal.Decision;
import jp.tsunagu.journal.Refusal;

/** 休暇・病気: somebody is away for some days; they say so themselves, or whoever manages them. Why is not recorded. */
final class Absences {
  /** Nobody is away for longer under one entry; who stays away hands on what they hold. */
  private static final int LONGEST = 366;
  private static final int MOST = 200;

  private Absences() {}

  static Decision<OrganisationEvent> plan(OrganisationCommand.PlanAbsence command, Member member) {
    return ofTheirs(command.worker(), command.own(), command.by(), member, worker -> {
      Absence absence = command.absence();
      if (worker.state() == WorkerState.LEFT) return Decision.refuse("has-left", "who has left is not away");
      if (worker.absences().contains(absence)) return Decision.accept();
      if (absence.to().isBefore(command.today())) return wrong("to", "in-the-past", "a day that is not over");
      if (absence.to().isAfter(absence.from().plusDays(LONGEST))) return wrong("to", "too-far-ahead", "at most " + LONGEST + " days");
      if (worker.absences().stream().anyMatch(other -> overlap(other, absence)))
        return wrong("from", "overlaps", "days that are not covered already");
      if (worker.absences().size() >= MOST) return Decision.refuse("too-many", "there are " + MOST + " already");
      return Decision.accept(new OrganisationEvent.AbsencePlanned(command.worker(), absence));
    });
  }

  static Decision<OrganisationEvent> cancel(OrganisationCommand.CancelAbsence command, Member member) {
    return ofTheirs(command.worker(), command.own(), command.by(), member,
        worker -> worker.absences().stream().noneMatch(a -> a.from().equals(command.from()))
            ? Decision.refuse(Refusal.unknown("unknown-absence", "no absence begins on this day"))
            : Decision.accept(new OrganisationEvent.AbsenceCancelled(command.worker(), command.from())));
  }

  private static boolean overlap(Absence one, Absence other) {
    return !one.to().isBefore(other.from()) && !other.to().isBefore(one.from());
  }

  private static Decision<OrganisationEvent> wrong(String field, String code, String expected) {
    return Decision.refuse(Refusal.invalid(field, code, expected));
  }

  private static Decision<OrganisationEvent> ofTheirs(Id id, boolean own, Requester by, Member member,
      Function<Employed, Decision<OrganisationEvent>> decision) {
    if (!own && !by.manages(member.id())) return OrganisationDecider.forbidden();
    return Staff.known(member, id,
        worker -> own || by.reaches(worker.worker().unit()) ? decision.apply(worker) : Staff.otherUnit());
  }
}
