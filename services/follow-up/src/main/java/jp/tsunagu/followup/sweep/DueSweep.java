package jp.tsunagu.followup.sweep;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.nin;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import com.mongodb.client.model.Sorts;

import jp.tsunagu.followup.Ladder;
import jp.tsunagu.followup.Watch;
import jp.tsunagu.followup.WatchCommand;
import jp.tsunagu.followup.WatchDecider;
import jp.tsunagu.followup.WatchEvent;
import jp.tsunagu.journal.Actor;
import jp.tsunagu.journal.Cause;
import jp.tsunagu.journal.CommandHandler;
import jp.tsunagu.runtime.journal.MongoJournal;
import jp.tsunagu.runtime.relay.MongoLeases;

/**
 * Tells every watch whose date has come what time it is.
 *
 * <p>
 * Replicas share the work by leases, so that they do not do it twice; that it has no second effect if they do is the watch's
 * own doing. The lease's end is the database's time, when something is due is the service's clock.
 */
public final class DueSweep {
  private static final Logger log = LoggerFactory.getLogger(DueSweep.class);
  private static final Actor SELF = Actor.service("follow-up");

  private final CommandHandler<WatchCommand, WatchEvent, Watch> watches;
  private final MongoJournal<?> journal;
  private final MongoLeases leases;
  private final Ladder ladder;
  private final InstantSource clock;
  private final int batch;
  private final Stumbled stumbled = new Stumbled();

  public DueSweep(CommandHandler<WatchCommand, WatchEvent, Watch> watches, MongoJournal<?> journal, MongoLeases leases, Ladder ladder,
      InstantSource clock, int batch) {
    this.watches = watches;
    this.journal = journal;
    this.leases = leases;
    this.ladder = ladder;
    this.clock = clock;
    this.batch = batch;
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

  /** The longest due first, a bounded number; what stumbled just now waits, so that it holds nobody up. */
  private List<String> due() {
    Collection<Integer> ours = leases.held().keySet();
    if (ours.isEmpty()) return List.of();
    String dueAt = "facts." + WatchDecider.DUE_AT;
    var due = and(lte(dueAt, Date.from(clock.instant())), in("bucket", ours), nin("_id", stumbled.now()));
    return journal.find(due, Sorts.ascending(dueAt), batch);
  }

  /** The cause is new each time: that the same moment is not counted twice is decided by the watch. */
  private void tell(String stream) {
    Instant now = clock.instant();
    try {
      String caseId = stream.substring(stream.indexOf('-') + 1);
      watches.handle(stream, caseId, new WatchCommand.Tick(now, ladder), now, SELF, Cause.message("tick:" + UUID.randomUUID()), null);
    } catch (RuntimeException e) {
      log.error("a date of {} has passed and cannot be recorded; it will be tried again: {}", stream, e.toString());
      stumbled.add(stream);
    }
  }

  public void release() {
    leases.releaseAll();
  }
}
