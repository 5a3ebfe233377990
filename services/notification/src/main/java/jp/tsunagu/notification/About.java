package jp.tsunagu.notification;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.contracts.NotificationMessage.NoticeKind;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.contracts.Urgency;

/**
 * What a notice says, and to whom.
 *
 * @param deadlineKey the step it is about, when acknowledging it stops a ladder
 * @param urgency     of the matter, where it was said
 */
public record About(NoticeKind kind, Party recipient, @Nullable String deadlineKey, Instant raisedAt, @Nullable Urgency urgency) {
  public About(NoticeKind kind, Party recipient, @Nullable String deadlineKey, Instant raisedAt) {
    this(kind, recipient, deadlineKey, raisedAt, null);
  }

  /** Neither quiet hours nor a digest hold it back. */
  public boolean urgent() {
    return Weight.of(kind).atAnyHour() || urgency == Urgency.EMERGENCY || urgency == Urgency.URGENT;
  }

  public boolean climbs() {
    return Weight.of(kind).climbs();
  }
}
