package jp.tsunagu.portal.audit;

import java.util.Set;
import java.util.stream.Stream;

import jp.tsunagu.portal.ledger.Ledger;

/** Whether what has to follow on the opening of a case has begun in the next service. */
final class Beginnings {
  private static final Set<String> OPENED = Set.of("intake.case-opened");

  private Beginnings() {}

  static Stream<Finding> noJourney(Check check, Facts facts) {
    Ledger ledger = facts.ledger();
    if (begun(ledger, "journey-")) return Stream.empty();
    return facts.last(OPENED).stream()
        .map(opened -> facts.found(check, "", opened.at(), facts.holder().orElse(null), Cause.JOURNEY_NOT_BEGUN));
  }

  static Stream<Finding> noWatch(Check check, Facts facts) {
    Ledger ledger = facts.ledger();
    if (!ledger.open() || !begun(ledger, "journey-") || begun(ledger, "watch-")) return Stream.empty();
    return Stream.of(facts.found(check, "", facts.heldSince(), facts.holder().orElse(null), Cause.WATCH_NOT_BEGUN));
  }

  static boolean begun(Ledger ledger, String prefix) {
    return ledger.progress().seenOf(prefix + ledger.caseId()) > 0;
  }
}
