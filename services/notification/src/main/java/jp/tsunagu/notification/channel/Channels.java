package jp.tsunagu.notification.channel;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import jp.tsunagu.contracts.NotificationMessage.Channel;

/** The channels that are open besides the in-app inbox. */
public record Channels(List<Lanes> lanes) {
  public Channels {
    lanes = List.copyOf(lanes);
  }

  public Set<Channel> open() {
    return lanes.stream().map(Lanes::channel).collect(Collectors.toSet());
  }

  public void nudge(String recipient) {
    lanes.forEach(channel -> channel.nudge(recipient));
  }

  void sweep() {
    lanes.forEach(Lanes::sweep);
  }
}
