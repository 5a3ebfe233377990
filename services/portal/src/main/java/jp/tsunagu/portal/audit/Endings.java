package jp.tsunagu.portal.audit;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;

import jp.tsunagu.contracts.Party;
import jp.tsunagu.contracts.Step;
import jp.tsunagu.portal.ledger.CheckIns;
import jp.tsunagu.portal.ledger.Happening;
import jp.tsunagu.portal.ledger.Ledger;
import jp.tsunagu.portal.ledger.Referral;

/** Whether every end of something is the beginning of something else. */
final class Endings {
  private static final Set<String> ENDED = Set.of("referral.declined", "referral.withdrawn", "referral.returned", "referral.not-reached",
      "referral.completed");
  private static final Set<String> SUPPORT_ENDED = Set.of("referral.support-ended");
  private static final Set<String> ACCEPTED = Set.of("referral.accepted");

  private Endings() {}

  static Stream<Finding> silent(Check check, Facts facts) {
    return nothingNext(check, facts, ENDED);
  }

  static Stream<Finding> bare(Check check, Facts facts) {
    return nothingNext(check, facts, SUPPORT_ENDED);
  }

  private static Stream<Finding> nothingNext(Check check, Facts facts, Set<String> endings) {
    Ledger ledger = facts.ledger();
    if (!ledger.open() || !ledger.steps().open().isEmpty()) return Stream.empty();
    if (ledger.checkIns().all().stream().anyMatch(c -> c.state() == CheckIns.State.PLANNED)) return Stream.empty();
    return facts.last(endings).stream()
        .map(end -> facts.found(check, "", end.at(), facts.holder().orElse(null), Cause.DECISION_LEFT_NOTHING));
  }

  static Stream<Finding> noContactDate(Check check, Facts facts) {
    return facts.ledger().referrals().all().stream().filter(r -> r.state() == Referral.State.ACCEPTED).filter(r -> !dated(r, facts))
        .map(r -> facts.found(check, r.referralId(), accepted(r, facts), receiver(r), Cause.DECISION_LEFT_NOTHING));
  }

  private static boolean dated(Referral referral, Facts facts) {
    return referral.firstContactBy() != null && facts.ledger().steps().open().stream().anyMatch(s -> meets(s, referral));
  }

  private static boolean meets(Step step, Referral referral) {
    return referral.referralId().equals(step.referralId()) && switch (step.what()) {
      case FIRST_CONTACT, VISIT, WATCHER -> true;
      case NEXT_STEP, ANSWER, QUESTION, WAITLIST_REVIEW, RETURN_ANSWER, CHECK_IN, WITHDRAWAL, REPORT_RECEIPT -> false;
    };
  }

  private static Instant accepted(Referral referral, Facts facts) {
    return facts.ledger().timeline().all().stream().filter(h -> ACCEPTED.contains(h.type()))
        .filter(h -> referral.referralId().equals(h.referralId())).map(Happening::at).max(Instant::compareTo).orElseGet(facts::heldSince);
  }

  private static Party receiver(Referral referral) {
    return new Party(referral.to(), referral.toWorker() == null ? referral.fromWorker() : referral.toWorker());
  }
}
