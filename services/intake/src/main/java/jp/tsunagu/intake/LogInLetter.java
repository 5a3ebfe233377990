package jp.tsunagu.intake;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.contracts.Party;

/**
 * 初回ログインの手紙: whoever wrote it may know the reader's password, and so see what the reader sees.
 *
 * @param writer a worker's id
 */
public record LogInLetter(Party reader, String writer, Instant at) {
  /**
   * Whether it makes its reader somebody whom a barred worker has let in.
   *
   * @param barred since when its writer has been barred
   * @param again  when its reader was last let in again by whoever holds the case, who knew what they did; null for never
   * @param reach  a letter that was older than this when its writer was barred was written for its own sake
   */
  boolean counts(Instant barred, @Nullable Instant again, Duration reach) {
    return !at.isBefore(barred.minus(reach)) && (again == null || at.isAfter(again));
  }
}
