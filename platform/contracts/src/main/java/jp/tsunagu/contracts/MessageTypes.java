package jp.tsunagu.contracts;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The names of all messages, read once from the sealed types. */
public final class MessageTypes {
  private static final Map<String, Class<? extends Message>> BY_NAME = new TreeMap<>();

  static {
    records(Message.class).filter(type -> type != UnknownMessage.class).forEach(type -> BY_NAME.put(nameOf(type), type));
  }

  private MessageTypes() {}

  public static Map<String, Class<? extends Message>> all() {
    return Map.copyOf(BY_NAME);
  }

  /**
   * Empty for a type this version of the contracts does not know; a newer
   * publisher may send such.
   */
  public static Optional<Class<? extends Message>> byName(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  public static String nameOf(Class<? extends Message> type) {
    WireName name = type.getAnnotation(WireName.class);
    if (name == null)
      throw new IllegalStateException(type + " has no @WireName");
    return name.value();
  }

  private static Stream<Class<? extends Message>> records(Class<?> type) {
    if (type.isSealed()) return Stream.of(type.getPermittedSubclasses()).flatMap(MessageTypes::records);
    return Stream.of(type.asSubclass(Message.class));
  }
}
