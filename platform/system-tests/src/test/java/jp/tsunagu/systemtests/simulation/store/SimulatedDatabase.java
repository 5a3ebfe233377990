package jp.tsunagu.systemtests.simulation.store;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Date;

import org.bson.Document;
import org.jspecify.annotations.Nullable;

import com.mongodb.client.MongoDatabase;

/** One service's database, as one of its processes reaches it. */
record SimulatedDatabase(SimulatedStore store, String name, Line line) implements InvocationHandler {
  MongoDatabase proxy() {
    return (MongoDatabase) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[]{MongoDatabase.class}, this);
  }

  @Override
  public Object invoke(Object proxy, Method method, Object @Nullable [] arguments) {
    return switch (method.getName()) {
      case "getName" -> name;
      case "getCollection" -> SimulatedCollection.of(this, (String) java.util.Objects.requireNonNull(arguments)[0]);
      case "runCommand" -> line.carry("hello", () -> new Document("localTime", Date.from(store.clock().instant())));
      default -> throw new UnsupportedOperationException("the simulated store has no " + method.getName());
    };
  }
}
