package jp.tsunagu.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** All that was ever published of a type, oldest first: {@code {type, form, data, now?, also?}}. */
final class Published {
  private static final JsonMapper JSON = new JsonMapper();

  private Published() {}

  static List<JsonNode> of(String wireName) {
    return text("/contracts/published/" + wireName.substring(0, wireName.indexOf('.')) + ".jsonl").lines().filter(l -> !l.startsWith("#"))
        .map(JSON::readTree).filter(line -> line.required("type").asString().equals(wireName)).toList();
  }

  private static String text(String resource) {
    try (var in = Objects.requireNonNull(Published.class.getResourceAsStream(resource), resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
