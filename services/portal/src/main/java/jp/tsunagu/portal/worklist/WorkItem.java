package jp.tsunagu.portal.worklist;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.contracts.NotificationMessage.NoticeKind;
import jp.tsunagu.contracts.StepKind;

/**
 * One thing to do.
 *
 * @param kind    {@link Kind#OVERDUE} once the date of a step has passed
 * @param what    the step itself; null for a notice
 * @param about   what a notice tells; null for a step
 * @param addressHidden 住所秘匿
 * @param standingInFor the colleague whose it is and who is away; null for what is one's own
 * @param dueAt   for a notice: until when it should be acknowledged
 */
public record WorkItem(Kind kind, @Nullable StepKind what, @Nullable NoticeKind about, String caseId, @Nullable String referralId,
    @Nullable String checkInId, @Nullable String noticeId, Instant dueAt, boolean overdue, boolean addressHidden,
    @Nullable String standingInFor) {
  public WorkItem(Kind kind, @Nullable StepKind what, @Nullable NoticeKind about, String caseId, @Nullable String referralId,
      @Nullable String checkInId, @Nullable String noticeId, Instant dueAt, boolean overdue) {
    this(kind, what, about, caseId, referralId, checkInId, noticeId, dueAt, overdue, false, null);
  }

  public WorkItem withAddressHidden() {
    return new WorkItem(kind, what, about, caseId, referralId, checkInId, noticeId, dueAt, overdue, true, standingInFor);
  }

  WorkItem of(String worker) {
    return new WorkItem(kind, what, about, caseId, referralId, checkInId, noticeId, dueAt, overdue, addressHidden, worker);
  }

  public enum Kind {
    ANSWER, FIRST_CONTACT, CHECK_IN, NEXT_STEP, OVERDUE, ACKNOWLEDGE
  }
}
