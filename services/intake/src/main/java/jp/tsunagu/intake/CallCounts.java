package jp.tsunagu.intake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/** How often something was counted, with small numbers kept back: few enough to be recognised are nobody's to read. */
public final class CallCounts {
  private static final long FEWEST = 5;

  private CallCounts() {}

  /**
   * @param count      null where all of it is kept back
   * @param incomplete true where anything was kept back that belongs to it; null otherwise
   */
  public record Count(String what, @Nullable Long count, @Nullable Boolean incomplete) {
    static Count of(String what, long count, boolean hidden) {
      return hidden ? new Count(what, null, true) : new Count(what, count, null);
    }

    private Count and(Count other) {
      Long sum = count == null ? other.count : other.count == null ? count : Long.valueOf(count + other.count);
      return new Count(what, sum, incomplete == null ? other.incomplete : incomplete);
    }
  }

  /** Alone, as a month in all. */
  public static Count of(String what, long count) {
    return Count.of(what, count, count < FEWEST);
  }

  /**
   * By what was counted, in the order given; what never occurred is not listed.
   *
   * <p>
   * The sum is published beside it. So that nobody finds what is kept back by subtracting, there are always two of them at least, together
   * five or more; for that the next smallest are kept back too.
   */
  public static List<Count> suppressed(Map<String, Long> counted) {
    Map<String, Count> shown = new LinkedHashMap<>();
    counted.forEach((what, count) -> shown.put(what, Count.of(what, count, false)));
    long hidden = 0;
    int many = 0;
    for (var one : counted.entrySet().stream().sorted(Map.Entry.comparingByValue(Comparator.naturalOrder())).toList()) {
      boolean safe = many == 0 || many >= 2 && hidden >= FEWEST;
      if (one.getValue() >= FEWEST && safe) break;
      shown.put(one.getKey(), Count.of(one.getKey(), one.getValue(), true));
      hidden += one.getValue();
      many++;
    }
    return new ArrayList<>(shown.values());
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
