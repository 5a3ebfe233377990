package jp.tsunagu.portal.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.contracts.Party;
import jp.tsunagu.portal.ledger.Custody;
import jp.tsunagu.portal.ledger.Happening;
import jp.tsunagu.portal.ledger.Ledger;

/**
 * What is known of one case at one moment.
 *
 * @param history what the journals hold of it; empty at a quick look
 * @param grace   how long anything may take on its way
 */
public record Facts(Ledger ledger, History history, People people, Instant now, Duration grace) {
  private static final Set<String> CUSTODY = Set.of("intake.case-opened", "referral.custody-moved", "referral.case-closed",
      "referral.case-reopened");

  /** Whether it is over by a word and not by a hole in the ribbon. */
  boolean closed() {
    return last(CUSTODY).filter(h -> h.type().equals("referral.case-closed")).isPresent();
  }

  Optional<Happening> last(Set<String> types) {
    return ledger.timeline().all().stream().filter(h -> types.contains(h.type())).max(Comparator.comparing(Happening::at));
  }

  boolean closedAt(Instant at) {
    return ledger.timeline().all().stream().anyMatch(h -> h.type().equals("referral.case-closed") && h.at().equals(at));
  }

  Optional<Party> holder() {
    return ledger.custody().current().map(span -> new Party(span.organisation(), span.worker()));
  }

  /** The beginning of what is now, where nothing better is known. */
  Instant heldSince() {
    return ledger.custody().last().map(Custody.Span::from).orElseGet(this::firstHeard);
  }

  Instant firstHeard() {
    return ledger.timeline().all().stream().map(Happening::at).min(Instant::compareTo).orElse(now);
  }

  boolean isLongPast(Instant at) {
    return at.plus(grace).isBefore(now);
  }

  Finding found(Check check, String thing, Instant since, @Nullable Party whose, Cause cause) {
    return over(check, thing, since, null, whose, cause);
  }

  Finding over(Check check, String thing, Instant since, @Nullable Instant until, @Nullable Party whose, Cause cause) {
    return new Finding(check, ledger.caseId(), thing, since, until, whose == null ? null : whose.organisation(),
        whose == null ? null : whose.worker(), cause);
  }
}
