package jp.tsunagu.runtime.counts;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** Small counts could tell who it was, so whoever may not see the cases is not shown them. */
public final class SmallCounts {
  /** Fewer than so many are not shown. */
  public static final int LEAST = 5;

  private SmallCounts() {}

  /** Null where it could tell who it was. */
  public static @Nullable Long shown(long count) {
    return small(count) ? null : Long.valueOf(count);
  }

  /**
   * A breakdown without its small counts, in the order given. What is hidden could be had back from the total where it is one count alone, or few cases in
   * all; so the next smallest are hidden with it until it is neither.
   */
  public static Map<String, Optional<Long>> shown(Map<String, Long> counts) {
    Map<String, Optional<Long>> shown = new LinkedHashMap<>();
    counts.forEach((code, count) -> shown.put(code, Optional.of(count)));
    long hidden = 0;
    int many = 0;
    for (var one : counts.entrySet().stream().filter(e -> e.getValue() > 0).sorted(Map.Entry.comparingByValue()).toList()) {
      boolean safe = many == 0 || many > 1 && hidden >= LEAST;
      if (safe && !small(one.getValue())) break;
      shown.put(one.getKey(), Optional.empty());
      hidden += one.getValue();
      many++;
    }
    return shown;
  }

  private static boolean small(long count) {
    return count > 0 && count < LEAST;
  }
}
