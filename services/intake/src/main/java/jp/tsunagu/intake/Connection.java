package jp.tsunagu.intake;

import java.time.Instant;
import java.util.Set;

import jp.tsunagu.contracts.Party;

/**
 * 事務局につないでもらう: two desks seem to support one person and must not tell each other so. The holder of one case asks, the
 * secretariat asks both holders, and only when both agree are the cases linked. It waits for somebody named until a day, and
 * does not end unanswered.
 */
public sealed interface Connection {
  /**
   * The case it was asked for, and the one that seems to be the same person's.
   *
   * @param likeness what agreed
   */
  record Pair(String caseId, String otherCaseId, Likeness likeness) {
    public Set<String> cases() {
      return Set.of(caseId, otherCaseId);
    }
  }

  record Unasked() implements Connection {}

  /** Somebody owes an answer. */
  sealed interface Waiting extends Connection {
    Pair pair();

    Instant dueAt();
  }

  /** Waits for the secretariat. */
  record Asked(Pair pair, Instant dueAt) implements Waiting {}

  /** Waits for the holders. @param agreed the cases whose holder has agreed */
  record Proposed(Pair pair, Party by, Instant dueAt, Set<String> agreed) implements Waiting {
    public Proposed {
      agreed = Set.copyOf(agreed);
    }
  }

  /**
   * @param by who proposed it
   * @param at when the second holder agreed
   */
  record Joined(Pair pair, Party by, Instant at) implements Connection {}

  record Refused(Pair pair) implements Connection {}
}
