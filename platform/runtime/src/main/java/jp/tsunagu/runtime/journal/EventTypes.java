package jp.tsunagu.runtime.journal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.JacksonModule;

/** The stored names of events, explicit and versioned, so that a class can be renamed without rewriting history. */
public record EventTypes<E>(Map<String, Class<? extends E>> byName, Map<Class<?>, String> names, List<JacksonModule> forms) {
  public static <E> EventTypes<E> of(Map<String, Class<? extends E>> byName) {
    Map<Class<?>, String> names = new HashMap<>();
    byName.forEach((name, type) -> {
      if (names.put(type, name) != null) throw new IllegalArgumentException(type + " is named twice");
    });
    return new EventTypes<>(Map.copyOf(byName), Map.copyOf(names), List.of());
  }

  /** With names under which events were stored once and are no more. */
  public EventTypes<E> alsoReading(Map<String, Class<? extends E>> former) {
    Map<String, Class<? extends E>> all = new HashMap<>(byName);
    all.putAll(former);
    return new EventTypes<>(Map.copyOf(all), names, forms);
  }

  /** With values of the service that are stored in a form of their own, such as one sealed as a whole. */
  public EventTypes<E> storing(JacksonModule form) {
    return new EventTypes<>(byName, names, List.of(form));
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
