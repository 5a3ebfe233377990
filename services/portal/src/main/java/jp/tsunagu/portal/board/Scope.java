package jp.tsunagu.portal.board;

import java.time.Instant;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.calendar.OfficeCalendar;

/**
 * Whose work is counted, of which time.
 *
 * @param organisation whose cases and hand-overs alone; null for everybody's
 */
record Scope(@Nullable String organisation, Period period, Instant now) {
  boolean opened(CaseFigures c) {
    return mine(c.openedBy()) && period.includes(c.openedAt());
  }

  boolean closed(CaseFigures c) {
    return mine(c.openedBy()) && c.closedAt() != null && period.includes(c.closedAt());
  }

  Stream<Handover> handovers(CaseFigures c) {
    return c.handovers().stream().filter(h -> mine(h.from()) || mine(h.to()));
  }

  Stream<Handover> proposed(CaseFigures c) {
    return handovers(c).filter(h -> period.includes(h.proposedAt()));
  }

  /** Those whose day is over, or that were recorded before it. */
  Stream<CaseFigures.CheckIn> checkIns(CaseFigures c) {
    return c.checkIns().stream().filter(i -> mine(i.organisation()) && !i.ended() && period.includes(i.day()))
        .filter(i -> i.reached() != null || i.day().isBefore(OfficeCalendar.dayOf(now)));
  }

  private boolean mine(String who) {
    return organisation == null || organisation.equals(who);
  }
}
