package jp.tsunagu.intake;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.contracts.Party;
import jp.tsunagu.journal.FreeText;

/** What happened to a case file. Private to this service: these carry the person, the published messages never do. */
public sealed interface CaseFileEvent {
  record Opened(Opening opening) implements CaseFileEvent {}

  record PersonRecorded(Person.Known person, Party by, Instant at) implements CaseFileEvent {}

  record PersonErased(ErasureReason reason, Party by, Instant at) implements CaseFileEvent {}

  record ConsentGiven(Consent consent, Party by, Instant at) implements CaseFileEvent {}

  /** Told of by {@link Ties}. */
  sealed interface OfTies extends CaseFileEvent {}

  /** @param echo true where it only follows the other case file */
  record Linked(String otherCaseId, boolean echo, Party by, Instant at) implements OfTies {}

  /** @param reason null for an echo, and of a person who was erased, of whom nothing is written down */
  record Unlinked(String otherCaseId, @Nullable FreeText reason, boolean echo, Party by, Instant at) implements OfTies {}

  record AgreementAsked(String connectionId, Party by, Instant at) implements OfTies {}

  /** 住所秘匿: an address was sent of somebody whose address is hidden, and was not taken. */
  record HiddenAddressAttempted(Party by, Instant at) implements OfTies {}

  record ConsentWithdrawn(String consentId, String recipient, Party by, Instant at) implements CaseFileEvent {}

  record SupportMeetingHeld(SupportMeeting meeting, Party by, Instant at) implements CaseFileEvent {}

  record SupportMeetingEnded(String meetingId, Party by, Instant at) implements CaseFileEvent {}

  record WorkerBarred(Bar bar, Party by, Instant at) implements CaseFileEvent {}

  record BarLifted(Party worker, Party by, Instant at) implements CaseFileEvent {}

  record GlassBroken(BrokenGlass glass, Party holder, Instant at) implements CaseFileEvent {}
}
