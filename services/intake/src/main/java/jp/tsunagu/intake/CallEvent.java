package jp.tsunagu.intake;

import java.time.Instant;

/** What happened to an anonymous call. None of it is published. */
public sealed interface CallEvent {
  record CallRecorded(Call.Told told) implements CallEvent {}

  record CodeGiven(String hash, String caseId, Instant expiresAt) implements CallEvent {}

  record CodeUsed() implements CallEvent {}
}
