package jp.tsunagu.portal.ledger;

import jp.tsunagu.runtime.inbox.Envelope;
import jp.tsunagu.runtime.inbox.Projection;

/** Folds messages into ledgers, each exactly once: the write is conditional on the message before it having been folded. */
public final class LedgerProjection implements Projection {
  private final Ledgers ledgers;
  private final Arrivals arrivals;

  /** @param arrivals told of every case that changed */
  public LedgerProjection(Ledgers ledgers, Arrivals arrivals) {
    this.ledgers = ledgers;
    this.arrivals = arrivals;
  }

  @Override
  public long seen(String stream, String caseId) {
    return ledgers.find(caseId).map(entry -> entry.ledger().progress().seenOf(stream)).orElse(0L);
  }

  /** The version up to which everything of this stream is in its case's ledger. */
  public long version(String stream) {
    String caseId = stream.substring(stream.indexOf('-') + 1);
    return ledgers.find(caseId).map(entry -> entry.ledger().progress().versionOf(stream)).orElse(0L);
  }

  @Override
  public boolean apply(Envelope envelope) {
    var entry = ledgers.find(envelope.caseId());
    Ledger ledger = entry.map(Ledgers.Entry::ledger).orElseGet(() -> Ledger.of(envelope.caseId()));
    if (envelope.sequence() != ledger.progress().seenOf(envelope.stream()) + 1) return false;
    boolean written = ledgers.replace(entry.map(Ledgers.Entry::revision).orElse(0L), ledger.after(envelope));
    if (written) arrivals.changed();
    return written;
  }
}
