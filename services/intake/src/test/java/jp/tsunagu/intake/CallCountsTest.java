package jp.tsunagu.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

/** Nobody recognises a caller in a number, nor finds what is kept back by subtracting. */
class CallCountsTest {
  private static List<String> shown(Map<String, Long> counted) {
    return CallCounts.suppressed(new TreeMap<>(counted)).stream().map(c -> c.what() + " " + c.count()).toList();
  }

  @Test
  void showsWhatIsManyAndKeepsBackWhatIsFew() {
    assertThat(CallCounts.of("a", 5)).isEqualTo(new CallCounts.Count("a", 5L, null));
    assertThat(CallCounts.of("a", 4)).isEqualTo(new CallCounts.Count("a", null, true));
    assertThat(shown(Map.of("a", 9L, "b", 5L))).containsExactly("a 9", "b 5");
    assertThat(shown(Map.of())).isEmpty();
  }

  @Test
  void keepsBackTheNextSmallestWhereOneAloneWouldFollowFromTheSum() {
    assertThat(shown(Map.of("a", 20L, "b", 2L, "c", 7L))).containsExactly("a 20", "b null", "c null");
  }

  @Test
  void keepsBackMoreWhereAFewTogetherAreStillFew() {
    assertThat(shown(Map.of("a", 1L, "b", 1L, "c", 8L, "d", 30L))).containsExactly("a null", "b null", "c null", "d 30");
    assertThat(shown(Map.of("a", 4L, "b", 4L, "c", 8L))).containsExactly("a null", "b null", "c 8");
  }

  @Test
  void addsUpOnlyWhatEachMonthShows() {
    var january = CallCounts.suppressed(new TreeMap<>(Map.of("a", 9L, "b", 6L)));
    var february = CallCounts.suppressed(new TreeMap<>(Map.of("a", 2L, "b", 7L, "c", 3L, "d", 8L)));
    assertThat(CallCounts.added(List.of(january, february))).containsExactly(new CallCounts.Count("a", 9L, true),
        new CallCounts.Count("b", 13L, null), new CallCounts.Count("c", null, true), new CallCounts.Count("d", 8L, null));
    assertThat(CallCounts.added(List.of(february, january))).isEqualTo(CallCounts.added(List.of(january, february)));
  }

  @Test
  void keepsTheOrder() {
    var counted = new LinkedHashMap<String, Long>();
    counted.put("2026-05", 6L);
    counted.put("2026-04", 7L);
    assertThat(CallCounts.suppressed(counted)).extracting(CallCounts.Count::what).containsExactly("2026-05", "2026-04");
  }
}
