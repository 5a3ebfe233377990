package jp.tsunagu.notification;

import java.time.Instant;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.contracts.FollowUpMessage.Rung;
import jp.tsunagu.contracts.NotificationMessage.Channel;
import jp.tsunagu.contracts.NotificationMessage.Via;
import jp.tsunagu.contracts.Party;

/** Everything that can be asked of a notice. */
public sealed interface NoticeCommand {
  /**
   * @param channels  on which it is to go out besides the in-app inbox, where it is at once
   * @param notBefore until when it is held back
   * @param climbAt   when somebody else is told if nobody has read it; null for what never climbs
   */
  record Raise(About about, Set<Channel> channels, @Nullable Instant notBefore, @Nullable Instant climbAt) implements NoticeCommand {}

  /** @param letter it went out in */
  record Deliver(Channel channel, String letter) implements NoticeCommand {}

  /** @param reason a code, never an address or a server's own words */
  record Bounce(Channel channel, String reason) implements NoticeCommand {}

  /** What only the recipient does; for everybody else there is no such notice. */
  sealed interface Answer extends NoticeCommand {
    Party by();
  }

  record Read(Party by) implements Answer {}

  record Acknowledge(Party by, Via via) implements Answer {}

  /**
   * @param step     the how many-th climb it is; one that came before is not made again
   * @param noticeId of the notice by which they are told
   */
  record Climb(int step, Rung rung, Party to, String noticeId, Instant nextAt) implements NoticeCommand {}

  /** Whoever it climbed to last has acknowledged theirs. */
  record StandIn(Party by) implements NoticeCommand {}

  record Overtake() implements NoticeCommand {}
}
