package jp.tsunagu.followup;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import jp.tsunagu.contracts.FollowUpMessage.Rung;
import jp.tsunagu.contracts.Step;
import jp.tsunagu.contracts.StepKind;

/** How the dates of a watch move, by step key, whether its case is open or not. */
final class Dates {
  private Dates() {}

  static Map<String, Deadline> after(Map<String, Deadline> dates, WatchEvent event) {
    return switch (event) {
      case WatchEvent.Armed e -> with(dates, new Deadline.Armed(e.step()));
      case WatchEvent.Passed e -> with(dates, new Deadline.Overdue(e.step(), e.at(), Rung.WORKER, e.at()));
      case WatchEvent.Escalated e -> escalated(dates, e);
      case WatchEvent.Acknowledged e -> with(dates, new Deadline.Resting(known(dates, e.key()).step(), e.by(), e.restsUntil()));
      case WatchEvent.Settled e -> changed(dates, all -> all.remove(e.key()));
      case WatchEvent.Followed _,WatchEvent.CircleNoted _,WatchEvent.CheckInPlanned _,WatchEvent.CheckInReassigned _,WatchEvent.CheckInRecorded _,WatchEvent.Ended _,WatchEvent.Resumed _ ->
        dates;
    };
  }

  /** The journey plans it and ends with it; a check-in is the watch's own, and a receipt is owed to the law. */
  static boolean ofJourney(Step step) {
    return switch (step.what()) {
      case NEXT_STEP, ANSWER, QUESTION, WAITLIST_REVIEW, FIRST_CONTACT, VISIT, WATCHER, RETURN_ANSWER, WITHDRAWAL -> true;
      case CHECK_IN, REPORT_RECEIPT -> false;
    };
  }

  /** It is somebody's duty and no date with the person: it neither keeps a case going nor ends with it. */
  static boolean ofReport(Step step) {
    return step.what() == StepKind.REPORT_RECEIPT;
  }

  /** The backstop is told beside the first rung and does not move the ladder. */
  private static Map<String, Deadline> escalated(Map<String, Deadline> dates, WatchEvent.Escalated e) {
    if (e.rung() == Rung.BACKSTOP) return dates;
    Deadline before = known(dates, e.step().key());
    Instant passedAt = before instanceof Deadline.Overdue overdue ? overdue.passedAt() : e.step().dueAt();
    return with(dates, new Deadline.Overdue(e.step(), passedAt, e.rung(), e.nextRungAt()));
  }

  private static Deadline known(Map<String, Deadline> dates, String key) {
    return Optional.ofNullable(dates.get(key)).orElseThrow();
  }

  private static Map<String, Deadline> with(Map<String, Deadline> dates, Deadline one) {
    return changed(dates, all -> all.put(one.step().key(), one));
  }

  private static Map<String, Deadline> changed(Map<String, Deadline> dates, Consumer<Map<String, Deadline>> change) {
    var all = new LinkedHashMap<>(dates);
    change.accept(all);
    return all;
  }
}
