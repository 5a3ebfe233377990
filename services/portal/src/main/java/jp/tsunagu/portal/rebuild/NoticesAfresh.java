package jp.tsunagu.portal.rebuild;

import java.util.List;
import java.util.Optional;

import jp.tsunagu.contracts.NotificationMessage.NoticeRaised;
import jp.tsunagu.portal.journals.Journals;
import jp.tsunagu.portal.notices.Notice;
import jp.tsunagu.portal.notices.NoticeProjection;
import jp.tsunagu.portal.notices.Notices;
import jp.tsunagu.portal.notices.Notices.Kept;
import jp.tsunagu.runtime.inbox.Envelope;

/** One notice from its stream. Nobody is told anything by it: what is told is the stream, and that is read only. */
public final class NoticesAfresh {
  private static final int TRIES = 5;

  private final Notices notices;
  private final Journals journals;

  public NoticesAfresh(Notices notices, Journals journals) {
    this.notices = notices;
    this.journals = journals;
  }

  /** @throws RuntimeException while the publisher cannot be asked; nothing is changed then */
  public Mended mend(String noticeId) {
    for (int i = 0; i < TRIES; i++) {
      Optional<Kept> kept = notices.kept(noticeId);
      List<Envelope> history = journals.after(NoticeProjection.PREFIX + noticeId, 0);
      Mended outcome = mend(kept, history);
      if (outcome != Mended.BUSY) return outcome;
    }
    return Mended.BUSY;
  }

  private Mended mend(Optional<Kept> kept, List<Envelope> history) {
    Optional<Notice> fresh = fold(history);
    if (fresh.isEmpty()) return kept.isEmpty() ? Mended.SAME : Mended.AHEAD;
    if (kept.isEmpty()) return notices.add(fresh.get()) ? Mended.DIFFERED : Mended.BUSY;
    if (kept.get().sequence() > fresh.get().sequence()) return Mended.AHEAD;
    if (right(kept.get(), history)) return Mended.SAME;
    return notices.replace(kept.get().sequence(), fresh.get()) ? Mended.DIFFERED : Mended.BUSY;
  }

  private static boolean right(Kept kept, List<Envelope> history) {
    Notice stored = kept.notice();
    return stored != null && kept.sound()
        && fold(history.stream().filter(e -> e.sequence() <= stored.sequence()).toList()).filter(stored::equals).isPresent();
  }

  private static Optional<Notice> fold(List<Envelope> history) {
    if (history.isEmpty() || !(history.getFirst().message() instanceof NoticeRaised raised)) return Optional.empty();
    Notice notice = Notice.raised(history.getFirst(), raised);
    for (Envelope envelope : history.subList(1, history.size())) notice = notice.after(envelope);
    return Optional.of(notice);
  }
}
