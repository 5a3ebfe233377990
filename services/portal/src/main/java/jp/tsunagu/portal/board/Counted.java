package jp.tsunagu.portal.board;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.portal.ledger.Referral;

/** What is counted. The same rule counts the cases and names them, so a list is always as long as its figure says. */
public enum Counted {
  /** By how the person came. */
  OPENED((scope, c) -> scope.opened(c) ? Stream.of(code(c.channel())) : Stream.of()),
  /** By why. */
  CLOSED((scope, c) -> scope.closed(c) ? Stream.of(code(c.closing())) : Stream.of()),
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
  WAITING_NOW((scope, c) -> scope.handovers(c).filter(Handover::waits).map(Handover::to)), LATE_NOW(
      (scope, c) -> scope.handovers(c).filter(h -> h.late(scope.now())).map(Handover::to)),
  /** 近況確認, by the organisation that has to make it. */
  PLANNED(checkIns(_ -> true)), RECORDED(checkIns(i -> i.reached() != null)), REACHED(checkIns(i -> Boolean.TRUE.equals(i.reached())));

  /** One code for each time the case is counted; empty where it is counted without one. */
  private final BiFunction<Scope, CaseFigures, Stream<String>> counting;

  Counted(BiFunction<Scope, CaseFigures, Stream<String>> counting) {
    this.counting = counting;
  }

  private static BiFunction<Scope, CaseFigures, Stream<String>> proposed(Predicate<Handover> which,
      Function<Handover, @Nullable Object> by) {
    return (scope, c) -> scope.proposed(c).filter(which).map(h -> code(by.apply(h)));
  }

  private static BiFunction<Scope, CaseFigures, Stream<String>> checkIns(Predicate<CaseFigures.CheckIn> which) {
    return (scope, c) -> scope.checkIns(c).filter(which).map(CaseFigures.CheckIn::organisation);
  }

  private static String code(@Nullable Object code) {
    return Objects.toString(code, "");
  }

  long count(Scope scope, Collection<CaseFigures> cases) {
    return cases.stream().flatMap(c -> counting.apply(scope, c)).count();
  }

  /** How often each code, without what has none. */
  Map<String, Long> codes(Scope scope, Collection<CaseFigures> cases) {
    return cases.stream().flatMap(c -> counting.apply(scope, c)).filter(code -> !code.isEmpty())
        .collect(Collectors.groupingBy(code -> code, TreeMap::new, Collectors.counting()));
  }

  /** @param code only those counted under it; empty for all */
  List<String> cases(Scope scope, Collection<CaseFigures> cases, String code) {
    return cases.stream().filter(c -> counting.apply(scope, c).anyMatch(counted -> code.isEmpty() || counted.equals(code)))
        .map(CaseFigures::caseId).toList();
  }
}
