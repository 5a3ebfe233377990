package jp.tsunagu.directory;

import java.time.Instant;
import java.util.List;

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

  /** A code on paper was asked for, to set a password with; who asked stands with the commit. */
  record LetterWritten(Id worker) implements OrganisationEvent {}

  record SecretariatTaken() implements OrganisationEvent {}

  record SecretariatYielded() implements OrganisationEvent {}

  record Left() implements OrganisationEvent {}
}
