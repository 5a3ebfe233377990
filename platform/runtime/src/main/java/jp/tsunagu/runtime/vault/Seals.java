package jp.tsunagu.runtime.vault;

import java.time.Duration;

/** The seals of all persons: one key each, kept by intake, and only there. */
public interface Seals {
  /**
   * The seal of the person of a case. Asking costs nothing; the key is fetched when the seal is first used.
   *
   * @param caseId names the person: one case, one person, one key
   */
  Seal of(String caseId);

  /** Forgets a key that is at hand: the person was erased. */
  void forget(String caseId);

  /** For journals in which nothing personal stands. */
  static Seals none() {
    return new KeptSeals(caseId -> {
      throw new IllegalStateException("nothing personal is kept here");
    }, Duration.ZERO);
  }
}
