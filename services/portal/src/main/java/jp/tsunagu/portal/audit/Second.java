package jp.tsunagu.portal.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The second look: what was found now, held against what was written down before. A finding becomes a gap only when it has stood for the
 * grace time, so that what is on its way is none.
 *
 * @param kept    gaps to write down
 * @param dropped ids of suspicions that proved wrong
 */
public record Second(List<Gap> kept, List<String> dropped) {
  /**
   * @param before  what is written down of the same cases and checks
   * @param realNow by a clock that nobody moves
   * @param now     by the clock the events were timed by
   */
  public static Second look(Collection<Gap> before, Collection<Finding> found, Instant realNow, Instant now, Duration grace) {
    Map<String, Finding> left = new LinkedHashMap<>();
    found.forEach(f -> left.putIfAbsent(f.id(), f));
    List<Gap> kept = new ArrayList<>();
    List<String> dropped = new ArrayList<>();
    for (Gap gap : before) if (gap.state() != Gap.State.ENDED) {
      Finding again = left.remove(gap.finding().id());
      if (again == null && gap.state() == Gap.State.SUSPECTED) dropped.add(gap.id());
      else if (again == null) kept.add(gap.ended(now));
      else if (again.until() != null) kept.add(gap.seenAgain(again, Gap.State.OPEN).ended(now));
      else if (gap.state() == Gap.State.OPEN || gap.stands(realNow, grace)) kept.add(gap.seenAgain(again, Gap.State.OPEN));
    }
    left.values().stream().filter(f -> f.until() == null || !isWrittenDown(f, before)).forEach(f -> kept.add(Gap.of(f, realNow)));
    return new Second(kept, dropped);
  }

  /** History repeats itself at every look. */
  private static boolean isWrittenDown(Finding past, Collection<Gap> before) {
    return before.stream().anyMatch(gap -> gap.state() == Gap.State.ENDED && gap.finding().id().equals(past.id()));
  }
}
