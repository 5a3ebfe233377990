package jp.tsunagu.portal.board;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Whose work is counted, of which time.
 *
 * @param organisation whose cases and hand-overs alone; null for everybody's
 */
record Scope(@Nullable String organisation, Period period, Instant now) {
  boolean includes(Mark mark) {
    return (mark.day() == null || period.includes(mark.day())) && concerns(mark.from(), mark.to());
  }

  /** Whether what one organisation or the other did is counted. */
  boolean concerns(String from, String to) {
    return mine(from) || mine(to);
  }

  private boolean mine(String who) {
    return organisation == null || organisation.equals(who);
  }
}
