package jp.tsunagu.intake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.runtime.counts.SmallCounts;

/** How often something was counted, with small numbers kept back: few enough to be recognised are nobody's to read. */
public final class CallCounts {
  private CallCounts() {}

  /**
   * @param count      null where all of it is kept back
   * @param incomplete true where anything was kept back that belongs to it; null otherwise
   */
  public record Count(String what, @Nullable Long count, @Nullable Boolean incomplete) {
    static Count of(String what, Optional<Long> shown) {
      return shown.map(count -> new Count(what, count, null)).orElseGet(() -> new Count(what, null, true));
    }

    private Count and(Count other) {
      Long sum = count == null ? other.count : other.count == null ? count : Long.valueOf(count + other.count);
      return new Count(what, sum, incomplete == null ? other.incomplete : incomplete);
    }
  }

  /** Alone, as a month in all. */
  public static Count of(String what, long count) {
    return Count.of(what, Optional.ofNullable(SmallCounts.shown(count)));
  }

  /** By what was counted, in the order given; what never occurred is not listed. The sum is published beside it. */
  public static List<Count> suppressed(Map<String, Long> counted) {
    return SmallCounts.shown(counted).entrySet().stream().map(one -> Count.of(one.getKey(), one.getValue())).toList();
  }

  /**
   * What is shown of each month, added up. It tells nothing that the months do not tell one by one, so no period can be subtracted from
   * another to find what is kept back.
   */
  public static List<Count> added(Collection<List<Count>> months) {
    Map<String, Count> sums = new TreeMap<>();
    for (List<Count> month : months) for (Count one : month) sums.merge(one.what(), one, Count::and);
    return new ArrayList<>(sums.values());
  }
}
