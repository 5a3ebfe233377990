package jp.tsunagu.portal.board;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * How long something took.
 *
 * @param count  how often
 * @param median half took no longer; null where nothing was counted
 * @param p90    nine of ten took no longer; null where nothing was counted
 */
public record Spread(long count, @Nullable Duration median, @Nullable Duration p90) {
  static Spread of(Stream<Duration> all) {
    List<Duration> sorted = all.sorted().toList();
    if (sorted.isEmpty()) return new Spread(0, null, null);
    return new Spread(sorted.size(), sorted.get(at(sorted.size(), 0.5)), sorted.get(at(sorted.size(), 0.9)));
  }

  /** The smallest rank that covers the share. */
  private static int at(int size, double share) {
    return Math.max(0, (int) Math.ceil(size * share) - 1);
  }
}
