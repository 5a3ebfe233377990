package jp.tsunagu.followup;

import jp.tsunagu.journal.FreeText;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.calendar.Offices;
import jp.tsunagu.contracts.HeardHow;
import jp.tsunagu.contracts.Party;

/** Everything that can be asked of a watch. */
public sealed interface WatchCommand {
  /** @param sequence the ordinal of the news in the journey's stream; older than what was followed is no news */
  record Follow(long sequence, News news) implements WatchCommand {}

  /** News that arrived together, in their order. */
  record FollowAll(List<Follow> news) implements WatchCommand {
    public FollowAll {
      news = List.copyOf(news);
    }
  }

  /** {@code by} made a report of which a receipt is owed, from its own stream: nothing of the journey has to be known. */
  record ExpectReceipt(String reportId, Party by, Instant reportedAt) implements WatchCommand {}

  record ReceiptConfirmed(String reportId) implements WatchCommand {}

  /** The time is {@code now}: what has come due, passes and climbs. */
  record Tick(Instant now, Ladder ladder, Offices offices) implements WatchCommand {}

  /** A notice about this date could not be brought to {@code to}. */
  record Undelivered(String key, Party to, Tick tick) implements WatchCommand {}

  /** {@code by} has heard of the passed date and sees to it. */
  record Acknowledge(String key, Party by, Instant at) implements WatchCommand {}

  /** What a worker asks; nobody outside the circle learns that there is a watch. */
  sealed interface Act extends WatchCommand {
    Party by();

    /** Who is given something to do. */
    default List<Named> named() {
      return switch (this) {
        case ConfirmHeard _ -> List.of();
        case PlanCheckIn c -> List.of(new Named("worker", c.plan().worker()));
        case RecordResult c -> c.next() == null ? List.of() : List.of(new Named("next.worker", c.next().worker()));
        case Reassign c -> List.of(new Named("worker", c.to()));
      };
    }
  }

  /** @param field where in the request they stand */
  record Named(String field, NamedWorker worker) {
    public Optional<Party> party() {
      return Optional.ofNullable(worker.organisation()).map(worker::of);
    }
  }

  /**
   * Whoever was told of the passed date has heard of it.
   *
   * @param from who said so and how; null when {@code by} says it of themselves
   */
  record ConfirmHeard(Party by, String key, @Nullable Word from, Instant at) implements Act {}

  /** An answer that did not come over this system. */
  record Word(NamedWorker worker, HeardHow how) {}

  sealed interface OnCheckIn extends Act {}

  record PlanCheckIn(Party by, Plan plan, Instant at) implements OnCheckIn {}

  record RecordResult(Party by, String checkInId, CheckInResult result, @Nullable Plan next, Instant at) implements OnCheckIn {}

  record Reassign(Party by, String checkInId, NamedWorker to) implements OnCheckIn {}

  /** A check-in to be: its id is made by the door. */
  record Plan(String checkInId, LocalDate dueOn, NamedWorker worker, @Nullable FreeText how) {}
}
