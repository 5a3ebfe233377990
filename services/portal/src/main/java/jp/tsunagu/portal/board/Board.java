package jp.tsunagu.portal.board;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * The figures of a period, of all organisations or of one.
 *
 * @param opened       cases that were opened
 * @param channels     of these, how the person came
 * @param funnel       of the hand-overs proposed in the period, how far each has come by now
 * @param answers      how long the receiving sides took to say yes or no
 * @param firstContact how long it took from yes to the first meeting
 * @param declines     why somebody said no
 * @param outcomes     of the completed hand-overs
 * @param closings     why cases were closed in the period
 * @param waiting      by receiving organisation, what waits for an answer now; of no period
 * @param flows        who hands to whom, the busiest first
 */
public record Board(Period period, long opened, Map<String, Long> channels, Funnel funnel, Spread answers, Spread firstContact,
    Map<String, Long> declines, Map<String, Long> outcomes, Map<String, Long> closings, Reach reach, List<Waiting> waiting,
    List<Flow> flows) {

  /** Each counts what ever came so far, so each is at most the one before it; but those that ended otherwise. */
  public record Funnel(long proposed, long accepted, long connected, long completed, long declined, long withdrawn, long returned,
      long notReached, long waiting) {}

  /**
   * 近況確認, whose day is in the period and is over.
   *
   * @param planned  all of them, without those that the end of a case made needless
   * @param recorded of these, those somebody wrote down
   * @param reached  of these, those in which the person was reached
   */
  public record Reach(long planned, long recorded, long reached) {}

  /** @param oldest the date that is over for longest; null where none is */
  public record Waiting(String organisation, long waiting, long overdue, @Nullable Instant oldest) {}

  public record Flow(String from, String to, long handovers, long accepted, long cameBack, Spread answers) {}

  /** @param organisation whose cases and hand-overs alone; null for everybody's */
  public static Board of(Collection<CaseFigures> cases, @Nullable String organisation, Period period, Instant now) {
    var scope = new Scope(organisation, period, now);
    List<Handover> proposed = cases.stream().flatMap(scope::proposed).toList();
    return new Board(period, Counted.OPENED.count(scope, cases), Counted.OPENED.codes(scope, cases), funnel(scope, cases),
        Spread.of(proposed.stream().map(Handover::toAnswer)), Spread.of(proposed.stream().map(Handover::toContact)),
        Counted.DECLINED.codes(scope, cases), Counted.COMPLETED.codes(scope, cases), Counted.CLOSED.codes(scope, cases),
        new Reach(Counted.PLANNED.count(scope, cases), Counted.RECORDED.count(scope, cases), Counted.REACHED.count(scope, cases)),
        waiting(cases.stream().flatMap(scope::handovers).toList(), now), flows(proposed));
  }

  private static Funnel funnel(Scope scope, Collection<CaseFigures> cases) {
    ToLongFunction<Counted> number = what -> what.count(scope, cases);
    return new Funnel(number.applyAsLong(Counted.PROPOSED), number.applyAsLong(Counted.ACCEPTED), number.applyAsLong(Counted.CONNECTED),
        number.applyAsLong(Counted.COMPLETED), number.applyAsLong(Counted.DECLINED), number.applyAsLong(Counted.WITHDRAWN),
        number.applyAsLong(Counted.RETURNED), number.applyAsLong(Counted.NOT_REACHED), number.applyAsLong(Counted.WAITING));
  }

  private static List<Waiting> waiting(List<Handover> all, Instant now) {
    Map<String, List<Handover>> byReceiver = all.stream().filter(Handover::waits)
        .collect(Collectors.groupingBy(Handover::to, TreeMap::new, Collectors.toList()));
    return byReceiver.entrySet().stream().map(e -> waiting(e.getKey(), e.getValue(), now))
        .sorted(Comparator.comparingLong(Waiting::overdue).reversed().thenComparing(Comparator.comparingLong(Waiting::waiting).reversed()))
        .toList();
  }

  private static Waiting waiting(String organisation, List<Handover> all, Instant now) {
    List<Instant> late = all.stream().filter(h -> h.late(now)).map(Handover::answerBy).sorted().toList();
    return new Waiting(organisation, all.size(), late.size(), late.isEmpty() ? null : late.getFirst());
  }

  private static List<Flow> flows(List<Handover> all) {
    record Way(String from, String to) {}
    Map<Way, List<Handover>> byWay = all.stream().collect(Collectors.groupingBy(h -> new Way(h.from(), h.to())));
    Function<Map.Entry<Way, List<Handover>>, Flow> flow = e -> new Flow(e.getKey().from(), e.getKey().to(), e.getValue().size(),
        number(e.getValue(), Handover::accepted), number(e.getValue(), Handover::cameBack),
        Spread.of(e.getValue().stream().map(Handover::toAnswer)));
    return byWay.entrySet().stream().map(flow)
        .sorted(Comparator.comparingLong(Flow::handovers).reversed().thenComparing(Flow::from).thenComparing(Flow::to)).toList();
  }

  private static long number(List<Handover> all, Predicate<Handover> which) {
    return all.stream().filter(which).count();
  }
}
