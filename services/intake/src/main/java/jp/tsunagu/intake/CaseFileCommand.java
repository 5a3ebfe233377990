package jp.tsunagu.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.contracts.Party;
import jp.tsunagu.journal.FreeText;

/**
 * What a desk can do to a case file. Any desk may open one; what follows is the holder's. Repetitions of a recorded command
 * get the recorded answer whatever the standing is by then, so the standing is looked at here and not in front.
 */
public sealed interface CaseFileCommand {
  /** @param reachable whether the organisation through which alone the person is reached, if there is one, takes part today */
  record Open(Opening opening, Person person, boolean reachable) implements CaseFileCommand {}

  /**
   * @param said      of whom around the person anything is said
   * @param unseen    what the one who writes may not see, and therefore does not replace
   * @param reachable as for {@link Open}
   */
  record RecordPerson(Person person, Family.Said said, Unseen unseen, boolean reachable, Standing standing, Party by,
      Instant at) implements CaseFileCommand {}

  /**
   * @param person whether the person's name or contact is not shown
   * @param story  whether the whole story is not, and with it who is around the person apart from the guardians
   */
  record Unseen(boolean person, boolean story) {
    public static final Unseen NOTHING = new Unseen(false, false);
  }

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

  /** What follows from there being more cases of one person, or somebody who must not find them: decided by {@link Ties}. */
  sealed interface OfTies extends CaseFileCommand {
    Standing standing();
  }

  /**
   * @param otherHeld whether the other case is its organisation's too; agreed upon counts as held
   * @param echo      true where it only follows what the other case file says
   */
  record Link(String otherCaseId, boolean otherHeld, boolean echo, Standing standing, Party by, Instant at) implements OfTies {}

  /** @param reason null for an echo */
  record Unlink(String otherCaseId, @Nullable FreeText reason, boolean echo, Standing standing, Party by, Instant at) implements OfTies {}

  /** The secretariat asks the holder whether this case may be linked with one it is not told of. */
  record AskAgreement(String connectionId, Standing standing, Party by, Instant at) implements OfTies {}

  /** Somebody sent an address without lifting the flag; whether it was one to hide is decided here. */
  record NoteAddressAttempt(Standing standing, Party by, Instant at) implements OfTies {}

  record WithdrawConsent(String consentId, Standing standing, Party by, Instant at) implements CaseFileCommand {}

  /** @param strangers those of the members who are nobody that takes part today */
  record HoldMeeting(SupportMeeting meeting, Set<Party> strangers, Standing standing, Party by, Instant at) implements CaseFileCommand {}

  record EndMeeting(String meetingId, Standing standing, Party by, Instant at) implements CaseFileCommand {}

  /** @param known whether there is such a worker */
  record BarWorker(Bar bar, boolean known, Standing standing, Party by, Instant at) implements CaseFileCommand {}

  /**
   * A letter was written, or its writer was barred: where both are so, the reader is barred too. Decided by this service and nobody else.
   *
   * @param reach how old a letter may be when its writer is barred
   */
  record BarLetIn(LogInLetter letter, Duration reach, FreeText reason, Party by, Instant at) implements CaseFileCommand {}

  record LiftBar(String worker, Standing standing, Party by, Instant at) implements CaseFileCommand {}

  /**
   * Not a part of anybody in the case: the door sees to it that only those who coordinate or administer ask.
   *
   * @param holder who holds the case now, and is told
   */
  record BreakGlass(FreeText reason, Party holder, Party by, Instant at) implements CaseFileCommand {}
}
