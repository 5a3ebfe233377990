package jp.tsunagu.store;

import java.util.Collection;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import de.bwaldvogel.mongo.backend.Missing;

/** What a filter says about one field: the values it may have, or bounds (inclusive; the matcher sorts out the rest). */
final class Constraint {
  @Nullable Collection<Object> points; // null: not an equality / $in
  @Nullable Object lo, hi;
  boolean hasLo, hasHi;

  /** A lower and an upper bound of different types together match only arrays, which are candidates anyway. */
  boolean ofOneType() {
    return !hasLo || !hasHi || BsonOrder.rank(lo) == BsonOrder.rank(hi);
  }

  boolean nullable() {
    return points == null ? !hasLo && !hasHi : points.stream().anyMatch(Missing::isNullOrMissing);
  }

  /** Known values, one of which every match has as such or as an element of an array. */
  boolean scalar() {
    return points != null && points.stream().noneMatch(p -> p instanceof Map || Missing.isNullOrMissing(p));
  }
}
