package jp.tsunagu.notification.channel;

import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import jp.tsunagu.contracts.NotificationMessage.Channel;
import jp.tsunagu.journal.Leases;
import jp.tsunagu.runtime.journal.MongoJournal;

/**
 * The lanes of one channel, one per recipient. A lane is only a name and the notices that wait under it; while it moves it
 * has a thread of its own, and {@link #nudge} starts it, {@link #sweep} whatever a nudge missed or what was held back until now.
 */
public final class Lanes {
  private static final Logger log = LoggerFactory.getLogger(Lanes.class);

  private final Carrier carrier;
  private final Waiting waiting;
  private final Letters letters;
  private final Ledger ledger;
  private final Leases leases;
  private final Rests rests;
  private final Executor threads;
  private final InstantSource clock;
  /** Lanes that move; true when another nudge came meanwhile. */
  private final ConcurrentHashMap<String, Boolean> moving = new ConcurrentHashMap<>();
  private volatile int waitingLanes;

  /** Where it is written down how a letter ended. */
  interface Ledger {
    void ended(Letter letter, Channel channel, Carrier.Carried how);
  }

  Lanes(Carrier carrier, Waiting waiting, Letters letters, Ledger ledger, Leases leases, Rests rests, Executor threads,
      InstantSource clock) {
    this.carrier = carrier;
    this.waiting = waiting;
    this.letters = letters;
    this.ledger = ledger;
    this.leases = leases;
    this.rests = rests;
    this.threads = threads;
    this.clock = clock;
  }

  Channel channel() {
    return carrier.channel();
  }

  boolean serves(String worker) {
    return carrier.serves(worker);
  }

  /** As the last sweep found them. */
  int waitingLanes() {
    return waitingLanes;
  }

  /** Something waits for this recipient; it goes out soon, if the lane is ours to move. */
  public void nudge(String recipient) {
    if (rests.contains(recipient) || !ours(recipient)) return;
    if (moving.merge(recipient, false, (_, _) -> true)) return;
    threads.execute(() -> moveWhileNudged(recipient));
  }

  /** Its cost is the number of lanes that wait, also of those whose letters are held back. */
  public void sweep() {
    int found = 0;
    var now = clock.instant();
    for (var lane = waiting.laneAfter(""); lane.isPresent(); lane = waiting.laneAfter(lane.get().recipient())) {
      found++;
      if (carrier.ready() && !lane.get().from().isAfter(now)) nudge(lane.get().recipient());
    }
    waitingLanes = found;
  }

  private boolean ours(String recipient) {
    return leases.token(Math.floorMod(recipient.hashCode(), MongoJournal.BUCKETS)).isPresent();
  }

  private void moveWhileNudged(String recipient) {
    try {
      do {
        moving.put(recipient, false);
        move(recipient);
      } while (!moving.remove(recipient, false));
    } catch (RuntimeException e) { // what waits is still found by the sweep
      rests.add(recipient);
      moving.remove(recipient);
      if (!(e instanceof NotNow)) log.warn("the {} lane of {} stopped and will be tried again: {}", channel(), recipient, e.toString());
    }
  }

  /** Until nothing waits, the lane is another's, or the carrier does not get through. */
  private void move(String recipient) {
    for (Optional<Letter> letter = letters.next(recipient); letter.isPresent() && ours(recipient); letter = letters.next(recipient)) {
      ledger.ended(letter.get(), channel(), carried(letter.get()));
      rests.end(recipient);
    }
  }

  private Carrier.Carried carried(Letter letter) {
    try {
      return carrier.carry(letter);
    } catch (NotNow e) {
      if (e.untaken()) letters.cameBack(letter.to());
      throw e;
    }
  }
}
