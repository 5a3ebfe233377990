package jp.tsunagu.portal.notices;

import java.util.List;
import java.util.function.Predicate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import jp.tsunagu.contracts.NotificationMessage.NoticeRaised;
import jp.tsunagu.portal.ledger.Arrivals;
import jp.tsunagu.runtime.inbox.Envelope;
import jp.tsunagu.runtime.inbox.Projection;

/** Folds the messages of notice streams ({@code notice-<id>}) into notices, each exactly once. */
public final class NoticeProjection implements Projection {
  public static final String PREFIX = "notice-";
  private static final int RECENT = 1_000;

  private final Notices notices;
  private final Arrivals arrivals;
  /** As last written from here. If another replica wrote since, the write fails and it is read. */
  private final Cache<String, Notice> recent = Caffeine.newBuilder().maximumSize(RECENT).build();

  public NoticeProjection(Notices notices, Arrivals arrivals) {
    this.notices = notices;
    this.arrivals = arrivals;
  }

  @Override
  public long seen(String stream, String caseId) {
    return notices.find(stream.substring(PREFIX.length())).map(Notice::sequence).orElse(0L);
  }

  /** Nobody must wait for what they are told until the case they are told of goes on: it may be just what they are told. */
  @Override
  public String lane(String stream, String caseId) {
    return stream;
  }

  /** 0 if it was not written from here lately. */
  public long versionAtHand(String stream) {
    Notice known = recent.getIfPresent(stream);
    return known == null ? 0 : known.version();
  }

  public long version(String stream) {
    return notices.find(stream.substring(PREFIX.length())).map(Notice::version).orElse(0L);
  }

  /** A lane is a stream: all of it is one write. */
  @Override
  public boolean apply(List<Envelope> messages) {
    boolean written = write(messages);
    arrivals.changed();
    return written;
  }

  private boolean write(List<Envelope> messages) {
    Envelope first = messages.getFirst();
    if (first.sequence() == 1)
      return first.message() instanceof NoticeRaised raised
          && kept(after(Notice.raised(first, raised), messages.subList(1, messages.size())), notices::add);
    Notice known = recent.getIfPresent(first.stream());
    if (known != null && follow(known, messages)) return true;
    recent.invalidate(first.stream());
    return notices.find(first.stream().substring(PREFIX.length())).filter(n -> follow(n, messages)).isPresent();
  }

  private boolean follow(Notice notice, List<Envelope> messages) {
    return messages.getFirst().sequence() == notice.sequence() + 1
        && kept(after(notice, messages), next -> notices.replace(notice.sequence(), next));
  }

  private static Notice after(Notice notice, List<Envelope> messages) {
    Notice next = notice;
    for (Envelope envelope : messages) next = next.after(envelope);
    return next;
  }

  private boolean kept(Notice notice, Predicate<Notice> write) {
    boolean written = write.test(notice);
    if (written) recent.put(PREFIX + notice.noticeId(), notice);
    return written;
  }
}
