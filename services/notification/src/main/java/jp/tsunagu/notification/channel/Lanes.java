package jp.tsunagu.notification.channel;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

import org.bson.conversions.Bson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import com.mongodb.client.model.Sorts;

import jp.tsunagu.contracts.NotificationMessage.Channel;
import jp.tsunagu.contracts.NotificationMessage.NoticeKind;
import jp.tsunagu.journal.Leases;
import jp.tsunagu.notification.NoticeDecider;
import jp.tsunagu.runtime.journal.MongoJournal;

/**
 * The lanes of one channel, one per recipient. A lane is only a name and the notices that wait under it; while it moves it
 * has a thread of its own, and {@link #nudge} starts it, {@link #sweep} whatever a nudge missed.
 */
public final class Lanes {
  private static final Logger log = LoggerFactory.getLogger(Lanes.class);

  private final Channel channel;
  private final MongoJournal<?> journal;
  private final Carrier carrier;
  private final Ledger ledger;
  private final Leases leases;
  private final Rests rests;
  private final Executor threads;
  private final String fact;
  /** Lanes that move; true when another nudge came meanwhile. */
  private final ConcurrentHashMap<String, Boolean> moving = new ConcurrentHashMap<>();

  /** Where it is written down how a letter ended. */
  interface Ledger {
    void ended(String noticeId, Channel channel, Carrier.Carried how);
  }

  Lanes(MongoJournal<?> journal, Carrier carrier, Ledger ledger, Leases leases, Rests rests, Executor threads) {
    this.channel = carrier.channel();
    this.journal = journal;
    this.carrier = carrier;
    this.ledger = ledger;
    this.leases = leases;
    this.rests = rests;
    this.threads = threads;
    this.fact = "facts." + NoticeDecider.lane(channel);
  }

  Channel channel() {
    return channel;
  }

  /** Something waits for this recipient; it goes out soon, if the lane is ours to move. */
  public void nudge(String recipient) {
    if (rests.contains(recipient) || !ours(recipient)) return;
    if (moving.merge(recipient, false, (_, _) -> true)) return;
    threads.execute(() -> moveWhileNudged(recipient));
  }

  /** From lane to lane by the index, never over what waits in them: its cost is the number of lanes that wait. */
  public void sweep() {
    Optional<String> lane = laneAfter("");
    while (lane.isPresent() && carrier.ready()) {
      nudge(lane.get());
      lane = laneAfter(lane.get());
    }
  }

  private Optional<String> laneAfter(String last) {
    return journal.facts(gt(fact, last), Sorts.ascending(fact), 1).stream()
        .map(found -> found.facts().getString(NoticeDecider.lane(channel)))
        .findFirst();
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
      if (!(e instanceof NotNow)) log.warn("the {} lane of {} stopped and will be tried again: {}", channel, recipient, e.toString());
    }
  }

  /** Until nothing waits, the lane is another's, or the carrier does not get through. */
  private void move(String recipient) {
    for (Optional<Letter> letter = first(recipient); letter.isPresent() && ours(recipient); letter = first(recipient)) {
      ledger.ended(letter.get().noticeId(), channel, carrier.carry(letter.get()));
      rests.end(recipient);
    }
  }

  private Optional<Letter> first(String recipient) {
    Bson oldest = Sorts.ascending("facts." + NoticeDecider.RAISED_AT);
    List<MongoJournal.Indexed> waiting = journal.facts(eq(fact, recipient), oldest, 1);
    return waiting.stream().map(found -> new Letter(found.stream().substring(found.stream().indexOf('-') + 1),
        NoticeKind.valueOf(found.facts().getString(NoticeDecider.KIND)), recipient)).findFirst();
  }
}
