package jp.tsunagu.directory.http;

import java.util.List;
import java.util.function.ToLongFunction;

import org.jspecify.annotations.Nullable;

/**
 * A page of a history, the newest in front.
 *
 * @param before the version to go on before; null when there is no more
 */
record Page<L>(List<L> lines, @Nullable Long before) {
  private static final int MOST = 100;

  /** What was done at once is told at once, however much it was. */
  static <L> Page<L> of(List<L> history, ToLongFunction<L> version, @Nullable Long before) {
    List<L> all = history.stream().filter(line -> before == null || version.applyAsLong(line) < before).toList();
    if (all.size() <= MOST) return new Page<>(all, null);
    long last = version.applyAsLong(all.get(MOST - 1));
    List<L> page = all.stream().filter(line -> version.applyAsLong(line) >= last).toList();
    return new Page<>(page, page.size() < all.size() ? last : null);
  }
}
