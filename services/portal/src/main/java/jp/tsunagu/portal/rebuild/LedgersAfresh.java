package jp.tsunagu.portal.rebuild;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import jp.tsunagu.portal.journals.Journals;
import jp.tsunagu.portal.ledger.Ledger;
import jp.tsunagu.portal.ledger.Ledgers;
import jp.tsunagu.portal.ledger.Ledgers.Kept;
import jp.tsunagu.portal.ledger.Progress;
import jp.tsunagu.runtime.inbox.Envelope;

/** One case's ledger from the journals' history. */
public final class LedgersAfresh {
  private static final int TRIES = 5;

  private final Ledgers ledgers;
  private final Journals journals;

  public LedgersAfresh(Ledgers ledgers, Journals journals) {
    this.ledgers = ledgers;
    this.journals = journals;
  }

  /** @throws RuntimeException while a publisher cannot be asked; nothing is changed then */
  public Mended mend(String caseId) {
    for (int i = 0; i < TRIES; i++) {
      Optional<Kept> kept = ledgers.kept(caseId);
      List<Envelope> history = journals.ofCase(caseId, streams(kept));
      if (history.isEmpty() && kept.isEmpty()) return Mended.SAME;
      Mended outcome = mend(caseId, kept, history);
      if (outcome != Mended.BUSY) return outcome;
    }
    return Mended.BUSY;
  }

  private Mended mend(String caseId, Optional<Kept> kept, List<Envelope> history) {
    Ledger fresh = fold(caseId, history);
    if (kept.filter(k -> ahead(k, fresh.progress())).isPresent()) return Mended.AHEAD;
    if (kept.filter(k -> right(k, history)).isPresent()) return Mended.SAME;
    return ledgers.replace(kept.map(Kept::revision).orElse(0L), fresh) ? Mended.DIFFERED : Mended.BUSY;
  }

  /** Whether what is stored is what the history makes, as far as it has been folded in. */
  public static boolean right(Kept kept, List<Envelope> history) {
    Ledger stored = kept.ledger();
    if (stored == null || !kept.sound()) return false;
    List<Envelope> folded = history.stream().filter(e -> e.sequence() <= stored.progress().seenOf(e.stream())).toList();
    return Alike.are(stored, fold(stored.caseId(), folded));
  }

  public static Collection<String> streams(Optional<Kept> kept) {
    return kept.map(k -> progress(k).seen().keySet()).orElseGet(java.util.Set::of);
  }

  private static Progress progress(Kept kept) {
    Ledger ledger = kept.ledger();
    return ledger == null ? kept.progress() : ledger.progress();
  }

  private static boolean ahead(Kept kept, Progress fresh) {
    return progress(kept).seen().entrySet().stream().anyMatch(s -> s.getValue() > fresh.seenOf(s.getKey()));
  }

  private static Ledger fold(String caseId, List<Envelope> history) {
    Ledger ledger = Ledger.of(caseId);
    for (Envelope envelope : history) ledger = ledger.after(envelope);
    return ledger;
  }
}
