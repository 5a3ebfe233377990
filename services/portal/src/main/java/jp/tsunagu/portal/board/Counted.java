package jp.tsunagu.portal.board;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.calendar.OfficeCalendar;
import jp.tsunagu.portal.ledger.Referral;

/** What is counted. The same rule counts the cases and names them, so a list is always as long as its figure says. */
public enum Counted {
  /** By how the person came. */
  OPENED((c, _) -> Stream.of(Mark.of(c.openedBy(), c.openedAt(), code(c.channel())))),
  /** By why. */
  CLOSED((c, _) -> Stream.ofNullable(c.closedAt()).map(at -> Mark.of(c.openedBy(), at, code(c.closing())))),
  /** Each of the following, to {@link #WAITING}, of the hand-overs that were proposed in the period: how far it ever came. */
  PROPOSED(proposed(_ -> true, Handover::to)), ACCEPTED(proposed(Handover::accepted, Handover::to)), CONNECTED(
      proposed(Handover::connected, Handover::to)),
  /** By how it came out. */
  COMPLETED(proposed(h -> h.outcome() != null, Handover::outcome)),
  /** By why. */
  DECLINED(proposed(h -> h.declinedAt() != null, Handover::reason)), WITHDRAWN(
      proposed(h -> h.state() == Referral.State.WITHDRAWN, Handover::to)), RETURNED(
          proposed(Handover::cameBack, Handover::to)), NOT_REACHED(
              proposed(h -> h.state() == Referral.State.NOT_REACHED, Handover::to)), WAITING(proposed(Handover::waits, Handover::to)),
  /** What waits now, by the receiving organisation; of no period. */
  WAITING_NOW((c, _) -> c.handovers().stream().filter(Handover::waits).map(Mark::now)), LATE_NOW(
      (c, now) -> c.handovers().stream().filter(h -> h.late(now)).map(Mark::now)),
  /** 近況確認, by the organisation that has to make it. */
  PLANNED(checkIns(_ -> true)), RECORDED(checkIns(i -> i.reached() != null)), REACHED(checkIns(i -> Boolean.TRUE.equals(i.reached())));

  private final BiFunction<CaseFigures, Instant, Stream<Mark>> counting;

  Counted(BiFunction<CaseFigures, Instant, Stream<Mark>> counting) {
    this.counting = counting;
  }

  private static BiFunction<CaseFigures, Instant, Stream<Mark>> proposed(Predicate<Handover> which,
      Function<Handover, @Nullable Object> by) {
    return (c, _) -> c.handovers().stream().filter(which).map(h -> Mark.proposed(h, code(by.apply(h))));
  }

  private static BiFunction<CaseFigures, Instant, Stream<Mark>> checkIns(Predicate<CaseFigures.CheckIn> which) {
    return (c, now) -> c.checkIns().stream().filter(i -> over(i, now)).filter(which)
        .map(i -> Mark.of(i.organisation(), i.day(), i.organisation()));
  }

  /** Its day is, or it was recorded before it; and the end of a case did not make it needless. */
  private static boolean over(CaseFigures.CheckIn i, Instant now) {
    return !i.ended() && (i.reached() != null || i.day().isBefore(OfficeCalendar.dayOf(now)));
  }

  private static String code(@Nullable Object code) {
    return Objects.toString(code, "");
  }

  /** One for each time the case is counted, as things stand now. */
  Stream<Mark> marks(CaseFigures c, Instant now) {
    return counting.apply(c, now);
  }

  /** @param code only those counted under it; empty for all */
  List<String> cases(Scope scope, Collection<CaseFigures> cases, String code) {
    return cases.stream().filter(c -> marks(c, scope.now()).filter(scope::includes).anyMatch(m -> code.isEmpty() || m.code().equals(code)))
        .map(CaseFigures::caseId).toList();
  }
}
