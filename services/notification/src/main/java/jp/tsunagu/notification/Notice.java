package jp.tsunagu.notification;

import java.time.Instant;
import java.util.Optional;

/** One telling of one thing to one person. */
public sealed interface Notice {
  /** What the ids of notice streams begin with. */
  String PREFIX = "notice";

  Notice after(NoticeEvent event);

  static String stream(String noticeId) {
    return PREFIX + "-" + noticeId;
  }

  static String idOf(String stream) {
    return stream.substring(PREFIX.length() + 1);
  }

  record Unraised() implements Notice {
    @Override
    public Notice after(NoticeEvent event) {
      if (event instanceof NoticeEvent.Raised e) {
        Instant notBefore = Optional.ofNullable(e.notBefore()).orElse(e.about().raisedAt());
        return new Told(e.about(), new Post(e.channels(), notBefore, false, false), Ladder.from(e.climbAt()), Progress.RAISED);
      }
      throw new IllegalStateException("a notice is raised first, not " + event.getClass().getSimpleName());
    }
  }

  /** Once it is acknowledged, what has not gone out need not any more. */
  record Told(About about, Post post, Ladder ladder, Progress progress) implements Notice {
    public boolean acknowledged() {
      return progress == Progress.ACKNOWLEDGED;
    }

    boolean unread() {
      return progress.compareTo(Progress.READ) < 0;
    }

    /** When somebody else is told of it: at once if it did not arrive anywhere, else when it was unread for too long. */
    public Optional<Instant> climbsAt() {
      if (!unread() || ladder.next() == null) return Optional.empty();
      return Optional.of(ladder.steps() == 0 && post.reachesNobody() ? about.raisedAt() : ladder.next());
    }

    @Override
    public Notice after(NoticeEvent event) {
      return switch (event) {
        case NoticeEvent.Raised _ -> this;
        case NoticeEvent.Delivered e -> new Told(about, post.deliveredOn(e.channel()), ladder, progress.atLeast(Progress.DELIVERED));
        case NoticeEvent.Bounced e -> new Told(about, post.bouncedOn(e.channel()), ladder, progress);
        case NoticeEvent.Read _ -> new Told(about, post, ladder, progress.atLeast(Progress.READ));
        case NoticeEvent.Acknowledged _ -> new Told(about, post, ladder, Progress.ACKNOWLEDGED);
        case NoticeEvent.Climbed e -> new Told(about, post, ladder.after(e), progress);
        case NoticeEvent.Overtaken _ -> new Told(about, post, ladder.ended(), progress);
      };
    }
  }

  /** How far it has come with its recipient, in order. */
  enum Progress {
    RAISED, DELIVERED, READ, ACKNOWLEDGED;

    Progress atLeast(Progress other) {
      return compareTo(other) >= 0 ? this : other;
    }
  }
}
