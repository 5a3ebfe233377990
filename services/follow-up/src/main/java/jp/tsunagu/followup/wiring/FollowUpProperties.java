package jp.tsunagu.followup.wiring;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;

import org.springframework.boot.context.properties.ConfigurationProperties;

import jp.tsunagu.calendar.Span;
import jp.tsunagu.contracts.Urgency;
import jp.tsunagu.followup.WatchPolicy;

/** {@code tsunagu.follow-up}; the meaning of the figures stands at {@link WatchPolicy}. */
@ConfigurationProperties("tsunagu.follow-up")
record FollowUpProperties(Map<Urgency, Span> patience, Map<Urgency, Duration> rest, ZoneId zone, int farthestDays,
    Duration receiptWithin, Sweep sweep) {
  /**
   * @param every how often what has come due is looked for
   * @param batch how many watches are taken up at once
   */
  record Sweep(Duration every, int batch) {}

  WatchPolicy policy() {
    return new WatchPolicy(patience, rest, zone, farthestDays, receiptWithin);
  }
}
