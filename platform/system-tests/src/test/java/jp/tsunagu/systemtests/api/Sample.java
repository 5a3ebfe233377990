package jp.tsunagu.systemtests.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;

/**
 * Bodies that fit their shape.
 *
 * @param known what a shape cannot say, by the field's name: who there is, which day is still to come
 * @param whole whether fields that may be left out are there too
 */
public record Sample(Api api, Map<String, ?> known, boolean whole) {
  public Object of(JsonNode named) {
    return value("", named);
  }

  private Object value(String field, JsonNode named) {
    JsonNode shape = api.shape(named);
    if (shape.has("enum")) return shape.path("enum").get(0).asString();
    if (known.containsKey(field)) return known.get(field);
    return switch (shape.path("type").asString("object")) {
      case "object" -> object(shape);
      case "array" -> array(field, shape);
      case "boolean" -> true;
      case "integer", "number" -> shape.path("minimum").asInt(1);
      default -> text(shape);
    };
  }

  private Map<String, Object> object(JsonNode shape) {
    Set<String> required = shape.path("required").valueStream().map(JsonNode::asString).collect(Collectors.toSet());
    Map<String, Object> object = new LinkedHashMap<>();
    shape.path("properties").properties().stream().filter(p -> whole || required.contains(p.getKey()))
        .forEach(p -> object.put(p.getKey(), value(p.getKey(), p.getValue())));
    return object;
  }

  private List<Object> array(String field, JsonNode shape) {
    List<Object> array = new ArrayList<>();
    for (int i = 0; i < Math.max(1, shape.path("minItems").asInt(1)); i++) array.add(value(field, shape.path("items")));
    return array;
  }

  private static String text(JsonNode shape) {
    if (shape.has("example")) return shape.path("example").asString();
    return switch (shape.path("format").asString("")) {
      case "date" -> "2026-01-15";
      case "date-time" -> "2026-01-15T09:00:00Z";
      case "duration" -> "PT0S";
      case "email" -> "someone@example.jp";
      default -> "架空の文";
    };
  }
}
