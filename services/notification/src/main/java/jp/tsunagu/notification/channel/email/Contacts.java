package jp.tsunagu.notification.channel.email;

import java.util.Optional;

/** Where a worker reads e-mail. */
@FunctionalInterface
public interface Contacts {
  /** Empty if there is no such worker or no address. Throws when it cannot be told now. */
  Optional<String> addressOf(String worker);
}
