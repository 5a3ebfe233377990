package jp.tsunagu.portal.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.contracts.CaseParties;
import jp.tsunagu.contracts.Party;

/**
 * What of a case is one organisation's business. The holder sees all of it. Everybody else sees who held the person and the
 * referrals they are a side of, with what belongs to them; and once they have no more part in it, nothing that came later.
 *
 * @param own   referrals it is a side of, by id
 * @param until when its part ended; null while it has one
 */
record Share(String organisation, Set<String> own, @Nullable Instant until) {
  private static final String NOBODY = "";
  /** What everybody who has to do with the case may know of it. */
  private static final Set<String> CUSTODY = Set.of("intake.case-opened", "referral.custody-moved", "referral.case-closed",
      "referral.case-reopened");

  /** What is left for somebody whose organisation's part is not their business: who held the person when, and what they owe themselves. */
  static Ledger alone(Ledger whole, Party who) {
    Ledger cut = new Share(NOBODY, Set.of(), null).cut(whole);
    var steps = new Steps(kept(whole.steps().open(), s -> s.owner().equals(who)));
    var deadlines = new Deadlines(kept(whole.deadlines().all(), d -> who.equals(new Party(d.organisation(), d.worker()))));
    var checkIns = new CheckIns(kept(whole.checkIns().all(), c -> who.equals(new Party(c.organisation(), c.worker()))));
    return new Ledger(cut.caseId(), cut.parties(), cut.custody(), cut.referrals(), steps, deadlines, checkIns, cut.consents(),
        cut.timeline(),
        cut.progress(), cut.caution(), cut.origin());
  }

  /** @param meets whether whoever looks is in a support meeting that goes on */
  static Ledger of(Ledger whole, String organisation, boolean meets) {
    if (whole.heldLastBy(organisation)) return whole;
    List<Referral> own = whole.referrals().all().stream().filter(r -> r.between(organisation)).toList();
    Set<String> ids = own.stream().map(Referral::referralId).collect(Collectors.toUnmodifiableSet());
    Instant until = !meets && own.stream().allMatch(r -> r.state().over()) ? ended(whole, organisation, ids) : null;
    return new Share(organisation, ids, until).cut(whole);
  }

  /** With its last hold and with the last word on a referral of its own. */
  private static Instant ended(Ledger whole, String organisation, Set<String> own) {
    Stream<Instant> holds = whole.custody().spans().stream().filter(s -> s.organisation().equals(organisation)).map(Custody.Span::to)
        .filter(Objects::nonNull);
    Stream<Instant> words = whole.timeline().all().stream().filter(h -> h.type().startsWith("referral."))
        .filter(h -> h.referralId() != null && own.contains(h.referralId())).map(Happening::at);
    return Stream.concat(holds, words).max(Instant::compareTo).orElse(Instant.EPOCH);
  }

  private Ledger cut(Ledger l) {
    var custody = new Custody(l.custody().spans().stream().filter(s -> !after(s.from())).map(this::asOfThen).toList());
    var referrals = new Referrals(kept(l.referrals().all(), r -> own.contains(r.referralId())));
    var steps = new Steps(kept(l.steps().open(), s -> ours(s.organisation(), s.referralId())));
    var deadlines = new Deadlines(kept(l.deadlines().all(), d -> ours(d.organisation(), d.referralId())));
    var checkIns = new CheckIns(kept(l.checkIns().all(), c -> c.organisation().equals(organisation)));
    var consents = new Consents(kept(l.consents().all(), c -> c.recipient().equals(organisation)));
    var timeline = new Timeline(kept(l.timeline().all(), this::tells));
    return new Ledger(l.caseId(), parties(custody, referrals), custody, referrals, steps, deadlines, checkIns, consents, timeline,
        l.progress(), l.caution(), Origin.unknown());
  }

  private Custody.Span asOfThen(Custody.Span span) {
    return span.to() != null && after(span.to()) ? new Custody.Span(span.organisation(), span.worker(), span.from(), null) : span;
  }

  private boolean tells(Happening h) {
    if (h.reportId() != null) return true; // what is left here is this organisation's own
    if (after(h.at())) return false;
    return CUSTODY.contains(h.type()) || ours(h.organisation(), h.referralId()) || organisation.equals(h.toOrganisation());
  }

  private boolean ours(@Nullable String who, @Nullable String referralId) {
    return organisation.equals(who) || (referralId != null && own.contains(referralId));
  }

  private boolean after(Instant at) {
    return until != null && at.isAfter(until);
  }

  private CaseParties parties(Custody custody, Referrals referrals) {
    Stream<String> held = custody.spans().stream().map(Custody.Span::organisation);
    Stream<String> sides = referrals.all().stream().flatMap(r -> Stream.of(r.from(), r.to()));
    List<String> all = Stream.of(held, sides, Stream.of(organisation)).flatMap(s -> s).filter(o -> !o.isEmpty()).distinct().toList();
    return CaseParties.of(custody.last().map(s -> new Party(s.organisation(), s.worker())).orElse(null), all);
  }

  private static <T> List<T> kept(List<T> all, Predicate<T> which) {
    return all.stream().filter(which).toList();
  }
}
