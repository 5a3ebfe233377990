package jp.tsunagu.notification.channel;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import jp.tsunagu.contracts.NotificationMessage.Channel;

/** The channels that are open besides the in-app inbox. */
public record Channels(List<Lanes> lanes) implements Sweep {
  public Channels {
    lanes = List.copyOf(lanes);
  }

  /** Those of the wanted ones by which this worker can be reached. */
  public Set<Channel> openFor(String worker, Collection<Channel> wanted) {
    return lanes.stream().filter(one -> wanted.contains(one.channel()) && one.serves(worker)).map(Lanes::channel)
        .collect(Collectors.toSet());
  }

  public void nudge(String recipient) {
    lanes.forEach(channel -> channel.nudge(recipient));
  }

  @Override
  public void sweep() {
    lanes.forEach(Lanes::sweep);
  }
}
