package jp.tsunagu.portal.notices;

import java.util.List;

import jp.tsunagu.contracts.NotificationMessage.NoticeRaised;
import jp.tsunagu.portal.ledger.Arrivals;
import jp.tsunagu.runtime.inbox.Envelope;
import jp.tsunagu.runtime.inbox.Projection;

/** Folds the messages of notice streams ({@code notice-<id>}) into notices, each exactly once. */
public final class NoticeProjection implements Projection {
  public static final String PREFIX = "notice-";

  private final Notices notices;
  private final Arrivals arrivals;

  public NoticeProjection(Notices notices, Arrivals arrivals) {
    this.notices = notices;
    this.arrivals = arrivals;
  }

  @Override
  public long seen(String stream, String caseId) {
    return notices.find(stream.substring(PREFIX.length())).map(Notice::sequence).orElse(0L);
  }

  public long version(String stream) {
    return notices.find(stream.substring(PREFIX.length())).map(Notice::version).orElse(0L);
  }

  @Override
  public boolean apply(List<Envelope> messages) {
    boolean written = messages.stream().allMatch(this::write);
    arrivals.changed();
    return written;
  }

  private boolean write(Envelope envelope) {
    var found = notices.find(envelope.stream().substring(PREFIX.length()));
    if (found.isEmpty()) return envelope.message() instanceof NoticeRaised raised && notices.add(Notice.raised(envelope, raised));
    Notice notice = found.get();
    return envelope.sequence() == notice.sequence() + 1 && notices.replace(notice.sequence(), notice.after(envelope));
  }
}
