package jp.tsunagu.store;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import de.bwaldvogel.mongo.bson.Document;

/** What the paths of an index meet in one document: arrays need care, for they have many values. */
final class ArrayPaths {
  private ArrayPaths() {}

  static boolean anyArray(Object[] values) {
    return Arrays.stream(values).anyMatch(Collection.class::isInstance);
  }

  /**
   * Whether each element of the document's array stands in an entry with the other fields. Not so for an empty array, for
   * arrays in arrays, and for two arrays: their entries pair the elements, but a filter can match one here and one there.
   */
  static boolean haveEntryPerElement(Object[] values) {
    var arrays = Arrays.stream(values).filter(Collection.class::isInstance).map(v -> (Collection<?>) v).toList();
    return arrays.size() == 1 && !arrays.getFirst().isEmpty() && arrays.getFirst().stream().noneMatch(Collection.class::isInstance);
  }

  /** Whether a path leads through an array in an array. The library matches inside, but sees no values there. */
  static boolean areNested(Document d, String[] paths) {
    return Arrays.stream(paths).anyMatch(path -> isNested(d, path.split("\\."), 0, false));
  }

  private static boolean isNested(@Nullable Object at, String[] path, int step, boolean element) {
    if (at instanceof Collection<?> c) return element || c.stream().anyMatch(e -> isNested(e, path, step, true));
    return step < path.length && at instanceof Map<?, ?> m && isNested(m.get(path[step]), path, step + 1, false);
  }
}
