package jp.tsunagu.followup.sweep;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import jp.tsunagu.followup.Watch;
import jp.tsunagu.followup.WatchCommand;
import jp.tsunagu.followup.WatchEvent;
import jp.tsunagu.journal.Actor;
import jp.tsunagu.journal.Cause;
import jp.tsunagu.journal.CommandHandler;
import jp.tsunagu.journal.Outcome;
import jp.tsunagu.runtime.relay.MongoLeases;

/**
 * Tells every watch whose date has come what time it is.
 *
 * <p>
 * Replicas share the work by leases, so that they do not do it twice; that it has no second effect if they do is the watch's
 * own doing.
 */
public final class DueSweep {
  private static final Logger log = LoggerFactory.getLogger(DueSweep.class);
  private static final Actor SELF = Actor.service("follow-up");

  private final CommandHandler<WatchCommand, WatchEvent, Watch> watches;
  private final DueWatches watching;
  private final MongoLeases leases;
  private final Ticks ticks;
  private final InstantSource clock;
  private final int batch;
  private final SweepMeters meters;
  private final Stumbled stumbled = new Stumbled();

  public DueSweep(CommandHandler<WatchCommand, WatchEvent, Watch> watches, DueWatches watching, MongoLeases leases, Ticks ticks,
      InstantSource clock, int batch, SweepMeters meters) {
    this.watches = watches;
    this.watching = watching;
    this.leases = leases;
    this.ticks = ticks;
    this.clock = clock;
    this.batch = batch;
    this.meters = meters;
  }

  /** Everything that is due now in our share. Returns how many watches were told. */
  public int run() {
    leases.renew();
    int told = 0;
    for (List<String> due = due(); !due.isEmpty(); due = due()) {
      due.forEach(this::tell);
      told += due.size();
      if (due.size() < batch) return told;
      leases.renew(); // a long backlog must not outlive the lease
    }
    return told;
  }

  /** A bounded number; what stumbled just now waits, so that it holds nobody up. */
  private List<String> due() {
    Collection<Integer> ours = leases.held().keySet();
    return ours.isEmpty() ? List.of() : watching.due(clock.instant(), ours, stumbled.now(), batch);
  }

  /** The cause is new each time: that the same moment is not counted twice is decided by the watch. */
  private void tell(String stream) {
    Instant now = clock.instant();
    try {
      String caseId = stream.substring(stream.indexOf('-') + 1);
      var outcome = watches.handle(stream, caseId, ticks.at(now), now, SELF, Cause.message("tick:" + UUID.randomUUID()), null);
      if (outcome instanceof Outcome.Done<WatchEvent, Watch> done && !done.repeated()) meters.told(done.events());
    } catch (RuntimeException e) {
      log.error("a date of {} has passed and cannot be recorded; it will be tried again: {}", stream, e.toString());
      stumbled.add(stream);
    }
  }

  public void release() {
    leases.releaseAll();
  }
}
