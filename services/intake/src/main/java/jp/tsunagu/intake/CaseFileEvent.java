package jp.tsunagu.intake;

import java.time.Instant;

import jp.tsunagu.contracts.Party;

/** What happened to a case file. Private to this service: these carry the person, the published messages never do. */
public sealed interface CaseFileEvent {
  record Opened(Opening opening) implements CaseFileEvent {}

  sealed interface PersonRecorded extends CaseFileEvent {
    Person person();

    Party by();

    Instant at();

    static PersonRecorded of(Person.Known person, Party by, Instant at) {
      return switch (person) {
        case Person.Named named -> new NameRecorded(named, by, at);
        case Person.Pseudonym pseudonym -> new PseudonymRecorded(pseudonym, by, at);
      };
    }
  }

  record NameRecorded(Person.Named person, Party by, Instant at) implements PersonRecorded {}

  record PseudonymRecorded(Person.Pseudonym person, Party by, Instant at) implements PersonRecorded {}

  record ConsentGiven(Consent consent, Party by, Instant at) implements CaseFileEvent {}

  record ConsentWithdrawn(String consentId, String recipient, Party by, Instant at) implements CaseFileEvent {}
}
