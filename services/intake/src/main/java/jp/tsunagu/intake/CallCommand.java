package jp.tsunagu.intake;

import java.time.Instant;

/** What a desk can do about an anonymous call. */
public sealed interface CallCommand {
  record RecordCall(Call.Told told) implements CallCommand {}

  /**
   * @param caseId       the case it is to open, if the call has none yet
   * @param organisation whose desk asks; only the one that took the call can give its code
   */
  record GiveCode(String hash, String caseId, Instant expiresAt, String organisation) implements CallCommand {}

  record NoteUse() implements CallCommand {}
}
