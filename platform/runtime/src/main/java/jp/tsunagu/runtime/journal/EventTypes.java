package jp.tsunagu.runtime.journal;

import java.util.HashMap;
import java.util.Map;

/** The stored names of events, explicit and versioned, so that a class can be renamed without rewriting history. */
public record EventTypes<E>(Map<String, Class<? extends E>> byName, Map<Class<?>, String> names) {
  public static <E> EventTypes<E> of(Map<String, Class<? extends E>> byName) {
    Map<Class<?>, String> names = new HashMap<>();
    byName.forEach((name, type) -> {
      if (names.put(type, name) != null) throw new IllegalArgumentException(type + " is named twice");
    });
    return new EventTypes<>(Map.copyOf(byName), Map.copyOf(names));
  }

  String nameOf(Object event) {
    String name = names.get(event.getClass());
    if (name == null) throw new IllegalStateException("no stored name for " + event.getClass());
    return name;
  }

  Class<? extends E> typeOf(String name) {
    Class<? extends E> type = byName.get(name);
    if (type == null) throw new IllegalStateException("the journal holds an event this version does not know: " + name);
    return type;
  }
}
