package jp.tsunagu.intake;

import java.time.Instant;

import jp.tsunagu.contracts.Party;

/** What a desk can do to a case file. Who may do it to this case is {@link Participants}' matter, asked before. */
public sealed interface CaseFileCommand {
  record Open(Opening opening, Person person) implements CaseFileCommand {}

  record RecordPerson(Person person, Party by, Instant at) implements CaseFileCommand {}

  record GiveConsent(Consent consent, Party by, Instant at) implements CaseFileCommand {}

  record WithdrawConsent(String consentId, Party by, Instant at) implements CaseFileCommand {}
}
