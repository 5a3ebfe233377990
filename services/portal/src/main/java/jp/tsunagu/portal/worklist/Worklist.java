package jp.tsunagu.portal.worklist;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jp.tsunagu.contracts.Party;
import jp.tsunagu.contracts.Step;
import jp.tsunagu.contracts.StepKind;
import jp.tsunagu.portal.ledger.Ledgers;
import jp.tsunagu.portal.notices.Notice;
import jp.tsunagu.portal.worklist.WorkItem.Kind;

/**
 * Draws up a worker's list.
 *
 * @param noticeWithin how long a notice may wait before it counts as late
 */
public record Worklist(Duration noticeWithin) {
  private static final String CHECK_IN = "check-in:";

  /** What one worker owes, and in which cases. */
  public record Owing(Party worker, List<Ledgers.Owed> cases) {}

  /** @param absent colleagues for whom the worker stands in today */
  public List<WorkItem> of(Owing own, List<Owing> absent, List<Notice> notices, Instant now) {
    List<WorkItem> items = new ArrayList<>();
    for (Ledgers.Owed owed : own.cases()) items.addAll(steps(own.worker(), owed, now));
    for (Owing other : absent)
      for (Ledgers.Owed owed : other.cases())
        steps(other.worker(), owed, now).forEach(item -> items.add(item.of(other.worker().worker())));
    for (Notice notice : notices) items.add(acknowledge(notice, now));
    items.sort(Comparator.comparing(WorkItem::dueAt).thenComparing(WorkItem::caseId));
    return List.copyOf(items);
  }

  /** First contact, visit and watcher of one referral are one thing to do: meet the person. The earliest date counts. */
  private static List<WorkItem> steps(Party worker, Ledgers.Owed owed, Instant now) {
    Map<String, WorkItem> byMatter = new LinkedHashMap<>();
    for (Step step : owed.steps())
      if (step.owner().equals(worker)) byMatter.putIfAbsent(kind(step.what()) + "/" + matter(step), item(owed.caseId(), step, now));
    return byMatter.values().stream().map(item -> owed.addressHidden() ? item.withAddressHidden() : item).toList();
  }

  private static String matter(Step step) {
    return step.referralId() == null ? step.key() : step.referralId();
  }

  private static WorkItem item(String caseId, Step step, Instant now) {
    boolean overdue = step.dueAt().isBefore(now);
    String checkIn = step.key().startsWith(CHECK_IN) ? step.key().substring(CHECK_IN.length()) : null;
    return new WorkItem(overdue ? Kind.OVERDUE : kind(step.what()), step.what(), null, caseId, step.referralId(), checkIn, null,
        step.dueAt(), overdue);
  }

  private WorkItem acknowledge(Notice notice, Instant now) {
    Instant dueAt = notice.raisedAt().plus(noticeWithin);
    return new WorkItem(Kind.ACKNOWLEDGE, null, notice.kind(), notice.caseId(), null, null, notice.noticeId(), dueAt, dueAt.isBefore(now));
  }

  private static Kind kind(StepKind what) {
    return switch (what) {
      case ANSWER, QUESTION, RETURN_ANSWER -> Kind.ANSWER;
      case WITHDRAWAL -> Kind.ACKNOWLEDGE;
      case FIRST_CONTACT, VISIT, WATCHER -> Kind.FIRST_CONTACT;
      case CHECK_IN -> Kind.CHECK_IN;
      case NEXT_STEP, WAITLIST_REVIEW, REPORT_RECEIPT -> Kind.NEXT_STEP;
    };
  }
}
