package jp.tsunagu.systemtests.simulation.store;

import java.util.List;

import org.bson.BsonDocument;
import org.bson.BsonValue;

/** Whether a document is asked for. */
final class Matching {
  private Matching() {}

  static boolean matches(BsonDocument document, BsonDocument filter) {
    return filter.entrySet().stream().allMatch(e -> matches(document, e.getKey(), e.getValue()));
  }

  private static boolean matches(BsonDocument document, String key, BsonValue asked) {
    return switch (key) {
      case "$and" -> asked.asArray().stream().allMatch(one -> matches(document, one.asDocument()));
      case "$or" -> asked.asArray().stream().anyMatch(one -> matches(document, one.asDocument()));
      default -> holds(Values.at(document, key), asked);
    };
  }

  private static boolean holds(List<BsonValue> found, BsonValue asked) {
    if (!(asked instanceof BsonDocument condition) || condition.isEmpty() || !condition.getFirstKey().startsWith("$"))
      return is(found, asked);
    return condition.entrySet().stream().allMatch(e -> holds(found, e.getKey(), e.getValue()));
  }

  private static boolean holds(List<BsonValue> found, String operator, BsonValue operand) {
    return switch (operator) {
      case "$eq" -> is(found, operand);
      case "$ne" -> !is(found, operand);
      case "$in" -> operand.asArray().stream().anyMatch(one -> is(found, one));
      case "$nin" -> operand.asArray().stream().noneMatch(one -> is(found, one));
      case "$exists" -> operand.asBoolean().getValue() != found.isEmpty();
      case "$lt" -> compared(found, operand).anyMatch(order -> order < 0);
      case "$lte" -> compared(found, operand).anyMatch(order -> order <= 0);
      case "$gt" -> compared(found, operand).anyMatch(order -> order > 0);
      case "$gte" -> compared(found, operand).anyMatch(order -> order >= 0);
      default -> throw new UnsupportedOperationException("the simulated store does not know " + operator);
    };
  }

  private static boolean is(List<BsonValue> found, BsonValue asked) {
    return asked.isNull() ? found.isEmpty() : found.stream().anyMatch(value -> Values.same(value, asked));
  }

  /** Only values of the operand's kind can be less or greater. */
  private static java.util.stream.IntStream compared(List<BsonValue> found, BsonValue operand) {
    return found.stream().filter(value -> value.isNumber() && operand.isNumber() || value.getBsonType() == operand.getBsonType())
        .mapToInt(value -> Values.compare(value, operand));
  }
}
