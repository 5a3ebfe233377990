package jp.tsunagu.directory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.contracts.Absence;
import jp.tsunagu.contracts.AnswerTimes;
import jp.tsunagu.contracts.DirectoryMessage.LetIn;
import jp.tsunagu.contracts.OpeningHours;
import jp.tsunagu.contracts.Programme;

/** What happened to an organisation. Private to this service: these carry workers' names and addresses, messages never do. */
public sealed interface OrganisationEvent {
  record Joined(Id id, Profile profile, List<String> units) implements OrganisationEvent {
    public Joined {
      units = List.copyOf(units);
    }
  }

  record Described(Profile profile, List<String> units) implements OrganisationEvent {
    public Described {
      units = List.copyOf(units);
    }
  }

  record WorkerAdded(Worker worker) implements OrganisationEvent {}

  record WorkerChanged(Worker worker) implements OrganisationEvent {}

  record WorkerLeaving(Id worker, Instant at) implements OrganisationEvent {}

  record WorkerStayed(Id worker) implements OrganisationEvent {}

  record WorkerLeft(Id worker) implements OrganisationEvent {}

  record AbsencePlanned(Id worker, Absence absence) implements OrganisationEvent {}

  /** @param from the first day of the absence that was called off, or ended early */
  record AbsenceCancelled(Id worker, LocalDate from) implements OrganisationEvent {}

  record HoursKept(OpeningHours hours) implements OrganisationEvent {}

  /** All it offers now. */
  record ProgrammesTold(List<Programme> programmes) implements OrganisationEvent {
    public ProgrammesTold {
      programmes = List.copyOf(programmes);
    }
  }

  /** All of them; what is not named is as usual. */
  record AnswerTimesSet(AnswerTimes times) implements OrganisationEvent {}

  /** A code on paper was asked for, to set a password with. @param letIn null as it was stored before this was told */
  record LetterWritten(Id worker, @Nullable LetIn letIn) implements OrganisationEvent {}

  record SecretariatTaken() implements OrganisationEvent {}

  record SecretariatYielded() implements OrganisationEvent {}

  record Left() implements OrganisationEvent {}
}
