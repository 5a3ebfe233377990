package jp.tsunagu.portal.board;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongFunction;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.runtime.counts.SmallCounts;

/**
 * A board as it is shown. A count is absent where it is small and whoever looks may not see the cases themselves; what waits is told
 * to everybody who oversees, since somebody has to see to it.
 *
 * @param organisation whose figures these are; absent for those of all
 * @param asOf         when all cases had last been looked at; absent before the first time
 * @param exact        whether small counts are shown
 * @param loneliness   of the quarters that are over; absent where the period has none, or does not consist of whole ones, and while
 *                     follow-up is away
 */
public record Figures(LocalDate from, LocalDate to, @Nullable String organisation, @Nullable Instant asOf, boolean exact,
    @Nullable Long opened, Map<String, Optional<Long>> channels, Steps handovers, Took answers, Took firstContact,
    Map<String, Optional<Long>> declines, Map<String, Optional<Long>> outcomes, Map<String, Optional<Long>> closings, Reach checkIns,
    List<Board.Waiting> waiting, List<Flow> flows, @Nullable Loneliness loneliness) {

  /** The funnel of the hand-overs. */
  public record Steps(@Nullable Long proposed, @Nullable Long accepted, @Nullable Long connected, @Nullable Long completed,
      @Nullable Long declined, @Nullable Long withdrawn, @Nullable Long returned, @Nullable Long notReached, @Nullable Long waiting) {}

  /**
   * @param median hours; absent where there is none to tell
   * @param p90    hours; absent where there is none to tell
   */
  public record Took(@Nullable Long count, @Nullable Double median, @Nullable Double p90) {}

  public record Reach(@Nullable Long planned, @Nullable Long recorded, @Nullable Long reached) {}

  public record Flow(String from, String to, @Nullable Long handovers, @Nullable Long accepted, @Nullable Long cameBack, Took answers) {}

  /** @param exact whether whoever looks may see the cases that were counted */
  public static Figures of(Board board, @Nullable String organisation, @Nullable Instant asOf, boolean exact) {
    return new Showing(exact).of(board, organisation, asOf);
  }

  /** With what was counted elsewhere. */
  public Figures with(Period counted, Measures.Counts counts) {
    return new Figures(from, to, organisation, asOf, exact, opened, channels, handovers, answers, firstContact, declines, outcomes,
        closings,
        checkIns, waiting, flows, Loneliness.of(counted, counts));
  }

  private record Showing(boolean exact) {
    private static final double HOUR = Duration.ofHours(1).toMillis();

    Figures of(Board b, @Nullable String organisation, @Nullable Instant asOf) {
      return new Figures(b.period().from(), b.period().to(), organisation, asOf, exact, count(b.opened()), counts(b.channels()),
          steps(b.funnel()), took(b.answers()), took(b.firstContact()), counts(b.declines()), counts(b.outcomes()), counts(b.closings()),
          reach(b.reach()), b.waiting(), b.flows().stream().map(this::flow).toList(), null);
    }

    private @Nullable Long count(long number) {
      return exact ? Long.valueOf(number) : SmallCounts.shown(number);
    }

    private Map<String, Optional<Long>> counts(Map<String, Long> all) {
      if (!exact) return SmallCounts.shown(all);
      Map<String, Optional<Long>> shown = new TreeMap<>();
      all.forEach((code, number) -> shown.put(code, Optional.of(number)));
      return shown;
    }

    private Steps steps(Board.Funnel f) {
      LongFunction<@Nullable Long> shown = this::count;
      return new Steps(shown.apply(f.proposed()), shown.apply(f.accepted()), shown.apply(f.connected()), shown.apply(f.completed()),
          shown.apply(f.declined()), shown.apply(f.withdrawn()), shown.apply(f.returned()), shown.apply(f.notReached()),
          shown.apply(f.waiting()));
    }

    private Took took(Spread spread) {
      Long number = count(spread.count());
      return number == null ? new Took(null, null, null) : new Took(number, hours(spread.median()), hours(spread.p90()));
    }

    private static @Nullable Double hours(@Nullable Duration time) {
      return time == null ? null : Math.round(time.toMillis() / HOUR * 10) / 10.0;
    }

    private Reach reach(Board.Reach r) {
      return new Reach(count(r.planned()), count(r.recorded()), count(r.reached()));
    }

    private Flow flow(Board.Flow f) {
      return new Flow(f.from(), f.to(), count(f.handovers()), count(f.accepted()), count(f.cameBack()), took(f.answers()));
    }
  }
}
