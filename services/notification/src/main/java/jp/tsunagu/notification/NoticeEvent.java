package jp.tsunagu.notification;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.contracts.NotificationMessage.Channel;
import jp.tsunagu.contracts.Party;

/** Everything that can happen to a notice. */
public sealed interface NoticeEvent {
  /** @param channels on which it still has to go out */
  record Raised(About about, Set<Channel> channels) implements NoticeEvent {
    public Raised {
      channels = Set.copyOf(channels);
    }
  }

  record Delivered(Channel channel) implements NoticeEvent {}

  record Bounced(Channel channel, String reason) implements NoticeEvent {}

  record Read(Party by) implements NoticeEvent {}

  record Acknowledged(Party by, @Nullable String deadlineKey) implements NoticeEvent {}
}
