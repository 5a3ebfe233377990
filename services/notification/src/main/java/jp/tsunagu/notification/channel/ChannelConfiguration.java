package jp.tsunagu.notification.channel;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import com.mongodb.client.MongoDatabase;

import jp.tsunagu.journal.CommandHandler;
import jp.tsunagu.notification.Notice;
import jp.tsunagu.notification.NoticeCommand;
import jp.tsunagu.notification.NoticeEvent;
import jp.tsunagu.runtime.boot.TsunaguProperties;
import jp.tsunagu.runtime.journal.Journals;
import jp.tsunagu.runtime.journal.MongoJournal;
import jp.tsunagu.runtime.relay.MongoLeases;
import jp.tsunagu.runtime.relay.StoreClock;

/** Lanes for every carrier there is, each guarded on its own. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ChannelConfiguration.Settings.class)
class ChannelConfiguration {
  /**
   * @param sweep    how often waiting notices are looked for; the safety net behind the nudge
   * @param patience how long one attempt may take
   * @param away     how long a channel that is down is left alone
   * @param rest     how long a lane that did not get through rests the first time
   * @param longest  how long it rests at most
   */
  @ConfigurationProperties("tsunagu.notification.lanes")
  record Settings(Duration sweep, Duration patience, Duration away, Duration rest, Duration longest) {}

  /** Not a bean of its own type: the relay's leases are another kind. */
  record LaneLeases(MongoLeases leases) {}

  record Threads(ExecutorService letters) {}

  @Bean
  LaneLeases laneLeases(MongoDatabase database, StoreClock clock, TsunaguProperties service) {
    return new LaneLeases(new MongoLeases(database, clock, "lanes", MongoJournal.BUCKETS, service.instance()));
  }

  @Bean
  Threads threads() {
    return new Threads(Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("letter-", 0).factory()));
  }

  /** {@code notices} is asked for because it opens the journal. */
  @Bean
  Channels channels(List<Carrier> carriers, CommandHandler<NoticeCommand, NoticeEvent, Notice> notices, Journals journals,
      LaneLeases leases,
      Threads threads, InstantSource clock, Settings settings) {
    var ledger = new NoticeLedger(notices, clock);
    return new Channels(carriers.stream()
        .map(carrier -> new Lanes(journals.journal("notice"), new Guarded(carrier, settings.patience(), settings.away(), threads.letters()),
            ledger, leases.leases(), new Rests(settings.rest(), settings.longest()), threads.letters()))
        .toList());
  }

  @Bean
  RunUntilShutdown lanesMoving(Channels channels, LaneLeases leases, Threads threads, Settings settings) {
    return new RunUntilShutdown(channels, leases.leases(), threads.letters(), settings.sweep());
  }
}
