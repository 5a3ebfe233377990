package jp.tsunagu.portal.audit;

import java.time.Instant;
import java.util.stream.Stream;

import jp.tsunagu.contracts.Party;
import jp.tsunagu.contracts.Step;
import jp.tsunagu.contracts.StepKind;
import jp.tsunagu.portal.ledger.CheckIns;
import jp.tsunagu.portal.ledger.CheckIns.CheckIn;
import jp.tsunagu.portal.ledger.Deadlines.Deadline;
import jp.tsunagu.portal.ledger.Deadlines.State;
import jp.tsunagu.portal.ledger.Ledger;

/** Whether the person has a next date, somebody owns it, and its passing reaches a human. */
final class Dates {
  private Dates() {}

  /** Where nobody watches at all, that is the finding. */
  static Stream<Finding> none(Check check, Facts facts) {
    Ledger ledger = facts.ledger();
    if (!ledger.open() || !Beginnings.begun(ledger, "watch-") || live(ledger).anyMatch(d -> d.what() != StepKind.REPORT_RECEIPT))
      return Stream.empty();
    return Stream.of(facts.found(check, "", facts.heldSince(), facts.holder().orElse(null), Cause.DECISION_LEFT_NOTHING));
  }

  /** Compared by key: on which day the watch arms a step, and whom it asks while the owner is away, is the watch's to say. */
  static Stream<Finding> notArmed(Check check, Facts facts) {
    Ledger ledger = facts.ledger();
    if (!ledger.open() || !Beginnings.begun(ledger, "watch-")) return Stream.empty();
    Stream<Finding> steps = ledger.steps().open().stream().filter(s -> !live(ledger, s.key())).map(s -> notArmed(check, facts, s));
    Stream<Finding> checkIns = ledger.checkIns().all().stream().filter(c -> c.state() == CheckIns.State.PLANNED)
        .filter(c -> !live(ledger, c.key())).map(c -> notArmed(check, facts, c));
    return Stream.concat(steps, checkIns);
  }

  private static Finding notArmed(Check check, Facts facts, Step step) {
    return facts.found(check, step.key(), facts.history().planned(step).orElseGet(facts::heldSince), step.owner(), Cause.WATCH_BEHIND);
  }

  private static Finding notArmed(Check check, Facts facts, CheckIn checkIn) {
    Instant since = facts.history().plannedCheckIn(checkIn.checkInId()).orElseGet(facts::heldSince);
    return facts.found(check, checkIn.key(), since, new Party(checkIn.organisation(), checkIn.worker()), Cause.WATCH_BEHIND);
  }

  static Stream<Finding> gone(Check check, Facts facts) {
    return facts.ledger().openSteps().stream().flatMap(step -> Holding.gone(facts, step.owner())
        .map(cause -> facts.found(check, step.key(), facts.history().planned(step).orElseGet(facts::heldSince), step.owner(), cause)));
  }

  static Stream<Finding> untold(Check check, Facts facts) {
    return live(facts.ledger()).filter(d -> d.state() == State.ARMED || d.state() == State.PASSED && d.rung() == null)
        .filter(d -> facts.isLongPast(d.dueAt())).map(d -> facts.found(check, d.key(), d.dueAt(), owner(d), Cause.SWEEP_SILENT));
  }

  static Stream<Finding> stuck(Check check, Facts facts) {
    return live(facts.ledger()).filter(d -> d.state() == State.PASSED).flatMap(d -> {
      Instant next = d.nextRungAt();
      return next == null || !facts.isLongPast(next)
          ? Stream.empty()
          : Stream.of(facts.found(check, d.key(), next, owner(d), Cause.SWEEP_SILENT));
    });
  }

  private static boolean live(Ledger ledger, String key) {
    return ledger.deadlines().byKey(key).filter(d -> d.state() != State.SETTLED).isPresent();
  }

  private static Stream<Deadline> live(Ledger ledger) {
    return ledger.deadlines().all().stream().filter(d -> d.state() != State.SETTLED);
  }

  private static Party owner(Deadline d) {
    return new Party(d.organisation(), d.worker());
  }
}
