package jp.tsunagu.systemtests.simulation.store;

import java.util.function.UnaryOperator;

import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/** What an update makes of a document. The old one stays as it was, so that a crash can bring it back. */
final class Changing {
  private Changing() {}

  static BsonDocument changed(BsonDocument document, BsonDocument update) {
    BsonDocument now = document;
    for (var operation : update.entrySet())
      for (var field : operation.getValue().asDocument().entrySet())
        now = at(now, field.getKey(), old -> value(operation.getKey(), old, field.getValue()));
    return now;
  }

  /** The document an upsert begins with: what the filter says it is. */
  static BsonDocument upserted(BsonDocument filter, BsonDocument update) {
    BsonDocument first = new BsonDocument();
    for (var condition : filter.containsKey("$and") ? filter.getArray("$and") : new BsonArray(java.util.List.of(filter)))
      condition.asDocument().forEach((key, value) -> {
        if (!value.isDocument() && !key.startsWith("$")) first.put(key, value);
      });
    return changed(first, update);
  }

  private static BsonDocument at(BsonDocument document, String path, UnaryOperator<@Nullable BsonValue> change) {
    int dot = path.indexOf('.');
    BsonDocument copy = new BsonDocument();
    copy.putAll(document);
    String key = dot < 0 ? path : path.substring(0, dot);
    BsonValue next = dot < 0 ? change.apply(copy.get(key)) : at(copy.getDocument(key, new BsonDocument()), path.substring(dot + 1), change);
    if (next == null) copy.remove(key);
    else
      copy.put(key, next);
    return copy;
  }

  private static @Nullable BsonValue value(String operation, @Nullable BsonValue old, BsonValue operand) {
    return switch (operation) {
      case "$set" -> operand;
      case "$unset" -> null;
      case "$inc" -> new BsonInt64((old == null ? 0 : old.asNumber().longValue()) + operand.asNumber().longValue());
      case "$max" -> old == null || Values.compare(operand, old) > 0 ? operand : old;
      case "$push" -> pushed(old, operand);
      default -> throw new UnsupportedOperationException("the simulated store does not know " + operation);
    };
  }

  private static BsonArray pushed(@Nullable BsonValue old, BsonValue one) {
    BsonArray longer = new BsonArray(old == null ? java.util.List.of() : old.asArray().getValues());
    longer.add(one);
    return longer;
  }
}
