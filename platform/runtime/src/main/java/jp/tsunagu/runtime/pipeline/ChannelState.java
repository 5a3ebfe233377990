package jp.tsunagu.runtime.pipeline;

import java.util.List;

/**
 * The roads of a channel by the state of their circuit breakers. They are counted and not named, because a worker chooses where a webhook
 * leads.
 *
 * @param channel  as its messages call it, e.g. {@code EMAIL}
 * @param closed   let everything through
 * @param halfOpen let a little through, to see whether it works again
 * @param open     are left alone for a while
 */
public record ChannelState(String channel, int closed, int halfOpen, int open) {
  /** What a service has that tells people something; the others have none. */
  @FunctionalInterface
  public interface Known {
    List<ChannelState> all();
  }
}
