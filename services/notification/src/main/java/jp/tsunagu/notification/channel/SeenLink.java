package jp.tsunagu.notification.channel;

import java.util.Optional;

/** Where the reader of a letter says without logging in that they have seen it. */
@FunctionalInterface
public interface SeenLink {
  /** @return an address; empty where there is no such way */
  Optional<String> of(Letter letter);
}
