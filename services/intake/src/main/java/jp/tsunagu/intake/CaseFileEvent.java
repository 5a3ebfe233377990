package jp.tsunagu.intake;

import java.time.Instant;

import jp.tsunagu.contracts.Party;

/** What happened to a case file. Private to this service: these carry the person, the published messages never do. */
public sealed interface CaseFileEvent {
  record Opened(Opening opening) implements CaseFileEvent {}

  record PersonRecorded(Person.Known person, Party by, Instant at) implements CaseFileEvent {}

  record PersonErased(ErasureReason reason, Party by, Instant at) implements CaseFileEvent {}

  record ConsentGiven(Consent consent, Party by, Instant at) implements CaseFileEvent {}

  record ConsentWithdrawn(String consentId, String recipient, Party by, Instant at) implements CaseFileEvent {}

  record SupportMeetingHeld(SupportMeeting meeting, Party by, Instant at) implements CaseFileEvent {}

  record SupportMeetingEnded(String meetingId, Party by, Instant at) implements CaseFileEvent {}

  record WorkerBarred(Bar bar, Party by, Instant at) implements CaseFileEvent {}

  record BarLifted(Party worker, Party by, Instant at) implements CaseFileEvent {}

  record GlassBroken(BrokenGlass glass, Party holder, Instant at) implements CaseFileEvent {}
}
