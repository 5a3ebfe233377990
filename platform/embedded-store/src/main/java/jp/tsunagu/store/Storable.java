package jp.tsunagu.store;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.ErrorCode;
import de.bwaldvogel.mongo.exception.MongoServerError;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what could not be stored, before anything was changed.
 *
 * <p>Documents are encoded when they are committed, long after the command; one that cannot be encoded would fail that
 * commit and every later one.
 */
final class Storable {
  private static final int MAX_DEPTH = 100; // as MongoDB

  private Storable() {}

  static void check(Document d) {
    checkNames(d);
    check(d, 0);
  }

  /** The same for a document that shares with the one before it what was checked then. */
  static void check(Document before, Document after) {
    checkNames(after);
    after.forEach((name, now) -> {
      Object then = before.get(name);
      if (now == then) return;
      if (now instanceof List<?> list && then instanceof List<?> shorter) checkNew(shorter, list);
      else check(now, 1);
    });
  }

  private static void checkNew(List<?> before, List<?> after) {
    for (int i = 0; i < after.size(); i++) if (i >= before.size() || after.get(i) != before.get(i)) check(after.get(i), 2);
  }

  private static void checkNames(Document d) {
    for (String name : d.keySet()) { // the library fails on these half-way through the next update
      if (name.contains(".")) throw DurableBackend.unsupported("a field name with a dot: " + name);
    }
  }

  private static void check(@Nullable Object v, int depth) {
    if (depth > MAX_DEPTH) throw new MongoServerError(ErrorCode.BadValue, "document is nested too deeply");
    switch (v) {
      case null -> {}
      case Missing m -> throw new MongoServerError(ErrorCode.BadValue, "no value");
      case Map<?, ?> m -> m.values().forEach(x -> check(x, depth + 1));
      case Collection<?> c -> c.forEach(x -> check(x, depth + 1));
      default -> {
        if (!BsonOrder.isValue(v)) throw DurableBackend.unsupported("values of " + v.getClass());
      }
    }
  }
}
