package jp.tsunagu.systemtests.simulation.store;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;

import org.bson.BsonDocument;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoIterable;

/** A query that is still being put together; it goes over the line when its answer is asked for. A projection gives all the same. */
final class SimulatedFind implements InvocationHandler {
  private final Function<SimulatedFind, List<Document>> ask;
  private BsonDocument sort = new BsonDocument();
  private int limit;
  private Function<Object, Object> mapped = Function.identity();

  /** An answer that is known. */
  SimulatedFind(List<Document> documents) {
    this.ask = _ -> documents;
  }

  private SimulatedFind(SimulatedCollection collection, BsonDocument filter) {
    this.ask = self -> collection.carry("find", () -> self.answer(collection.found(filter)));
  }

  @SuppressWarnings("unchecked")
  static FindIterable<Document> of(SimulatedCollection collection, BsonDocument filter) {
    return SimulatedCollection.proxy(new SimulatedFind(collection, filter), FindIterable.class);
  }

  private List<Document> answer(List<BsonDocument> found) {
    return found.stream().sorted(Values.order(sort)).limit(limit == 0 ? Long.MAX_VALUE : limit).map(Values::read).toList();
  }

  private List<Object> results() {
    return ask.apply(this).stream().map(d -> mapped.apply(d)).toList();
  }

  @Override
  @SuppressWarnings("unchecked")
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] given) {
    Object[] arguments = given == null ? new Object[0] : given;
    switch (method.getName()) {
      case "projection" -> {
        return proxy;
      }
      case "sort" -> {
        sort = Values.stored((Bson) arguments[0]);
        return proxy;
      }
      case "limit" -> {
        limit = (int) arguments[0];
        return proxy;
      }
      case "map" -> {
        Function<Object, Object> before = mapped;
        var then = (com.mongodb.Function<Object, Object>) arguments[0];
        mapped = one -> then.apply(before.apply(one));
        return SimulatedCollection.proxy(this, MongoIterable.class);
      }
      case "first" -> {
        if (limit == 0) limit = 1;
        return results().stream().findFirst().orElse(null);
      }
      case "into" -> {
        ((Collection<Object>) arguments[0]).addAll(results());
        return arguments[0];
      }
      case "forEach" -> {
        new ArrayList<>(results()).forEach(Objects.requireNonNull((Consumer<Object>) arguments[0]));
        return null;
      }
      default -> throw new UnsupportedOperationException("the simulated store has no " + method.getName() + " of what it found");
    }
  }
}
