package jp.tsunagu.portal.inbox;

import jp.tsunagu.portal.ledger.LedgerProjection;
import jp.tsunagu.portal.notices.NoticeProjection;
import jp.tsunagu.runtime.inbox.Envelope;
import jp.tsunagu.runtime.inbox.Projection;

/** Notices are kept one by one, everything else per case. */
public final class ReadSide implements Projection {
  private final LedgerProjection ledgers;
  private final NoticeProjection notices;

  public ReadSide(LedgerProjection ledgers, NoticeProjection notices) {
    this.ledgers = ledgers;
    this.notices = notices;
  }

  @Override
  public long seen(String stream, String caseId) {
    return of(stream).seen(stream, caseId);
  }

  @Override
  public boolean conditional() {
    return true;
  }

  @Override
  public boolean apply(Envelope envelope) {
    return of(envelope.stream()).apply(envelope);
  }

  /** The version of a stream up to which everything is here. */
  public long version(String stream) {
    return stream.startsWith(NoticeProjection.PREFIX) ? notices.version(stream) : ledgers.version(stream);
  }

  private Projection of(String stream) {
    return stream.startsWith(NoticeProjection.PREFIX) ? notices : ledgers;
  }
}
