package jp.tsunagu.portal.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.portal.auditing.Passes;
import jp.tsunagu.portal.pipeline.PipelineReport.Audit;
import jp.tsunagu.portal.pipeline.PipelineReport.Channel;
import jp.tsunagu.portal.pipeline.PipelineReport.Consumer;
import jp.tsunagu.portal.pipeline.PipelineReport.Parked;
import jp.tsunagu.portal.pipeline.PipelineReport.Passage;
import jp.tsunagu.portal.pipeline.PipelineReport.Relay;
import jp.tsunagu.portal.pipeline.PipelineReport.Service;
import jp.tsunagu.runtime.inbox.ParkingLot;
import jp.tsunagu.runtime.journal.Backlog;
import jp.tsunagu.runtime.pipeline.ChannelState;
import jp.tsunagu.runtime.pipeline.Lag;
import jp.tsunagu.runtime.pipeline.PipelineState;

/** Holds what was told against the bounds, at one moment. */
record Judge(Bounds bounds, Instant now) {
  /** The service that tells people something. */
  private static final String TELLING = "notification";
  private static final List<String> CHANNELS = List.of("EMAIL", "WEBHOOK");

  /**
   * @param last what the audit's last way through all cases came to; null before the first
   * @param gaps how many are open
   */
  PipelineReport report(List<Station> stations, Passes.@Nullable Finished last, long gaps) {
    List<Service> services = stations.stream().map(this::service).toList();
    List<Channel> channels = channels(stations);
    Audit audit = audit(last, gaps);
    List<Sign> signs = new ArrayList<>(List.of(audit.sign(), audit.gapsSign()));
    services.forEach(service -> signs.add(service.sign()));
    channels.forEach(channel -> signs.add(channel.sign()));
    return new PipelineReport(now, Sign.worst(signs), services, channels, audit);
  }

  private Service service(Station station) {
    return switch (station) {
      case Station.Told told -> told(told.service(), told.state());
      case Station.There there -> new Service(there.service(), Answer.ANSWERS, Sign.FINE, null, null, null, null, null);
      case Station.Away away -> new Service(away.service(), away.why(), away.why() == Answer.NOT_ASKED ? Sign.UNKNOWN : Sign.WRONG, null,
          null, null, null, null);
    };
  }

  private Service told(String service, PipelineState state) {
    Relay relay = relay(state.backlog());
    List<Lag> lags = state.lags();
    List<Consumer> consumers = lags == null ? null : lags.stream().map(this::consumer).toList();
    Parked parked = parked(state.parked());
    List<Sign> signs = new ArrayList<>(List.of(relay.sign(), parked.sign()));
    if (consumers == null) signs.add(Sign.UNKNOWN);
    else
      consumers.forEach(consumer -> signs.add(consumer.sign()));
    return new Service(service, Answer.ANSWERS, Sign.worst(signs), said(state.version()), said(state.commit()), relay, consumers, parked);
  }

  private static @Nullable String said(String text) {
    return text.isBlank() ? null : text;
  }

  private Relay relay(Backlog backlog) {
    Instant oldest = backlog.oldest();
    boolean late = oldest != null && oldest.plus(bounds.unpublished()).isBefore(now);
    Sign sign = late || backlog.more() ? Sign.WRONG : moving(backlog.commits());
    return new Relay(backlog.commits(), backlog.more(), oldest, age(oldest), sign);
  }

  private Consumer consumer(Lag lag) {
    Sign sign = !lag.reading() || lag.messages() > bounds.unread() ? Sign.WRONG : moving(lag.messages());
    return new Consumer(lag.group(), lag.topic(), lag.messages(), lag.reading(), sign);
  }

  private Parked parked(ParkingLot.Count count) {
    Sign sign = count.stuck() > 0 ? Sign.WRONG : moving(count.waiting());
    return new Parked(count.waiting(), count.stuck(), count.oldest(), age(count.oldest()), sign);
  }

  private static Sign moving(long count) {
    return count == 0 ? Sign.FINE : Sign.MOVING;
  }

  private static List<Channel> channels(List<Station> stations) {
    Optional<PipelineState> telling = stations.stream().filter(station -> station.service().equals(TELLING))
        .filter(Station.Told.class::isInstance).map(station -> ((Station.Told) station).state()).findFirst();
    return CHANNELS.stream().map(name -> telling.map(state -> channel(name, state.channels()))
        .orElse(new Channel(name, Passage.UNKNOWN, 0, 0, 0, Sign.UNKNOWN))).toList();
  }

  private static Channel channel(String name, List<ChannelState> all) {
    return all.stream().filter(one -> one.channel().equals(name)).findFirst().map(Judge::channel)
        .orElse(new Channel(name, Passage.NOT_SET_UP, 0, 0, 0, Sign.FINE));
  }

  private static Channel channel(ChannelState roads) {
    Passage passage = roads.open() > 0 ? Passage.STOPPED : roads.halfOpen() > 0 ? Passage.TRYING : Passage.OPEN;
    Sign sign = roads.open() > 0 ? Sign.WRONG : moving(roads.halfOpen());
    return new Channel(roads.channel(), passage, roads.closed(), roads.halfOpen(), roads.open(), sign);
  }

  private Audit audit(Passes.@Nullable Finished last, long gaps) {
    Sign open = gaps > 0 ? Sign.WRONG : last == null ? Sign.UNKNOWN : Sign.FINE;
    if (last == null) return new Audit(null, null, 0, gaps, Sign.UNKNOWN, open);
    Sign sign = last.at().plus(bounds.unaudited()).isBefore(now) ? Sign.WRONG : Sign.FINE;
    return new Audit(last.at(), age(last.at()), last.examined(), gaps, sign, open);
  }

  private @Nullable Long age(@Nullable Instant since) {
    return since == null ? null : Math.max(0, Duration.between(since, now).toSeconds());
  }
}
