package jp.tsunagu.notification;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

import jp.tsunagu.contracts.NotificationMessage.Channel;

/**
 * How a notice fares outside of the in-app inbox.
 *
 * @param waiting   the channels on which it has not gone out
 * @param notBefore when it may
 * @param arrived   whether it arrived on one of them
 * @param bounced   whether it came back from one of them
 */
record Post(Set<Channel> waiting, Instant notBefore, boolean arrived, boolean bounced) {
  Post {
    waiting = Set.copyOf(waiting);
  }

  Post deliveredOn(Channel channel) {
    return channel == Channel.IN_APP ? this : new Post(without(channel), notBefore, true, bounced);
  }

  Post bouncedOn(Channel channel) {
    return new Post(without(channel), notBefore, arrived, true);
  }

  /** It came back from everywhere; who is told only in the application may not look there for days. */
  boolean reachesNobody() {
    return waiting.isEmpty() && bounced && !arrived;
  }

  private Set<Channel> without(Channel channel) {
    Set<Channel> others = new HashSet<>(waiting);
    others.remove(channel);
    return others;
  }
}
