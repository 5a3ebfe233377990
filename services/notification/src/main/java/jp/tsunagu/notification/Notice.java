package jp.tsunagu.notification;

import java.util.Set;
import java.util.stream.Collectors;

import jp.tsunagu.contracts.NotificationMessage.Channel;

/** One telling of one thing to one person. */
public sealed interface Notice {
  Notice after(NoticeEvent event);

  record Unraised() implements Notice {
    @Override
    public Notice after(NoticeEvent event) {
      if (event instanceof NoticeEvent.Raised(About about, Set<Channel> channels)) return new Told(about, channels, Progress.RAISED);
      throw new IllegalStateException("a notice is raised first, not " + event.getClass().getSimpleName());
    }
  }

  /** @param waiting the channels on which it has not gone out; once it is acknowledged it need not any more */
  record Told(About about, Set<Channel> waiting, Progress progress) implements Notice {
    public Told {
      waiting = Set.copyOf(waiting);
    }

    boolean acknowledged() {
      return progress == Progress.ACKNOWLEDGED;
    }

    @Override
    public Notice after(NoticeEvent event) {
      return switch (event) {
        case NoticeEvent.Raised _ -> this;
        case NoticeEvent.Delivered e -> new Told(about, without(e.channel()), progress.atLeast(Progress.DELIVERED));
        case NoticeEvent.Bounced e -> new Told(about, without(e.channel()), progress);
        case NoticeEvent.Read _ -> new Told(about, waiting, progress.atLeast(Progress.READ));
        case NoticeEvent.Acknowledged _ -> new Told(about, waiting, Progress.ACKNOWLEDGED);
      };
    }

    private Set<Channel> without(Channel channel) {
      return waiting.stream().filter(c -> c != channel).collect(Collectors.toSet());
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
