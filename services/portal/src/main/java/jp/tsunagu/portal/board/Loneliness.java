package jp.tsunagu.portal.board;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.runtime.counts.SmallCounts;

/**
 * How loneliness changed, as it is shown. Nobody at all may see what somebody answered, so small counts are kept back from everybody, from
 * managers of their own organisation too.
 *
 * @param from the first day of the quarters that were counted
 * @param to   the last one
 */
public record Loneliness(LocalDate from, LocalDate to, Measure direct, Measure ucla3) {
  /**
   * @param asked    persons to whom the questions were put
   * @param answered of these, those with a score
   * @param twice    of these, those with two scores or more
   * @param first    mean of their first scores; absent where there are none, or too few
   * @param last     mean of their last scores
   * @param lower    whose last score is lower than the first, so that they are less lonely
   */
  public record Measure(@Nullable Long asked, @Nullable Long answered, @Nullable Long twice, @Nullable Double first, @Nullable Double last,
      @Nullable Long lower, @Nullable Long same, @Nullable Long higher) {}

  static Loneliness of(Period counted, Measures.Counts counts) {
    return new Loneliness(counted.from(), counted.to(), shown(counts.direct()), shown(counts.ucla3()));
  }

  /** Who answered twice, once and not at all are parts of who was asked: any of them could be had back from the others. */
  private static Measure shown(Measures.Change c) {
    var parts = SmallCounts
        .shown(ordered("twice", c.twice(), "once", c.answered() - c.twice(), "never", c.asked() - c.answered()));
    Long asked = SmallCounts.shown(c.asked());
    Long answered = part(parts, "never") == null ? null : SmallCounts.shown(c.answered());
    Long twice = part(parts, "twice");
    if (twice == null || twice == 0) return new Measure(asked, answered, twice, null, null, null, null, null);
    var changes = SmallCounts.shown(ordered("lower", c.lower(), "same", c.same(), "higher", c.higher()));
    return new Measure(asked, answered, twice, mean(c.first(), twice), mean(c.last(), twice), part(changes, "lower"), part(changes, "same"),
        part(changes, "higher"));
  }

  private static Map<String, Long> ordered(String a, long first, String b, long second, String c, long third) {
    var parts = new LinkedHashMap<String, Long>();
    parts.put(a, first);
    parts.put(b, second);
    parts.put(c, third);
    return parts;
  }

  private static @Nullable Long part(Map<String, Optional<Long>> parts, String name) {
    Optional<Long> part = parts.get(name);
    return part == null ? null : part.orElse(null);
  }

  private static double mean(long sum, long number) {
    return Math.round(sum * 10.0 / number) / 10.0;
  }
}
