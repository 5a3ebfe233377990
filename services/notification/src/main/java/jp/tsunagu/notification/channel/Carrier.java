package jp.tsunagu.notification.channel;

import jp.tsunagu.contracts.NotificationMessage.Channel;

/** Takes letters out on one channel. */
public interface Carrier {
  Channel channel();

  /**
   * Returns how it ended.
   *
   * @throws NotNow when it may work later
   */
  Carried carry(Letter letter);

  /** Whether there is a way to this worker at all; asked when a notice is raised. */
  default boolean serves(String worker) {
    return true;
  }

  /** What a letter to this worker depends on, and others with it: when that is down, they wait and nobody else does. */
  default String road(String worker) {
    return channel().name();
  }

  /** False while it is known that nothing gets through. */
  default boolean ready() {
    return true;
  }

  /** For good. */
  sealed interface Carried {
    record Delivered() implements Carried {}

    /** @param reason a code, e.g. {@code address-refused} */
    record Refused(String reason) implements Carried {}
  }
}
