package jp.tsunagu.portal.ledger;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.contracts.Party;
import jp.tsunagu.runtime.inbox.Envelope;

/**
 * How a case stood, folded from what had happened by then, as far as somebody may know it today: nothing is told that is not in what
 * they see of the case now. A right that is over does not come back by asking after the time in which it was not.
 *
 * @param seen what they see of the case now
 * @param all  whether that is the whole of it, so that what was owed by others then is theirs to know too
 */
public record Earlier(Ledger seen, Party who, boolean all) {
  /**
   * @param history everything told of the case, in the order in which it happened
   * @param until   exclusive
   */
  public Ledger before(Instant until, List<Envelope> history) {
    Ledger then = Ledger.of(seen.caseId());
    Map<String, Instant> reached = new HashMap<>();
    for (Envelope e : history) {
      Instant at = reached.merge(e.stream(), e.time(), (before, now) -> now.isBefore(before) ? before : now);
      if (at.isBefore(until)) then = then.after(e); // whoever lost a race for a commit stands behind it, whatever its time says
    }
    return cut(Reports.seenBy(who.organisation(), then));
  }

  private Ledger cut(Ledger then) {
    Set<Instant> holds = seen.custody().spans().stream().map(Custody.Span::from).collect(Collectors.toUnmodifiableSet());
    return new Ledger(then.caseId(), seen.parties(), new Custody(kept(then.custody().spans(), s -> holds.contains(s.from()))),
        new Referrals(kept(then.referrals().all(), r -> seen.referrals().byId(r.referralId()).isPresent())),
        new Steps(kept(then.steps().open(), s -> told(s.owner(), s.referralId()))),
        new Deadlines(kept(then.deadlines().all(), d -> told(new Party(d.organisation(), d.worker()), d.referralId()))),
        new CheckIns(kept(then.checkIns().all(), c -> seen.checkIns().byId(c.checkInId()).isPresent())),
        new Consents(kept(then.consents().all(), c -> seen.consents().byId(c.consentId()).isPresent())),
        new Timeline(kept(then.timeline().all(), seen.timeline().all()::contains)), Progress.none(), seen.caution(), seen.origin());
  }

  private boolean told(Party owner, @Nullable String referralId) {
    return all || owner.equals(who) || (referralId != null && seen.referrals().byId(referralId).isPresent());
  }

  private static <T> List<T> kept(List<T> all, Predicate<T> which) {
    return all.stream().filter(which).toList();
  }
}
