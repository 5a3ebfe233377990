package jp.tsunagu.notification;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.contracts.Party;

/**
 * How far an unread notice has climbed.
 *
 * @param steps    how many times somebody else was told
 * @param next     when the next one is; null if nobody will be
 * @param last     who was told last
 * @param noticeId by which notice
 */
public record Ladder(int steps, @Nullable Instant next, @Nullable Party last, @Nullable String noticeId) {
  static Ladder from(@Nullable Instant climbAt) {
    return new Ladder(0, climbAt, null, null);
  }

  Ladder after(NoticeEvent.Climbed climbed) {
    return new Ladder(steps + 1, climbed.nextAt(), climbed.to(), climbed.noticeId());
  }

  Ladder ended() {
    return new Ladder(steps, null, last, noticeId);
  }
}
