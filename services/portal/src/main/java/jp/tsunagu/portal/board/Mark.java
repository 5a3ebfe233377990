package jp.tsunagu.portal.board;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.calendar.OfficeCalendar;

/**
 * That a case is counted once.
 *
 * @param day  on which; null for what is of no period
 * @param from whose it is
 * @param to   whose it is besides; the same organisation where it is of one alone
 * @param code of a breakdown; empty where it has none
 */
record Mark(@Nullable LocalDate day, String from, String to, String code) {
  static Mark of(String organisation, LocalDate day, String code) {
    return new Mark(day, organisation, organisation, code);
  }

  static Mark of(String organisation, Instant at, String code) {
    return of(organisation, OfficeCalendar.dayOf(at), code);
  }

  /** By the day of the proposal, whenever it came to what is counted. */
  static Mark proposed(Handover h, String code) {
    return new Mark(OfficeCalendar.dayOf(h.proposedAt()), h.from(), h.to(), code);
  }

  /** By the receiving organisation, and of no period. */
  static Mark now(Handover h) {
    return new Mark(null, h.from(), h.to(), h.to());
  }
}
