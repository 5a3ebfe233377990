package jp.tsunagu.portal.auditing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import jp.tsunagu.portal.acts.Streams;
import jp.tsunagu.portal.audit.Cause;
import jp.tsunagu.portal.audit.Check;
import jp.tsunagu.portal.audit.Finding;
import jp.tsunagu.portal.audit.Gap;
import jp.tsunagu.portal.audit.Second;
import jp.tsunagu.runtime.journal.MongoJournal.Head;
import jp.tsunagu.portal.journals.Journals;
import jp.tsunagu.portal.ledger.Custody;
import jp.tsunagu.portal.ledger.Ledgers;
import jp.tsunagu.runtime.inbox.Envelope;

/** Holds the heads of all journals against what is folded in here; asks again for what did not come. */
public final class StreamAudit {
  private static final int REMEMBERED = 50_000;

  private final Journals journals;
  private final Reached reached;
  private final Ledgers ledgers;
  private final Gaps gaps;
  private final Passes passes;
  private final Again again;
  private final InstantSource clock;
  private final InstantSource unmoved;
  private final Duration grace;
  private final int slice;
  /** Streams whose newest commits say nothing to anybody, with the version that is known of. */
  private final Cache<String, Long> silent = Caffeine.newBuilder().maximumSize(REMEMBERED).build();

  /** How what is missing is fetched. */
  public interface Again {
    void ask(String service, String stream, String caseId);

    /** Whether what comes of this stream waits in the portal's own parking lot. */
    boolean parked(String stream, String caseId);
  }

  /** @param unmoved a clock that nobody moves */
  public StreamAudit(Journals journals, Reached reached, Ledgers ledgers, Gaps gaps, Passes passes, Again again, InstantSource clock,
      InstantSource unmoved, CaseAudit.Bounds bounds) {
    this.journals = journals;
    this.reached = reached;
    this.ledgers = ledgers;
    this.gaps = gaps;
    this.passes = passes;
    this.again = again;
    this.clock = clock;
    this.unmoved = unmoved;
    this.grace = bounds.grace();
    this.slice = bounds.slice();
  }

  public void slice(String service) {
    Passes.Pass pass = passes.pass(service);
    List<Head> heads;
    try {
      heads = journals.heads(service, pass.cursor(), slice);
    } catch (RuntimeException away) {
      passes.keep(pass.away(clock.instant()));
      return;
    }
    boolean last = heads.size() < slice;
    String to = heads.isEmpty() ? pass.cursor() : heads.getLast().stream();
    List<Gap> now = compare(service, heads, stream -> stream.compareTo(pass.cursor()) > 0 && (last || stream.compareTo(to) <= 0));
    Instant oldest = now.stream().map(g -> g.finding().since()).min(Instant::compareTo).orElse(null);
    Passes.Pass on = pass.on(to, heads.size(), now.size(), oldest);
    passes.keep(last ? on.finished(clock.instant()) : on);
  }

  /** Returns what is behind now, and not only on its way. */
  private List<Gap> compare(String service, List<Head> heads, Predicate<String> inSlice) {
    List<Head> told = heads.stream().filter(h -> Streams.published(h.stream())).filter(h -> !isSilent(h)).toList();
    Map<String, Long> versions = reached.versions(told);
    List<Finding> found = told.stream().filter(h -> h.version() > versions.getOrDefault(h.stream(), 0L))
        .map(h -> behind(h, versions.getOrDefault(h.stream(), 0L))).toList();
    List<Gap> before = gaps.ofService(service).stream().filter(g -> inSlice.test(stream(g.finding()))).toList();
    Second second = Second.look(before, found, unmoved.instant(), clock.instant(), grace);
    second.dropped().forEach(gaps::drop);
    List<Gap> behind = new ArrayList<>();
    for (Gap gap : second.kept()) {
      Optional<Gap> now = gap.state() == Gap.State.OPEN ? mended(gap, told) : Optional.of(gap);
      now.ifPresent(gaps::keep);
      now.filter(g -> g.state() == Gap.State.OPEN).ifPresent(behind::add);
    }
    return behind;
  }

  private boolean isSilent(Head head) {
    Long known = silent.getIfPresent(head.stream());
    return known != null && known >= head.version();
  }

  /** The first version that is missing is a part of it: of a busy stream always another one is on its way. */
  private Finding behind(Head head, long folded) {
    return new Finding(Check.BEHIND, head.caseId(), head.stream() + "/" + (folded + 1), clock.instant(), null, null, null,
        Cause.NOT_DELIVERED);
  }

  private static String stream(Finding finding) {
    return finding.thing().substring(0, finding.thing().lastIndexOf('/'));
  }

  /** What the publisher has for us is fetched; empty if it has nothing. */
  private Optional<Gap> mended(Gap gap, List<Head> heads) {
    Finding finding = gap.finding();
    String stream = stream(finding);
    List<Envelope> missing = journals.after(stream, reached.sequence(stream, finding.caseId()));
    Optional<Head> head = heads.stream().filter(h -> h.stream().equals(stream)).findFirst();
    if (missing.isEmpty()) {
      head.ifPresent(h -> silent.put(stream, h.version()));
      gaps.drop(gap.id());
      return Optional.empty();
    }
    boolean parked = again.parked(stream, finding.caseId());
    Gap explained = gap.explained(explained(finding, missing.getFirst(), parked));
    if (parked) return Optional.of(explained);
    again.ask(Streams.service(stream), stream, finding.caseId());
    boolean came = reached.sequence(stream, finding.caseId()) >= missing.getLast().sequence();
    return Optional.of(came
        ? explained.after(Gap.Done.ASKED_AGAIN).ended(clock.instant())
        : explained.after(Gap.Done.ASKED_IN_VAIN));
  }

  private Finding explained(Finding finding, Envelope first, boolean parked) {
    var holder = ledgers.find(finding.caseId()).flatMap(e -> e.ledger().custody().last());
    return new Finding(finding.check(), finding.caseId(), finding.thing(), first.time(), null,
        holder.map(Custody.Span::organisation).orElse(null), holder.map(Custody.Span::worker).orElse(null),
        parked ? Cause.PARKED : Cause.NOT_DELIVERED);
  }
}
