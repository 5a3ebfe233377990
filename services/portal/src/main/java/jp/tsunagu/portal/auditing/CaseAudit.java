package jp.tsunagu.portal.auditing;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.portal.audit.Cause;
import jp.tsunagu.portal.audit.Check;
import jp.tsunagu.portal.audit.Facts;
import jp.tsunagu.portal.audit.Finding;
import jp.tsunagu.portal.audit.Gap;
import jp.tsunagu.portal.audit.History;
import jp.tsunagu.portal.audit.People;
import jp.tsunagu.portal.audit.Second;
import jp.tsunagu.portal.journals.Journals;
import jp.tsunagu.portal.ledger.Custody;
import jp.tsunagu.portal.ledger.Ledger;
import jp.tsunagu.portal.ledger.Ledgers;
import jp.tsunagu.portal.ledger.Ledgers.Kept;
import jp.tsunagu.portal.ledger.Ledgers.Standing;
import jp.tsunagu.portal.rebuild.LedgersAfresh;
import jp.tsunagu.portal.rebuild.Mended;
import jp.tsunagu.runtime.inbox.Envelope;

/**
 * Looks at ledgers. An open one is looked at in every pass, for time passes; it is held against the journals' history only if it changed
 * since, or something is wrong with it, so a case that rests costs one read.
 */
public final class CaseAudit {
  /** Ledgers that are read at once. */
  private static final int TOGETHER = 50;

  private final Ledgers ledgers;
  private final Journals journals;
  private final LedgersAfresh afresh;
  private final Gaps gaps;
  private final Passes passes;
  private final People people;
  private final InstantSource clock;
  private final InstantSource unmoved;
  private final Bounds bounds;

  /**
   * @param grace   how long anything may take on its way
   * @param slice   ledgers of one slice
   * @param closely how many of them may be held against the journals
   */
  public record Bounds(Duration grace, int slice, int closely) {}

  /** @param unmoved a clock that nobody moves */
  public CaseAudit(Ledgers ledgers, Journals journals, Gaps gaps, Passes passes, People people, InstantSource clock, InstantSource unmoved,
      Bounds bounds) {
    this.ledgers = ledgers;
    this.journals = journals;
    this.afresh = new LedgersAfresh(ledgers, journals);
    this.gaps = gaps;
    this.passes = passes;
    this.people = people;
    this.clock = clock;
    this.unmoved = unmoved;
    this.bounds = bounds;
  }

  /** One slice: how many were held against the journals, and whether these can be asked at all. */
  private static final class Round {
    int closely;
    boolean away;
  }

  /** A ledger whose turn it is, with the revision at which it was last held against the journals, and what was wrong with it. */
  private record Look(Standing standing, long lookedAt, List<Gap> before) {
    boolean isDue() {
      return standing.open() || isClose();
    }

    boolean isClose() {
      return standing.revision() != lookedAt || before.stream().anyMatch(g -> g.state() != Gap.State.ENDED);
    }
  }

  public void slice() {
    Passes.Pass pass = passes.pass(Passes.LEDGERS);
    List<Standing> slice = ledgers.standing(pass.cursor(), bounds.slice());
    List<String> cases = slice.stream().map(Standing::caseId).toList();
    int examined = look(slice, passes.lookedAt(cases), gaps.ofCases(cases));
    boolean last = examined == slice.size() && slice.size() < bounds.slice();
    Passes.Pass on = examined == 0 ? pass : pass.on(cases.get(examined - 1), examined, 0, null);
    passes.keep(last ? on.finished(clock.instant()) : on);
  }

  /** Returns how many it came to: to hold a ledger against the journals is dear, so a slice ends with so many of them. */
  private int look(List<Standing> slice, Map<String, Long> lookedAt, List<Gap> before) {
    var round = new Round();
    int examined = 0;
    for (int from = 0; from < slice.size(); from += TOGETHER) {
      List<Look> looks = slice.subList(from, Math.min(slice.size(), from + TOGETHER)).stream()
          .map(one -> new Look(one, lookedAt.getOrDefault(one.caseId(), 0L), of(one.caseId(), before))).toList();
      Map<String, Kept> kept = ledgers.kept(looks.stream().filter(Look::isDue).map(look -> look.standing().caseId()).toList());
      for (Look look : looks) {
        if (round.closely >= bounds.closely()) return examined;
        Kept stored = kept.get(look.standing().caseId());
        if (stored != null) look(look, stored, round);
        examined++;
      }
    }
    return examined;
  }

  private static List<Gap> of(String caseId, List<Gap> gaps) {
    return gaps.stream().filter(g -> g.finding().caseId().equals(caseId)).toList();
  }

  private void look(Look look, Kept kept, Round round) {
    if (!look.isClose() && findings(kept, History.none()).isEmpty()) return;
    Optional<List<Envelope>> history = history(kept, look.standing().caseId(), round);
    if (history.isPresent()) closely(look.standing().caseId(), kept, history.get(), look.before());
    else note(findings(kept, History.none()), look.before().stream().filter(g -> !g.finding().check().needsHistory()).toList());
  }

  /** Empty while a publisher is away; then what the ledger itself shows has to do, and nobody is asked again in this slice. */
  private Optional<List<Envelope>> history(Kept kept, String caseId, Round round) {
    if (round.away) return Optional.empty();
    try {
      round.closely++;
      return Optional.of(journals.ofCase(caseId, LedgersAfresh.streams(Optional.of(kept))));
    } catch (RuntimeException away) {
      round.away = true;
      return Optional.empty();
    }
  }

  private void closely(String caseId, Kept kept, List<Envelope> history, List<Gap> before) {
    List<Finding> found = new ArrayList<>(findings(kept, new History(history)));
    if (!LedgersAfresh.right(kept, history)) found.add(differs(caseId, kept.ledger()));
    note(found, before);
    if (found.stream().allMatch(f -> f.until() != null)) passes.lookedAt(caseId, kept.revision());
  }

  private void note(List<Finding> found, List<Gap> before) {
    Second second = Second.look(before, found, unmoved.instant(), clock.instant(), bounds.grace());
    second.dropped().forEach(gaps::drop);
    second.kept().forEach(gap -> gaps.keep(mended(gap)));
  }

  /** What is not known to be a case yet, or cannot be read, has no findings of its own. */
  private List<Finding> findings(Kept kept, History history) {
    Ledger ledger = kept.ledger();
    if (ledger == null || !ledger.known()) return List.of();
    return Check.all(new Facts(ledger, history, people, clock.instant(), bounds.grace()));
  }

  private Finding differs(String caseId, @Nullable Ledger ledger) {
    var span = Optional.ofNullable(ledger).flatMap(l -> l.custody().last());
    return new Finding(Check.DIFFERS, caseId, "", clock.instant(), null, span.map(Custody.Span::organisation).orElse(null),
        span.map(Custody.Span::worker).orElse(null), Cause.STORED_WRONG);
  }

  /** What is stored wrong is folded afresh; everything else only people, or the service it belongs to, can mend. */
  private Gap mended(Gap gap) {
    if (gap.finding().check() != Check.DIFFERS || gap.state() != Gap.State.OPEN) return gap;
    Mended outcome = afresh.mend(gap.finding().caseId());
    return switch (outcome) {
      case DIFFERED, SAME -> gap.after(Gap.Done.FOLDED_AFRESH).ended(clock.instant());
      case AHEAD, BUSY -> gap;
    };
  }
}
