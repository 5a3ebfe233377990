package jp.tsunagu.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** How often something was counted, with small numbers kept back: few enough to be recognised are nobody's to read. */
public final class CallCounts {
  private static final long FEWEST = 5;

  private CallCounts() {}

  /** @param count null where it is kept back */
  public record Count(String what, @Nullable Long count) {}

  public static @Nullable Long shown(long count) {
    return count < FEWEST ? null : count;
  }

  /**
   * By what was counted, in the order given; what never occurred is not listed.
   *
   * <p>
   * The sum is published beside it. So that nobody finds what is kept back by subtracting, there are always two of them at least, together
   * five or more; for that the next smallest are kept back too.
   */
  public static List<Count> suppressed(Map<String, Long> counted) {
    Map<String, @Nullable Long> shown = new LinkedHashMap<>(counted);
    long hidden = 0;
    int many = 0;
    for (var one : counted.entrySet().stream().sorted(Map.Entry.comparingByValue(Comparator.naturalOrder())).toList()) {
      boolean safe = many == 0 || many >= 2 && hidden >= FEWEST;
      if (one.getValue() >= FEWEST && safe) break;
      shown.put(one.getKey(), null);
      hidden += one.getValue();
      many++;
    }
    List<Count> counts = new ArrayList<>();
    shown.forEach((what, count) -> counts.add(new Count(what, count)));
    return counts;
  }
}
