package jp.tsunagu.notification.telling;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.contracts.NotificationMessage.NoticeKind;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.contracts.Urgency;
import jp.tsunagu.notification.About;

/** That somebody has to be told something. */
public record Telling(Party to, NoticeKind kind, @Nullable String deadlineKey, @Nullable Urgency urgency) {
  static Telling of(Party to, NoticeKind kind) {
    return new Telling(to, kind, null, null);
  }

  static Telling ofDate(Party to, String deadlineKey) {
    return new Telling(to, NoticeKind.DEADLINE_PASSED, deadlineKey, null);
  }

  Telling withUrgency(Urgency said) {
    return new Telling(to, kind, deadlineKey, said);
  }

  Telling to(Party other) {
    return new Telling(other, kind, deadlineKey, urgency);
  }

  public About about(Instant now) {
    return new About(kind, to, deadlineKey, now, urgency);
  }
}
