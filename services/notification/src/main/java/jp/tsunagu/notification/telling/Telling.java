package jp.tsunagu.notification.telling;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.contracts.NotificationMessage.NoticeKind;
import jp.tsunagu.contracts.Party;

/** That somebody has to be told something. */
public record Telling(Party to, NoticeKind kind, @Nullable String deadlineKey) {
  static Telling of(Party to, NoticeKind kind) {
    return new Telling(to, kind, null);
  }
}
