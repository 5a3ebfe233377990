package jp.tsunagu.portal.audit;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.contracts.Party;
import jp.tsunagu.portal.ledger.Custody;
import jp.tsunagu.portal.ledger.Ledger;

/** Whether somebody holds the person, without a break, and is there. */
final class Holding {
  private Holding() {}

  static Stream<Finding> nobody(Check check, Facts facts) {
    Ledger ledger = facts.ledger();
    if (!ledger.known() || ledger.open() || facts.closed()) return Stream.empty();
    Instant since = ledger.custody().last().map(Custody.Span::to).orElseGet(facts::firstHeard);
    return Stream.of(facts.found(check, "", since, ledger.parties().holder(), Cause.DECISION_LEFT_NOTHING));
  }

  static Stream<Finding> broken(Check check, Facts facts) {
    List<Custody.Span> spans = facts.ledger().custody().spans();
    return IntStream.range(1, spans.size()).boxed().flatMap(i -> between(check, facts, spans.get(i - 1), spans.get(i)));
  }

  private static Stream<Finding> between(Check check, Facts facts, Custody.Span one, Custody.Span next) {
    Instant to = one.to();
    if (next.from().equals(to) || to != null && facts.closedAt(to)) return Stream.empty();
    // Held by two it goes on until somebody mends it; held by nobody it was over when the next one took hold.
    @Nullable
    Instant until = to == null || to.isAfter(next.from()) ? null : next.from();
    Instant since = until == null ? next.from() : to == null ? next.from() : to;
    var whose = new Party(next.organisation(), next.worker());
    return Stream.of(facts.over(check, next.from().toString(), since, until, whose, Cause.CUSTODY_DOES_NOT_CONTINUE));
  }

  static Stream<Finding> gone(Check check, Facts facts) {
    return facts.holder().stream().flatMap(holder -> gone(facts, holder).map(c -> facts.found(check, "", facts.heldSince(), holder, c)));
  }

  /** Why a worker cannot do what is theirs; nothing where they can, or where nobody knows. */
  static Stream<Cause> gone(Facts facts, Party worker) {
    return switch (facts.people().of(worker)) {
      case THERE, NOT_TOLD -> Stream.empty();
      case LEFT -> Stream.of(Cause.WORKER_LEFT);
      case UNKNOWN -> Stream.of(Cause.WORKER_UNKNOWN);
    };
  }
}
