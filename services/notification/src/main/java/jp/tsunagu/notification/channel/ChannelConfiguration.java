package jp.tsunagu.notification.channel;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import com.mongodb.client.MongoDatabase;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jp.tsunagu.journal.CommandHandler;
import jp.tsunagu.notification.Notice;
import jp.tsunagu.notification.NoticeCommand;
import jp.tsunagu.notification.NoticeEvent;
import jp.tsunagu.runtime.boot.TsunaguProperties;
import jp.tsunagu.runtime.journal.Journals;
import jp.tsunagu.runtime.journal.MongoJournal;
import jp.tsunagu.runtime.pipeline.ChannelState;
import jp.tsunagu.runtime.relay.MongoLeases;
import jp.tsunagu.runtime.relay.StoreClock;

/** Lanes for every carrier there is, each guarded on its own. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ChannelConfiguration.Settings.class)
class ChannelConfiguration {
  /**
   * @param sweep    how often waiting notices are looked for; the safety net behind the nudge
   * @param patience how long one attempt may take
   * @param away     how long a road that is closed is left alone
   * @param rest     how long a lane that did not get through rests the first time
   * @param longest  how long it rests at most
   * @param atOnce   how many letters are on one road at a time
   */
  @ConfigurationProperties("tsunagu.notification.lanes")
  record Settings(Duration sweep, Duration patience, Duration away, Duration rest, Duration longest, int atOnce) {}

  record Threads(ExecutorService letters) {}

  @Bean
  LaneLeases laneLeases(MongoDatabase database, StoreClock clock, TsunaguProperties service) {
    return new LaneLeases(new MongoLeases(database, clock, "lanes", MongoJournal.BUCKETS, service.instance()));
  }

  @Bean
  Threads threads() {
    return new Threads(Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("letter-", 0).factory()));
  }

  @Bean
  ChannelMeters channelMeters(ObjectProvider<MeterRegistry> meters) {
    return new ChannelMeters(meters.getIfAvailable(SimpleMeterRegistry::new));
  }

  @Bean
  Guards guards(Settings settings, ChannelMeters meters) {
    var guards = new Guards(settings.patience(), settings.away(), settings.atOnce());
    guards.bindTo(meters.meters());
    return guards;
  }

  /** What the lanes of all channels have in common. {@code notices} is asked for because it opens the journal. */
  @Bean
  LanesOf lanesOf(CommandHandler<NoticeCommand, NoticeEvent, Notice> notices, Journals journals, MongoDatabase database, LaneLeases leases,
      Threads threads, InstantSource clock, Settings settings, ChannelMeters meters,
      @Value("${tsunagu.notification.gather}") Duration gather) {
    var ledger = new NoticeLedger(notices, clock, meters::ended);
    return carrier -> {
      var waiting = new Waiting(journals.journal(Notice.PREFIX), carrier.channel());
      var letters = new Letters(waiting, new OnTheWay(database, carrier.channel()), clock, gather);
      return new Lanes(carrier, waiting, letters, ledger, leases.leases(), new Rests(settings.rest(), settings.longest()),
          threads.letters(),
          clock);
    };
  }

  /** Makes the lanes of one channel. */
  @FunctionalInterface
  interface LanesOf {
    Lanes of(Carrier carrier);
  }

  @Bean
  Channels channels(List<Carrier> carriers, Guards guards, Threads threads, LanesOf lanesOf, ChannelMeters meters) {
    var lanes = carriers.stream().map(carrier -> lanesOf.of(new Guarded(carrier, guards, threads.letters()))).toList();
    lanes.forEach(meters::watch);
    return new Channels(lanes);
  }

  @Bean
  ChannelState.Known channelStates(Channels channels, Guards guards) {
    return () -> channels.lanes().stream().map(lanes -> guards.state(lanes.channel())).toList();
  }

  @Bean
  RunUntilShutdown lanesMoving(List<Sweep> sweeps, LaneLeases leases, Threads threads, Settings settings) {
    return new RunUntilShutdown(sweeps, leases.leases(), threads.letters(), settings.sweep());
  }
}
