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
