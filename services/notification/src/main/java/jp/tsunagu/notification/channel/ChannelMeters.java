package jp.tsunagu.notification.channel;

import java.util.List;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jp.tsunagu.contracts.NotificationMessage.Channel;

/**
 * What is counted: {@code tsunagu.notices.delivered} and {@code .bounced} (notices, however many were in one letter) and
 * {@code tsunagu.notices.lanes.waiting} (recipients), each per channel.
 */
record ChannelMeters(MeterRegistry meters) {
  private static final String DELIVERED = "tsunagu.notices.delivered";
  private static final String BOUNCED = "tsunagu.notices.bounced";

  /** They are there before the first notice, or a rule on their rate would miss it. */
  ChannelMeters {
    for (Channel channel : Channel.values())
      for (String name : List.of(DELIVERED, BOUNCED)) meters.counter(name, "channel", channel.name());
  }

  void ended(Channel channel, Carrier.Carried how) {
    String name = switch (how) {
      case Carrier.Carried.Delivered _ -> DELIVERED;
      case Carrier.Carried.Refused _ -> BOUNCED;
    };
    meters.counter(name, "channel", channel.name()).increment();
  }

  void watch(Lanes lanes) {
    Gauge.builder("tsunagu.notices.lanes.waiting", lanes, Lanes::waitingLanes).tag("channel", lanes.channel().name()).register(meters);
  }
}
