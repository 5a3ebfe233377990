package jp.tsunagu.notification.channel;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;

import jp.tsunagu.notification.Notice;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;

import org.bson.Document;
import org.bson.conversions.Bson;

import com.mongodb.client.model.Sorts;

import jp.tsunagu.contracts.NotificationMessage.Channel;
import jp.tsunagu.contracts.NotificationMessage.NoticeKind;
import jp.tsunagu.notification.NoticeFacts;
import jp.tsunagu.runtime.journal.MongoJournal;

/** What waits in the lanes of one channel, found by the index on the lane and on when it may go out. */
final class Waiting {
  /** In one letter; what is above goes into the next. */
  private static final int MOST = 200;
  private static final String FACT = "facts.";

  private final MongoJournal<?> journal;
  private final String lane;

  Waiting(MongoJournal<?> journal, Channel channel) {
    this.journal = journal;
    this.lane = NoticeFacts.lane(channel);
  }

  /** @param from when the first letter of this lane may go out */
  record Lane(String recipient, Instant from) {}

  record Held(Letter.Item item, Instant notBefore, Instant raisedAt) {
    private static final Comparator<Held> IN_ORDER = Comparator.comparing((Held h) -> !h.item().urgent()).thenComparing(Held::raisedAt);
  }

  /** From lane to lane, never over what waits in them. */
  Optional<Lane> laneAfter(String last) {
    return journal.facts(gt(FACT + lane, last), soonest(FACT + lane, FACT + NoticeFacts.NOT_BEFORE), 1).stream()
        .map(found -> new Lane(found.facts().getString(lane), notBefore(found.facts()))).findFirst();
  }

  /** As they are to be read: what is urgent first, then the oldest first. */
  List<Held> in(String recipient) {
    return journal.facts(eq(FACT + lane, recipient), soonest(FACT + NoticeFacts.NOT_BEFORE), MOST).stream().map(Waiting::held)
        .sorted(Held.IN_ORDER).toList();
  }

  private static Bson soonest(String... facts) {
    return Sorts.ascending(facts);
  }

  private static Held held(MongoJournal.Indexed found) {
    Document facts = found.facts();
    var item = new Letter.Item(Notice.idOf(found.stream()), found.caseId(),
        NoticeKind.valueOf(facts.getString(NoticeFacts.KIND)), facts.getBoolean(NoticeFacts.URGENT, false));
    return new Held(item, notBefore(facts), facts.get(NoticeFacts.RAISED_AT, Date.class).toInstant());
  }

  /** Notices of an earlier version have no such fact and are not held back. */
  private static Instant notBefore(Document facts) {
    Date from = facts.get(NoticeFacts.NOT_BEFORE, Date.class);
    return from == null ? Instant.EPOCH : from.toInstant();
  }
}
