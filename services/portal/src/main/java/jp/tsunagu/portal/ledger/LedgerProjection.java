package jp.tsunagu.portal.ledger;

import java.util.List;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import jp.tsunagu.runtime.inbox.Envelope;
import jp.tsunagu.runtime.inbox.Projection;

/** Folds messages into ledgers, each exactly once: the write is conditional on the messages before them having been folded. */
public final class LedgerProjection implements Projection {
  private static final int RECENT = 500;

  private final Ledgers ledgers;
  private final Arrivals arrivals;
  /** As last written from here: messages of a case come in bursts. If another replica wrote since, the write fails and it is read. */
  private final Cache<String, Ledgers.Entry> recent = Caffeine.newBuilder().maximumSize(RECENT).build();

  /** @param arrivals told of every case that changed */
  public LedgerProjection(Ledgers ledgers, Arrivals arrivals) {
    this.ledgers = ledgers;
    this.arrivals = arrivals;
  }

  @Override
  public long seen(String stream, String caseId) {
    return ledgers.progress(caseId).seenOf(stream);
  }

  /** The version up to which everything of this stream is in its case's ledger. */
  public long version(String stream) {
    return ledgers.progress(caseOf(stream)).versionOf(stream);
  }

  /** The same as far as it was written from here lately; 0 otherwise. */
  public long versionAtHand(String stream) {
    Ledgers.Entry known = recent.getIfPresent(caseOf(stream));
    return known == null ? 0 : known.ledger().progress().versionOf(stream);
  }

  private static String caseOf(String stream) {
    return stream.substring(stream.indexOf('-') + 1);
  }

  @Override
  public boolean apply(List<Envelope> messages) {
    String caseId = messages.getFirst().caseId();
    Ledgers.Entry known = recent.getIfPresent(caseId);
    if (known != null && fold(known, messages)) return true;
    recent.invalidate(caseId);
    return fold(ledgers.find(caseId).orElseGet(() -> new Ledgers.Entry(0, Ledger.of(caseId))), messages);
  }

  private boolean fold(Ledgers.Entry entry, List<Envelope> messages) {
    Ledger next = entry.ledger();
    for (Envelope envelope : messages) {
      if (envelope.sequence() != next.progress().seenOf(envelope.stream()) + 1) return false;
      next = next.after(envelope);
    }
    if (!ledgers.replace(entry.revision(), next)) return false;
    recent.put(next.caseId(), new Ledgers.Entry(entry.revision() + 1, next));
    arrivals.changed();
    return true;
  }
}
