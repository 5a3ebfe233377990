package jp.tsunagu.intake;

import java.time.Instant;

import jp.tsunagu.contracts.Party;
import jp.tsunagu.journal.FreeText;

/**
 * What a desk can do to a case file. Any desk may open one; what follows is the holder's. Repetitions of a recorded command
 * get the recorded answer whatever the standing is by then, so the standing is looked at here and not in front.
 */
public sealed interface CaseFileCommand {
  record Open(Opening opening, Person person) implements CaseFileCommand {}

  record RecordPerson(Person person, Standing standing, Party by, Instant at) implements CaseFileCommand {}

  /** The last thing done to a person: their key goes, the custody history stays. */
  record ErasePerson(ErasureReason reason, Standing standing, Party by, Instant at) implements CaseFileCommand {}

  /** @param recipientActive whether the recipient is an organisation that takes part today */
  record GiveConsent(Consent consent, boolean recipientActive, Standing standing, Party by, Instant at) implements CaseFileCommand {}

  /** What follows from there being more cases of one person, or somebody who must not find them: decided by {@link Ties}. */
  sealed interface OfTies extends CaseFileCommand {
    Standing standing();
  }

  /**
   * @param otherHeld whether the other case is its organisation's too; agreed upon counts as held
   * @param echo      true where it only follows what the other case file says
   */
  record Link(String otherCaseId, boolean otherHeld, boolean echo, Standing standing, Party by, Instant at) implements OfTies {}

  record Unlink(String otherCaseId, FreeText reason, boolean echo, Standing standing, Party by, Instant at) implements OfTies {}

  /** The secretariat asks the holder whether this case may be linked with one it is not told of. */
  record AskAgreement(String connectionId, Standing standing, Party by, Instant at) implements OfTies {}

  /** Somebody sent an address without lifting the flag; whether it was one to hide is decided here. */
  record NoteAddressAttempt(Standing standing, Party by, Instant at) implements OfTies {}

  record WithdrawConsent(String consentId, Standing standing, Party by, Instant at) implements CaseFileCommand {}
}
