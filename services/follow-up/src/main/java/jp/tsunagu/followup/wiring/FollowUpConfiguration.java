package jp.tsunagu.followup.wiring;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

import com.mongodb.client.MongoDatabase;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jp.tsunagu.followup.Watch;
import jp.tsunagu.followup.WatchCommand;
import jp.tsunagu.followup.WatchDecider;
import jp.tsunagu.followup.WatchEvent;
import jp.tsunagu.followup.inbox.Reactions;
import jp.tsunagu.followup.outbox.WatchOutbox;
import jp.tsunagu.followup.sweep.DueSweep;
import jp.tsunagu.followup.sweep.IndexedWatches;
import jp.tsunagu.followup.sweep.RunUntilShutdown;
import jp.tsunagu.followup.sweep.SweepMeters;
import jp.tsunagu.followup.sweep.Ticks;
import jp.tsunagu.journal.CommandHandler;
import jp.tsunagu.journal.Outbox;
import jp.tsunagu.runtime.access.AccessLog;
import jp.tsunagu.runtime.boot.TsunaguProperties;
import jp.tsunagu.runtime.directory.DirectoryView;
import jp.tsunagu.runtime.inbox.Inbox;
import jp.tsunagu.runtime.journal.Aggregate;
import jp.tsunagu.runtime.journal.EventTypes;
import jp.tsunagu.runtime.journal.Journals;
import jp.tsunagu.runtime.journal.MongoJournal;
import jp.tsunagu.runtime.relay.MongoLeases;
import jp.tsunagu.runtime.relay.StoreClock;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FollowUpProperties.class)
class FollowUpConfiguration {
  static final EventTypes<WatchEvent> EVENTS = EventTypes.of(Map.ofEntries(
      Map.entry("watch.followed.v1", WatchEvent.Followed.class), Map.entry("watch.circle-noted.v1", WatchEvent.CircleNoted.class),
      Map.entry("watch.armed.v1", WatchEvent.Armed.class), Map.entry("watch.settled.v1", WatchEvent.Settled.class),
      Map.entry("watch.passed.v1", WatchEvent.Passed.class), Map.entry("watch.escalated.v1", WatchEvent.Escalated.class),
      Map.entry("watch.acknowledged.v1", WatchEvent.Acknowledged.class),
      Map.entry("watch.check-in-planned.v1", WatchEvent.CheckInPlanned.class),
      Map.entry("watch.check-in-recorded.v1", WatchEvent.CheckInRecorded.class),
      Map.entry("watch.check-in-reassigned.v1", WatchEvent.CheckInReassigned.class), Map.entry("watch.ended.v1", WatchEvent.Ended.class),
      Map.entry("watch.resumed.v1", WatchEvent.Resumed.class)));

  @Bean
  CommandHandler<WatchCommand, WatchEvent, Watch> watches(Journals journals, FollowUpProperties properties) {
    return journals.open(new Aggregate<>("watch", new WatchDecider(properties.policy()), EVENTS, Outbox.perEvent(WatchOutbox::message),
        List.of(IndexedWatches.INDEX, WatchDecider.WORKERS, WatchDecider.MEASURED)));
  }

  @Bean
  AccessLog accessLog(MongoDatabase database, TsunaguProperties service) {
    return new AccessLog(database, service.instance());
  }

  @Bean
  Consumer<Message<List<byte[]>>> messages(Inbox inbox, Reactions reactions) {
    return inbox.reaction("watches", reactions);
  }

  @Bean
  Ticks ticks(DirectoryView directory) {
    return new Ticks(directory);
  }

  @Bean
  SweepMeters sweepMeters(ObjectProvider<MeterRegistry> registry) {
    return new SweepMeters(registry.getIfAvailable(SimpleMeterRegistry::new));
  }

  /** {@code watches} is asked for because it opens the journal. */
  @Bean
  DueSweep dueSweep(CommandHandler<WatchCommand, WatchEvent, Watch> watches, Journals journals, Ticks ticks, MongoDatabase database,
      StoreClock storeClock, InstantSource clock, TsunaguProperties service, FollowUpProperties properties,
      SweepMeters meters) {
    var leases = new MongoLeases(database, storeClock, "sweep", MongoJournal.BUCKETS, service.instance());
    var watching = new IndexedWatches(journals.journal("watch"));
    meters.watch(() -> watching.longest(clock.instant()));
    return new DueSweep(watches, watching, leases, ticks, clock, properties.sweep().batch(), meters);
  }

  @Bean
  RunUntilShutdown sweeping(DueSweep sweep, FollowUpProperties properties) {
    return new RunUntilShutdown(sweep, properties.sweep().every());
  }
}
