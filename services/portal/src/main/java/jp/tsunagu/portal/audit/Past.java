package jp.tsunagu.portal.audit;

import java.util.List;
import java.util.stream.Stream;

import jp.tsunagu.portal.audit.Coverage.Hole;

/** What the journals themselves tell of the times nobody looked. */
final class Past {
  private Past() {}

  static Stream<Finding> unheld(Check check, Facts facts) {
    return holes(check, facts, coverage(facts).unheld(), Cause.DECISION_LEFT_NOTHING);
  }

  static Stream<Finding> undated(Check check, Facts facts) {
    Cause cause = Beginnings.begun(facts.ledger(), "watch-") ? Cause.WATCH_BEHIND : Cause.WATCH_NOT_BEGUN;
    return holes(check, facts, coverage(facts).undated(), cause);
  }

  static Stream<Finding> torn(Check check, Facts facts) {
    return facts.history().torn().stream()
        .map(e -> facts.found(check, e.stream() + "/" + e.sequence(), e.time(), facts.holder().orElse(null), Cause.JOURNAL_TORN));
  }

  private static Coverage coverage(Facts facts) {
    return Coverage.of(facts.history(), facts.grace(), facts.now());
  }

  private static Stream<Finding> holes(Check check, Facts facts, List<Hole> holes, Cause cause) {
    return holes.stream().map(h -> facts.over(check, h.from().toString(), h.from(), h.until(), facts.holder().orElse(null), cause));
  }
}
