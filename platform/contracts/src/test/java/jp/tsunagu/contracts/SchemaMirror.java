package jp.tsunagu.contracts;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

/** Compares a record with the schema that describes it, field by field and all the way down. */
final class SchemaMirror {
  private static final Map<Type, String> PLAIN = Map.of(String.class, "string", boolean.class, "boolean", Boolean.class, "boolean",
      int.class, "integer", long.class,
      "integer");
  private static final Map<Type, String> TIMES = Map.of(Instant.class, "date-time", LocalDate.class, "date",
      LocalTime.class, "time-local");

  private final List<String> found = new ArrayList<>();

  private SchemaMirror() {}

  static List<String> differences(Type type, JsonNode schema, String path) {
    var mirror = new SchemaMirror();
    mirror.compare(type, schema, path);
    return mirror.found;
  }

  private void compare(Type type, JsonNode reference, String path) {
    JsonNode schema = AsyncApi.resolve(reference);
    switch (type) {
      case Class<?> c when c.isRecord() -> object(c, schema, path);
      case Class<?> c when c.isEnum() -> same(path, names(c), texts(schema.get("enum")));
      case Class<?> c when TIMES.containsKey(c) -> same(path, TIMES.get(c), schema.path("format").asString(""));
      case Class<?> c -> same(path, PLAIN.get(c), schema.path("type").asString(""));
      case ParameterizedType list -> array(list, schema, path);
      default -> found.add(path + ": " + type);
    }
  }

  private void object(Class<?> type, JsonNode schema, String path) {
    var fields = type.getRecordComponents();
    same(path, names(fields), Set.copyOf(schema.get("properties").propertyNames()));
    same(path + " required", names(Arrays.stream(fields).filter(f -> !isOptional(f)).toArray(RecordComponent[]::new)),
        texts(schema.get("required")));
    same(path + " may grow", true, schema.path("additionalProperties").asBoolean(false));
    for (RecordComponent field : fields)
      compare(field.getGenericType(), schema.get("properties").path(field.getName()), path + "." + field.getName());
  }

  private void array(ParameterizedType type, JsonNode schema, String path) {
    same(path, "array", schema.path("type").asString(""));
    same(path + " unique", type.getRawType() == Set.class, schema.path("uniqueItems").asBoolean(false));
    compare(type.getActualTypeArguments()[0], schema.path("items"), path + "[]");
  }

  private void same(String path, @Nullable Object record, Object schema) {
    if (!schema.equals(record)) found.add(path + ": the record says " + record + ", the document " + schema);
  }

  private static boolean isOptional(RecordComponent field) {
    return field.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  private static Set<String> names(RecordComponent[] fields) {
    return new TreeSet<>(Arrays.stream(fields).map(RecordComponent::getName).toList());
  }

  private static Set<String> names(Class<?> type) {
    return new TreeSet<>(Arrays.stream(type.getEnumConstants()).map(c -> ((Enum<?>) c).name()).toList());
  }

  private static Set<String> texts(@Nullable JsonNode array) {
    Set<String> all = new TreeSet<>();
    if (array != null) array.forEach(value -> all.add(value.asString()));
    return all;
  }
}
