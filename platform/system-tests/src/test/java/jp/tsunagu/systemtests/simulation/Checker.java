package jp.tsunagu.systemtests.simulation;

import java.util.List;

/** Everything the system promises, held against what is left of a history. */
final class Checker {
  private Checker() {}

  static List<String> findings(Evidence evidence) {
    var findings = new Findings();
    evidence.odd().forEach(odd -> findings.unless(false, odd));
    look(findings, () -> {
      var published = Published.by(evidence);
      look(findings, () -> Journaled.check(evidence, findings));
      look(findings, () -> Journeys.check(evidence, published, findings));
      look(findings, () -> Watches.check(evidence, findings));
      look(findings, () -> Followed.check(evidence, published, findings));
      look(findings, () -> Told.check(evidence, published, findings));
      look(findings, () -> ReadModels.check(evidence, published, findings));
    });
    return findings.all();
  }

  /** A history that no rule could have led to is a finding, too. */
  private static void look(Findings findings, Runnable check) {
    try {
      check.run();
    } catch (RuntimeException impossible) {
      findings.unless(false, "this cannot have been: " + impossible);
    }
  }
}
