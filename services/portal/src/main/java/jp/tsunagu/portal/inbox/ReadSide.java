package jp.tsunagu.portal.inbox;

import java.util.List;

import jp.tsunagu.portal.acts.OwnActs;
import jp.tsunagu.portal.ledger.LedgerProjection;
import jp.tsunagu.portal.notices.NoticeProjection;
import jp.tsunagu.runtime.inbox.Envelope;
import jp.tsunagu.runtime.inbox.Parted;
import jp.tsunagu.runtime.inbox.Projection;

/** Notices are kept one by one, everything else per case. */
public final class ReadSide implements Projection, OwnActs.Versions {
  private final LedgerProjection ledgers;
  private final NoticeProjection notices;
  private final Parted parts;

  public ReadSide(LedgerProjection ledgers, NoticeProjection notices) {
    this.ledgers = ledgers;
    this.notices = notices;
    this.parts = new Parted(ReadSide::isNotice, notices, ledgers);
  }

  @Override
  public long seen(String stream, String caseId) {
    return parts.seen(stream, caseId);
  }

  @Override
  public String lane(String stream, String caseId) {
    return parts.lane(stream, caseId);
  }

  @Override
  public boolean apply(List<Envelope> messages) {
    return parts.apply(messages);
  }

  @Override
  public long stored(String stream) {
    return isNotice(stream) ? notices.version(stream) : ledgers.version(stream);
  }

  @Override
  public long atHand(String stream) {
    return isNotice(stream) ? notices.versionAtHand(stream) : ledgers.versionAtHand(stream);
  }

  private static boolean isNotice(String stream) {
    return stream.startsWith(NoticeProjection.PREFIX);
  }
}
