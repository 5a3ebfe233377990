package jp.tsunagu.notification.channel;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jp.tsunagu.contracts.NotificationMessage.Channel;

/**
 * What is counted: {@code tsunagu.notices.delivered} and {@code .bounced} (notices, however many were in one letter) and
 * {@code tsunagu.notices.lanes.waiting} (recipients), each per channel.
 */
record ChannelMeters(MeterRegistry meters) {
  void ended(Channel channel, Carrier.Carried how) {
    String name = switch (how) {
      case Carrier.Carried.Delivered _ -> "tsunagu.notices.delivered";
      case Carrier.Carried.Refused _ -> "tsunagu.notices.bounced";
    };
    meters.counter(name, "channel", channel.name()).increment();
  }

  void watch(Lanes lanes) {
    Gauge.builder("tsunagu.notices.lanes.waiting", lanes, Lanes::waitingLanes).tag("channel", lanes.channel().name()).register(meters);
  }
}
