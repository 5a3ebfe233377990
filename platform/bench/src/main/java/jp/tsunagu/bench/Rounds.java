package jp.tsunagu.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** One figure as each round had it. */
final class Rounds {
  private final List<Double> values = new ArrayList<>();

  void add(double value) {
    values.add(value);
  }

  void clear() {
    values.clear();
  }

  double median() {
    List<Double> sorted = sorted();
    int half = sorted.size() / 2;
    return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
  }

  private List<Double> sorted() {
    if (values.isEmpty()) throw new IllegalStateException("nothing was measured");
    List<Double> sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    return sorted;
  }

  /** The median, and how far the rounds lie apart. */
  @Override
  public String toString() {
    List<Double> sorted = sorted();
    return form(median()) + " (" + form(sorted.getFirst()) + "–" + form(sorted.getLast()) + ")";
  }

  private static String form(double value) {
    return value >= 100 ? "%,.0f".formatted(value) : "%.2f".formatted(value);
  }
}
