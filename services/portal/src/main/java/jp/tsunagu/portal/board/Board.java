package jp.tsunagu.portal.board;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
  static Board of(Collection<CaseFigures> cases, @Nullable String organisation, Period period, Instant now) {
    return of(Tally.of(cases, now), organisation, period);
  }

  static Board of(Tally tally, @Nullable String organisation, Period period) {
    var scope = new Scope(organisation, period, tally.at());
    Tally.Sums sums = tally.sums(scope);
    return new Board(period, sums.number(Counted.OPENED), sums.codes(Counted.OPENED), funnel(sums), spread(sums.answers()),
        spread(sums.contacts()), sums.codes(Counted.DECLINED), sums.codes(Counted.COMPLETED), sums.codes(Counted.CLOSED),
        new Reach(sums.number(Counted.PLANNED), sums.number(Counted.RECORDED), sums.number(Counted.REACHED)),
        waiting(tally.waiting(scope), tally.at()), flows(sums));
  }

  private static Spread spread(Map<Tally.Way, List<Duration>> times) {
    return Spread.of(times.values().stream().flatMap(List::stream));
  }

  private static Funnel funnel(Tally.Sums sums) {
    return new Funnel(sums.number(Counted.PROPOSED), sums.number(Counted.ACCEPTED), sums.number(Counted.CONNECTED),
        sums.number(Counted.COMPLETED), sums.number(Counted.DECLINED), sums.number(Counted.WITHDRAWN), sums.number(Counted.RETURNED),
        sums.number(Counted.NOT_REACHED), sums.number(Counted.WAITING));
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

  private static List<Flow> flows(Tally.Sums sums) {
    Map<Tally.Way, Long> accepted = sums.ways(Counted.ACCEPTED);
    Map<Tally.Way, Long> back = sums.ways(Counted.RETURNED);
    return sums.ways(Counted.PROPOSED).entrySet().stream().map(e -> {
      Tally.Way way = e.getKey();
      Spread answers = Spread.of(sums.answers().getOrDefault(way, List.of()).stream());
      return new Flow(way.from(), way.to(), e.getValue(), accepted.getOrDefault(way, 0L), back.getOrDefault(way, 0L), answers);
    }).sorted(Comparator.comparingLong(Flow::handovers).reversed().thenComparing(Flow::from).thenComparing(Flow::to)).toList();
  }
}
