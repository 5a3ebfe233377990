package jp.tsunagu.portal.board;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
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
    List<CaseFigures> opened = cases.stream().filter(c -> period.includes(c.openedAt())).filter(mine(organisation)).toList();
    List<Handover> all = cases.stream().flatMap(c -> c.handovers().stream()).filter(h -> organisation == null || h.concerns(organisation))
        .toList();
    List<Handover> proposed = all.stream().filter(h -> period.includes(h.proposedAt())).toList();
    return new Board(period, opened.size(), count(opened.stream().map(CaseFigures::channel).toList()), funnel(proposed),
        Spread.of(proposed.stream().map(Handover::toAnswer)), Spread.of(proposed.stream().map(Handover::toContact)),
        count(proposed.stream().map(Handover::reason).toList()), count(proposed.stream().map(Handover::outcome).toList()),
        count(closings(cases, organisation, period)), reach(cases, organisation, period, now), waiting(all, now), flows(proposed));
  }

  private static Predicate<CaseFigures> mine(@Nullable String organisation) {
    return c -> organisation == null || c.openedBy().equals(organisation);
  }

  private static List<String> closings(Collection<CaseFigures> cases, @Nullable String organisation, Period period) {
    return cases.stream().filter(mine(organisation)).filter(c -> c.closedAt() != null && period.includes(c.closedAt()))
        .map(c -> String.valueOf(c.closing())).toList();
  }

  private static Map<String, Long> count(List<? extends @Nullable Object> codes) {
    Map<String, Long> all = new TreeMap<>();
    for (Object code : codes) if (code != null) all.merge(code.toString(), 1L, Long::sum);
    return all;
  }

  private static Funnel funnel(List<Handover> all) {
    return new Funnel(all.size(), number(all, Handover::accepted), number(all, Handover::connected),
        number(all, h -> h.outcome() != null), number(all, h -> h.declinedAt() != null),
        number(all, h -> h.state() == jp.tsunagu.portal.ledger.Referral.State.WITHDRAWN), number(all, Handover::cameBack),
        number(all, h -> h.state() == jp.tsunagu.portal.ledger.Referral.State.NOT_REACHED), number(all, Handover::waits));
  }

  private static long number(List<Handover> all, Predicate<Handover> which) {
    return all.stream().filter(which).count();
  }

  private static Reach reach(Collection<CaseFigures> cases, @Nullable String organisation, Period period, Instant now) {
    List<CaseFigures.CheckIn> due = cases.stream().flatMap(c -> c.checkIns().stream())
        .filter(c -> organisation == null || c.organisation().equals(organisation)).filter(c -> !c.ended() && period.includes(c.day()))
        .filter(c -> c.reached() != null || c.day().isBefore(jp.tsunagu.calendar.OfficeCalendar.dayOf(now))).toList();
    return new Reach(due.size(), due.stream().filter(c -> c.reached() != null).count(),
        due.stream().filter(c -> Boolean.TRUE.equals(c.reached())).count());
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
}
