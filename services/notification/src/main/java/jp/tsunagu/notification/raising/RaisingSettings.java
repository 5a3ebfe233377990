package jp.tsunagu.notification.raising;

import java.time.Duration;
import java.time.Instant;

import org.springframework.boot.context.properties.ConfigurationProperties;

import jp.tsunagu.notification.About;

/**
 * @param gather how long what is not urgent waits for company, so that ten things at once are one letter
 * @param unread how long a notice may stay unread before somebody else is told
 */
@ConfigurationProperties("tsunagu.notification")
public record RaisingSettings(Duration gather, Unread unread) {
  public record Unread(Duration urgent, Duration other) {}

  /** @param from since when it waits on this rung */
  public Instant climbAt(About about, Instant from) {
    return from.plus(about.urgent() ? unread.urgent() : unread.other());
  }
}
