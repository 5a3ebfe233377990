package jp.tsunagu.portal.inbox;

import java.util.List;
import java.util.stream.Collectors;

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
  public boolean apply(List<Envelope> messages) {
    return messages.stream().collect(Collectors.groupingBy(e -> of(e.stream()))).entrySet().stream()
        .allMatch(part -> part.getKey().apply(part.getValue()));
  }

  /** The version of a stream up to which everything is here. */
  public long version(String stream) {
    return stream.startsWith(NoticeProjection.PREFIX) ? notices.version(stream) : ledgers.version(stream);
  }

  private Projection of(String stream) {
    return stream.startsWith(NoticeProjection.PREFIX) ? notices : ledgers;
  }
}
