package jp.tsunagu.notification;

import java.util.Set;

import jp.tsunagu.contracts.NotificationMessage.Channel;
import jp.tsunagu.contracts.Party;

/** Everything that can be asked of a notice. */
public sealed interface NoticeCommand {
  /** @param channels on which it is to go out besides the in-app inbox, where it is at once */
  record Raise(About about, Set<Channel> channels) implements NoticeCommand {}

  record Deliver(Channel channel) implements NoticeCommand {}

  /** @param reason a code, never an address or a server's own words */
  record Bounce(Channel channel, String reason) implements NoticeCommand {}

  /** What only the recipient does; for everybody else there is no such notice. */
  sealed interface Answer extends NoticeCommand {
    Party by();
  }

  record Read(Party by) implements Answer {}

  record Acknowledge(Party by) implements Answer {}
}
