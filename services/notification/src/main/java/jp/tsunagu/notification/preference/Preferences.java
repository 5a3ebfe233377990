package jp.tsunagu.notification.preference;

import jp.tsunagu.calendar.OfficeCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.contracts.NotificationMessage.Channel;

/**
 * One worker's. Times are Japan's, wherever the machine stands.
 *
 * @param channels besides the in-app inbox
 * @param digestAt when what is not urgent comes, once a day; null for as it happens
 */
public record Preferences(Set<Channel> channels, @Nullable QuietHours quietHours, @Nullable LocalTime digestAt) {
  /** Of somebody who never said anything. */
  public static final Preferences USUAL = new Preferences(Set.of(Channel.EMAIL, Channel.WEBHOOK), null, null);

  public Preferences {
    channels = Set.copyOf(channels);
  }

  /**
   * When something that is not urgent may go out.
   *
   * @param gather how long it waits for company in any case
   */
  public Instant notBefore(Instant raisedAt, Duration gather) {
    ZonedDateTime at = raisedAt.plus(gather).atZone(OfficeCalendar.JAPAN);
    if (digestAt != null) at = next(at, digestAt);
    return (quietHours == null ? at : quietHours.over(at)).toInstant();
  }

  private static ZonedDateTime next(ZonedDateTime from, LocalTime time) {
    ZonedDateTime today = from.with(time);
    return today.isBefore(from) ? today.plusDays(1) : today;
  }
}
