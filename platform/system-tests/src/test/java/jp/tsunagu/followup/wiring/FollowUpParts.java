package jp.tsunagu.followup.wiring;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;

import com.mongodb.client.MongoDatabase;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jp.tsunagu.followup.Watch;
import jp.tsunagu.followup.WatchCommand;
import jp.tsunagu.followup.WatchDecider;
import jp.tsunagu.followup.WatchEvent;
import jp.tsunagu.followup.sweep.DueSweep;
import jp.tsunagu.followup.sweep.SweepMeters;
import jp.tsunagu.journal.CommandHandler;
import jp.tsunagu.runtime.boot.TsunaguProperties;
import jp.tsunagu.runtime.directory.DirectoryView;
import jp.tsunagu.runtime.journal.EventTypes;
import jp.tsunagu.runtime.journal.Journals;
import jp.tsunagu.runtime.relay.StoreClock;
import jp.tsunagu.systemtests.simulation.Settings;

/** The service's own wiring, for the simulation. It stands in this package because the wiring is the service's own business. */
public final class FollowUpParts {
  private static final FollowUpConfiguration WIRING = new FollowUpConfiguration();
  private static final FollowUpProperties PROPERTIES = Settings.of("follow-up", "tsunagu.follow-up", FollowUpProperties.class);
  private static final TsunaguProperties DEFAULTS = Settings.of("follow-up", "tsunagu", TsunaguProperties.class);
  public static final WatchDecider DECIDER = new WatchDecider(PROPERTIES.policy());

  public static final EventTypes<WatchEvent> EVENTS = FollowUpConfiguration.EVENTS;

  private FollowUpParts() {}

  public static CommandHandler<WatchCommand, WatchEvent, Watch> watches(Journals journals) {
    return WIRING.watches(journals, PROPERTIES);
  }

  public static DueSweep sweep(CommandHandler<WatchCommand, WatchEvent, Watch> watches, Journals journals, DirectoryView directory,
      MongoDatabase database, StoreClock storeClock, InstantSource clock, String instance) {
    var service = new TsunaguProperties("follow-up", instance, "", Map.of(), List.of(), new TsunaguProperties.Client(""), DEFAULTS.kafka(),
        DEFAULTS.http(), DEFAULTS.relay(), DEFAULTS.tls(), DEFAULTS.build());
    return WIRING.dueSweep(watches, journals, WIRING.ticks(directory), database, storeClock, clock, service, PROPERTIES,
        new SweepMeters(new SimpleMeterRegistry()));
  }
}
