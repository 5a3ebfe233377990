package jp.tsunagu.intake;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.contracts.Party;

/**
 * What a desk can do to a case file. Any desk may open one; what follows is the holder's. Repetitions of a recorded command
 * get the recorded answer whatever the standing is by then, so the standing is looked at here and not in front.
 */
public sealed interface CaseFileCommand {
  record Open(Opening opening, Person person) implements CaseFileCommand {}

  record RecordPerson(Person person, Standing standing, Party by, Instant at) implements CaseFileCommand {}

  /** The last thing done to a person: their key goes, the custody history stays. */
  record ErasePerson(ErasureReason reason, Standing standing, Party by, Instant at) implements CaseFileCommand {}

  /**
   * @param recipientActive whether the recipient is an organisation that takes part today
   * @param guardian        who agreed on the person's behalf, by their place among the guardians; null when the person did
   */
  record GiveConsent(Consent consent, boolean recipientActive, Standing standing, Party by, Instant at,
      @Nullable Integer guardian) implements CaseFileCommand {
    public GiveConsent(Consent consent, boolean recipientActive, Standing standing, Party by, Instant at) {
      this(consent, recipientActive, standing, by, at, null);
    }
  }

  record WithdrawConsent(String consentId, Standing standing, Party by, Instant at) implements CaseFileCommand {}
}
