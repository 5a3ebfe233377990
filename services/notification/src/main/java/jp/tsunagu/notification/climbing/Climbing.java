package jp.tsunagu.notification.climbing;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lte;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import com.mongodb.client.model.Sorts;

import jp.tsunagu.journal.CommandHandler;
import jp.tsunagu.notification.Notice;
import jp.tsunagu.notification.NoticeCommand;
import jp.tsunagu.notification.NoticeEvent;
import jp.tsunagu.notification.NoticeFacts;
import jp.tsunagu.notification.channel.LaneLeases;
import jp.tsunagu.notification.channel.Sweep;
import jp.tsunagu.runtime.journal.Journals;
import jp.tsunagu.runtime.journal.MongoJournal;

/** Finds the notices that have to climb. Its cost grows with these, not with how many wait to be read. */
@Component
class Climbing implements Sweep {
  private static final Logger log = LoggerFactory.getLogger(Climbing.class);
  private static final String DUE = "facts." + NoticeFacts.CLIMB_AT;
  private static final int AT_ONCE = 200;

  private final Journals journals;
  private final LaneLeases leases;
  private final NextRung next;
  private final InstantSource clock;

  /** {@code notices} is asked for because it opens the journal. */
  Climbing(CommandHandler<NoticeCommand, NoticeEvent, Notice> notices, Journals journals, LaneLeases leases, NextRung next,
      InstantSource clock) {
    this.journals = journals;
    this.leases = leases;
    this.next = next;
    this.clock = clock;
  }

  @Override
  public void sweep() {
    Instant now = clock.instant();
    Instant last = Instant.EPOCH;
    List<MongoJournal.Indexed> due;
    do {
      due = after(last, now);
      due.stream().filter(this::ours).forEach(one -> climb(one, now));
      if (!due.isEmpty()) last = due.getLast().facts().get(NoticeFacts.CLIMB_AT, Date.class).toInstant();
    } while (due.size() == AT_ONCE);
  }

  private List<MongoJournal.Indexed> after(Instant last, Instant now) {
    return journals.journal(Notice.PREFIX).facts(and(gt(DUE, Date.from(last)), lte(DUE, Date.from(now))), Sorts.ascending(DUE), AT_ONCE);
  }

  private boolean ours(MongoJournal.Indexed found) {
    return leases.leases().token(journals.journal(Notice.PREFIX).bucketOf(found.stream())).isPresent();
  }

  /** One that cannot be told of now is found again by the next sweep, and keeps none of the others. */
  private void climb(MongoJournal.Indexed found, Instant now) {
    try {
      next.climb(found.stream(), found.caseId(), now);
    } catch (RuntimeException e) {
      log.warn("the unread notice {} could not climb and will be tried again: {}", found.stream(), e.toString());
    }
  }
}
