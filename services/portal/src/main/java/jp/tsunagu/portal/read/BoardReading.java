package jp.tsunagu.portal.read;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import jp.tsunagu.calendar.OfficeCalendar;
import jp.tsunagu.portal.board.Board;
import jp.tsunagu.portal.board.Boards;
import jp.tsunagu.portal.board.Counted;
import jp.tsunagu.portal.board.Figures;
import jp.tsunagu.portal.board.Measures;
import jp.tsunagu.portal.board.Period;
import jp.tsunagu.runtime.http.Caller;
import jp.tsunagu.runtime.http.Problem;
import jp.tsunagu.runtime.http.Role;

/** Who reads which figures: administrators and the secretariat everybody's, managers exactly those of their own organisation. */
public final class BoardReading {
  private final Boards boards;
  private final Measures measures;
  private final Function<String, Set<String>> barredTo;
  private final InstantSource clock;

  /** @param barredTo from which cases a worker is barred; they are not counted for them either */
  public BoardReading(Boards boards, Measures measures, Function<String, Set<String>> barredTo, InstantSource clock) {
    this.boards = boards;
    this.measures = measures;
    this.barredTo = barredTo;
    this.clock = clock;
  }

  public static boolean mayRead(Caller caller) {
    return all(caller) || caller.is(Role.MANAGER);
  }

  private static boolean all(Caller caller) {
    return caller.is(Role.ADMINISTRATOR) || caller.is(Role.SECRETARIAT);
  }

  /** @throws Problem 403 for everybody else */
  public Figures of(Caller caller, Period period) {
    if (!mayRead(caller)) throw Problem.forbidden("not-yours-to-watch", "The board is for managers, the secretariat and administrators.");
    Instant asOf = boards.asOf().orElse(null);
    if (all(caller)) return measured(Figures.of(boards.of(null, period), null, asOf, false), period);
    Board own = boards.of(caller.organisation(), period, barredTo.apply(caller.worker()));
    return measured(Figures.of(own, caller.organisation(), asOf, true), period);
  }

  /** Of quarters that are over alone: from two answers a day apart one person's could be had otherwise. */
  private Figures measured(Figures figures, Period period) {
    return period.quartersOver(OfficeCalendar.dayOf(clock.instant()))
        .flatMap(over -> measures.of(over, figures.organisation()).map(counts -> figures.with(over, counts))).orElse(figures);
  }

  /**
   * The cases behind a figure of the manager's own organisation; of these the manager sees what is theirs to see.
   *
   * @param code of a breakdown; empty for the whole figure
   * @throws Problem 403 for everybody else
   */
  public List<String> cases(Caller caller, Period period, Counted what, String code) {
    if (!listed(caller)) throw Problem.forbidden("not-yours-to-watch", "Cases are named to the managers of their organisations.");
    return boards.cases(caller.organisation(), period, what, code, barredTo.apply(caller.worker()));
  }

  /** Whether figures lead to lists: not for those who see figures and no cases. */
  public static boolean listed(Caller caller) {
    return caller.is(Role.MANAGER) && !all(caller);
  }
}
