package jp.tsunagu.portal.http;

import java.time.InstantSource;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.swagger.v3.oas.annotations.Operation;
import jp.tsunagu.calendar.OfficeCalendar;
import jp.tsunagu.portal.board.Figures;
import jp.tsunagu.portal.board.Period;
import jp.tsunagu.portal.read.BoardReading;
import jp.tsunagu.runtime.http.Caller;
import jp.tsunagu.runtime.http.Problem;

/** What the network does, in figures. */
@RestController
class BoardController {
  private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
  private static final LocalDate LATEST = LocalDate.of(2999, 12, 31);

  private final BoardReading reading;
  private final InstantSource clock;

  BoardController(BoardReading reading, InstantSource clock) {
    this.reading = reading;
    this.clock = clock;
  }

  /**
   * @param from the first day; the fiscal year's if it is absent
   * @param to   the last day; the end of the fiscal year that {@code from} is in if it is absent
   */
  @GetMapping("/api/board")
  @Operation(summary = "Figures of a period: everybody's for administrators and the secretariat, without counts under 5; for managers "
      + "exactly those of their organisation. Times are in hours.")
  Figures board(@RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
      @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to, Caller caller) {
    return reading.of(caller, period(from, to));
  }

  private Period period(@Nullable LocalDate from, @Nullable LocalDate to) {
    countable("from", from);
    countable("to", to);
    LocalDate day = to == null ? OfficeCalendar.dayOf(clock.instant()) : to;
    LocalDate first = from == null ? Period.fiscalYearOf(day).from() : from;
    LocalDate last = to == null ? Period.fiscalYearOf(first).to() : to;
    if (last.isBefore(first)) throw Problem.malformed("to", "before-from", "The last day is not before the first.");
    return new Period(first, last);
  }

  private static void countable(String field, @Nullable LocalDate day) {
    if (day != null && (day.isBefore(EARLIEST) || day.isAfter(LATEST)))
      throw Problem.malformed(field, "out-of-range", "Days are between " + EARLIEST + " and " + LATEST + ".");
  }
}
