package jp.tsunagu.notification;

import java.time.Instant;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.contracts.FollowUpMessage.Rung;
import jp.tsunagu.contracts.NotificationMessage.Channel;
import jp.tsunagu.contracts.NotificationMessage.Via;
import jp.tsunagu.contracts.Party;

/** Everything that can happen to a notice. */
public sealed interface NoticeEvent {
  /**
   * @param channels  on which it still has to go out
   * @param notBefore until when it is held back; null where it is not
   * @param climbAt   when somebody else is told if nobody has read it; null for what never climbs
   */
  record Raised(About about, Set<Channel> channels, @Nullable Instant notBefore, @Nullable Instant climbAt) implements NoticeEvent {
    public Raised {
      channels = Set.copyOf(channels);
    }
  }

  /** @param letter it went out in, perhaps with others; null for the in-app inbox */
  record Delivered(Channel channel, @Nullable String letter) implements NoticeEvent {}

  record Bounced(Channel channel, String reason) implements NoticeEvent {}

  record Read(Party by) implements NoticeEvent {}

  /** @param by the recipient, or whoever it climbed to */
  record Acknowledged(Party by, @Nullable String deadlineKey, @Nullable Via via) implements NoticeEvent {}

  /**
   * @param noticeId of the notice by which they are told
   * @param nextAt   when the next one is told
   */
  record Climbed(Rung rung, Party to, String noticeId, Instant nextAt) implements NoticeEvent {}

  /** The matter moved on without it, so nobody else has to be told. */
  record Overtaken() implements NoticeEvent {}
}
