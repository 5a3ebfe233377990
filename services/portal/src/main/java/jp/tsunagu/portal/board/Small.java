package jp.tsunagu.portal.board;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/** Small counts could tell who it was, so whoever may not see the cases is not shown them. */
public final class Small {
  /** Fewer than so many are not shown. */
  public static final int LEAST = 5;

  private Small() {}

  /** Null where it could tell who it was. */
  public static @Nullable Long shown(long count) {
    return small(count) ? null : Long.valueOf(count);
  }

  /**
   * A breakdown without its small counts. Where only one is hidden it could be had back from the total, so the smallest of the
   * others is hidden with it.
   */
  public static Map<String, Optional<Long>> shown(Map<String, Long> counts) {
    Map<String, Optional<Long>> shown = new TreeMap<>();
    counts.forEach((code, count) -> shown.put(code, Optional.ofNullable(shown(count.longValue()))));
    if (shown.values().stream().filter(Optional::isEmpty).count() == 1)
      counts.entrySet().stream().filter(e -> !small(e.getValue()) && e.getValue() > 0).min(Comparator.comparingLong(Map.Entry::getValue))
          .ifPresent(e -> shown.put(e.getKey(), Optional.empty()));
    return shown;
  }

  private static boolean small(long count) {
    return count > 0 && count < LEAST;
  }
}
