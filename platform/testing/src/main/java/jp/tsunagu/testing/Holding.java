package jp.tsunagu.testing;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.journal.FreeText;

/** What values hold, all the way down: fields of records, and constants of enums. */
final class Holding {
  final Set<String> fields = new TreeSet<>();
  final Set<String> codes = new TreeSet<>();
  private final Set<Class<?>> seen = new HashSet<>();

  /** All that a value of this type may hold. */
  void possible(Type type) {
    if (type instanceof ParameterizedType of) Arrays.stream(of.getActualTypeArguments()).forEach(this::possible);
    if (!(type instanceof Class<?> c) || !seen.add(c) || c == FreeText.class) return;
    if (c.isSealed()) Arrays.stream(c.getPermittedSubclasses()).forEach(this::possible);
    if (c.isEnum()) for (Object constant : c.getEnumConstants()) codes.add(name((Enum<?>) constant));
    if (c.isRecord()) for (RecordComponent field : c.getRecordComponents()) {
      fields.add(name(c, field));
      possible(field.getGenericType());
    }
  }

  /** All that this value does hold. */
  void actual(@Nullable Object value) {
    switch (value) {
      case null -> {}
      case FreeText _ -> {}
      case Collection<?> all -> all.forEach(this::actual);
      case Map<?, ?> all -> all.forEach((key, one) -> {
        actual(key);
        actual(one);
      });
      case Enum<?> constant -> codes.add(name(constant));
      case Record r -> Arrays.stream(r.getClass().getRecordComponents()).forEach(field -> within(r, field));
      default -> {}
    }
  }

  private void within(Record value, RecordComponent field) {
    Object held = held(value, field);
    if (held == null) return;
    fields.add(name(value.getClass(), field));
    actual(held);
  }

  private static @Nullable Object held(Record value, RecordComponent field) {
    try {
      field.getAccessor().setAccessible(true);
      return field.getAccessor().invoke(value);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(field + " cannot be read", e);
    }
  }

  private static String name(Class<?> type, RecordComponent field) {
    return type.getName().substring(type.getPackageName().length() + 1) + "." + field.getName();
  }

  private static String name(Enum<?> constant) {
    Class<?> type = constant.getDeclaringClass();
    return type.getName().substring(type.getPackageName().length() + 1) + "." + constant.name();
  }
}
