package jp.tsunagu.notification.channel.webhook;

import java.net.URI;

/**
 * Where a worker wants to be called.
 *
 * @param secret what the requests are signed with; known to the receiver
 */
public record Webhook(URI url, String secret) {
  /** What breaks down as one. */
  String host() {
    return url.getHost() + (url.getPort() < 0 ? "" : ":" + url.getPort());
  }

  /** Both are secrets: whoever knows the address of a chat may write into it. */
  @Override
  public String toString() {
    return "Webhook";
  }
}
