package jp.tsunagu.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Measured times in nanoseconds, asked for percentiles in milliseconds. */
final class Latencies {
  private final List<Long> nanos = Collections.synchronizedList(new ArrayList<>());

  void add(long value) {
    nanos.add(value);
  }

  int count() {
    return nanos.size();
  }

  /** @param percent 0 to 100; nearest rank */
  double millis(double percent) {
    List<Long> sorted = new ArrayList<>(nanos);
    if (sorted.isEmpty()) return Double.NaN;
    Collections.sort(sorted);
    int rank = (int) Math.ceil(percent / 100 * sorted.size());
    return sorted.get(Math.max(0, rank - 1)) / 1e6;
  }
}
