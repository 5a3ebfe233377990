package jp.tsunagu.portal.board;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import jp.tsunagu.contracts.Party;
import jp.tsunagu.portal.ledger.Ledgers;

/**
 * The figures of all cases, kept at hand. A board counts over all of them, and to read all ledgers for every look would cost more
 * the longer the network works; what it needs of a case is small. One thread looks again and again which ledgers have changed, and
 * whoever asks is answered from what was known when all had last been looked at.
 */
public final class Boards {
  private static final int SLICE = 2_000;
  private static final int QUESTIONS = 500;
  /** So that a date that passes is late soon, though nothing else happened. */
  private static final Duration STALE = Duration.ofSeconds(30);

  private final Ledgers ledgers;
  private final InstantSource clock;
  private final Map<String, Known> known = new HashMap<>(); // of the looking thread alone
  private String cursor = "";
  private boolean changed = true;
  private volatile Shot latest;

  private record Known(long revision, Optional<CaseFigures> figures) {}

  private record Question(@Nullable String organisation, Period period) {}

  /** What is known at one moment, with what was asked of it before. */
  private record Shot(List<CaseFigures> cases, Tally tally, Cache<Question, Board> answers) {
    static Shot of(Instant at, Collection<Known> known) {
      List<CaseFigures> cases = known.stream().flatMap(k -> k.figures().stream()).toList();
      return new Shot(cases, Tally.of(cases, at), Caffeine.newBuilder().maximumSize(QUESTIONS).build());
    }

    Instant at() {
      return tally.at();
    }
  }

  public Boards(Ledgers ledgers, InstantSource clock) {
    this.ledgers = ledgers;
    this.clock = clock;
    this.latest = Shot.of(Instant.EPOCH, List.of());
  }

  /** Looks at the next slice of cases. Returns whether it was the last one. */
  public boolean look() {
    List<Ledgers.Standing> slice = ledgers.standing(cursor, SLICE);
    for (Ledgers.Standing standing : slice) {
      Known before = known.get(standing.caseId());
      if (before == null || before.revision() != standing.revision()) read(standing.caseId());
    }
    boolean last = slice.size() < SLICE;
    cursor = last ? "" : slice.getLast().caseId();
    if (last) take();
    return last;
  }

  private void read(String caseId) {
    ledgers.find(caseId).ifPresent(entry -> known.put(caseId, new Known(entry.revision(), CaseFigures.of(entry.ledger()))));
    changed = true;
  }

  private void take() {
    Instant now = clock.instant();
    if (!changed && Duration.between(latest.at(), now).compareTo(STALE) < 0) return;
    latest = Shot.of(now, known.values());
    changed = false;
  }

  /** When all cases had last been looked at; empty before the first time. */
  public Optional<Instant> asOf() {
    Instant at = latest.at();
    return at.equals(Instant.EPOCH) ? Optional.empty() : Optional.of(at);
  }

  /** @param organisation whose figures; null for everybody's */
  public Board of(@Nullable String organisation, Period period) {
    Shot shot = latest;
    return shot.answers().get(new Question(organisation, period), q -> Board.of(shot.tally(), q.organisation(), q.period()));
  }

  /** The same without some cases, for whoever may not learn that there are any. */
  public Board of(String organisation, Period period, Set<String> without) {
    if (without.isEmpty()) return of(organisation, period);
    Shot shot = latest;
    return Board.of(without(shot, without), organisation, period, shot.at());
  }

  private static List<CaseFigures> without(Shot shot, Set<String> without) {
    return shot.cases().stream().filter(c -> !without.contains(c.caseId())).toList();
  }

  /** What is known of asking this organisation. */
  public Reception reception(String organisation, Party asking) {
    Shot shot = latest;
    return Reception.of(shot.cases(), organisation, asking, shot.at());
  }

  /**
   * The cases behind a figure.
   *
   * @param code    of a breakdown; empty for the whole figure
   * @param without see {@link #of(String, Period, Set)}
   */
  public List<String> cases(String organisation, Period period, Counted what, String code, Set<String> without) {
    Shot shot = latest;
    return what.cases(new Scope(organisation, period, shot.at()), without(shot, without), code);
  }
}
