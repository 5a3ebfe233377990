package jp.tsunagu.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A form in which something was once written, as a line of a file keeps it:
 * {@code {"type", "form", "data", "typeNow"?, "now"?, "also"?: {"/pointer": [other values]}}}. Lines that begin with {@code #} are for readers.
 *
 * @param place     file and line
 * @param number    of the form among those of its type, from 1
 * @param data      as it was written
 * @param typeNow   under which name the same would be written today
 * @param now       how the same would be written today; what is sealed stands open in it
 * @param todays    whether that is how it was written
 * @param variation whether it is the line with one other value
 */
public record WrittenForm(String place, String type, int number, ObjectNode data, String typeNow, JsonNode now, boolean todays,
    boolean variation) {
  private static final JsonMapper JSON = new JsonMapper();

  /** @param resource of a class path, e.g. {@code /events/journey.jsonl} */
  public static List<WrittenForm> in(String resource) {
    List<WrittenForm> forms = new ArrayList<>();
    List<String> lines = text(resource).lines().toList();
    for (int i = 0; i < lines.size(); i++)
      if (!lines.get(i).isBlank() && !lines.get(i).startsWith("#"))
        forms.addAll(of(resource.substring(1) + ":" + (i + 1), (ObjectNode) JSON.readTree(lines.get(i))));
    return forms;
  }

  private static List<WrittenForm> of(String place, ObjectNode line) {
    String type = line.required("type").asString();
    int number = line.required("form").asInt();
    ObjectNode data = (ObjectNode) line.required("data");
    var told = new WrittenForm(place + " " + type + " form " + number, type, number, data, line.path("typeNow").asString(type),
        line.has("now") ? line.get("now") : data,
        !line.has("now") && !line.has("typeNow"), false);
    List<WrittenForm> all = new ArrayList<>(List.of(told));
    for (var other : line.path("also").properties()) for (JsonNode value : other.getValue()) all.add(told.with(other.getKey(), value));
    return all;
  }

  /** The same with another value in one place, such as a code of a list. */
  private WrittenForm with(String pointer, JsonNode value) {
    return new WrittenForm(place + " " + pointer + " " + value, type, number, (ObjectNode) replaced(data, pointer, value), typeNow,
        replaced(now, pointer, value), todays, true);
  }

  private static JsonNode replaced(JsonNode tree, String pointer, JsonNode value) {
    JsonNode copy = tree.deepCopy();
    JsonPointer at = JsonPointer.compile(pointer);
    if (copy.at(at).isMissingNode()) throw new IllegalArgumentException("there is nothing at " + pointer);
    ((ObjectNode) copy.at(at.head())).set(at.last().getMatchingProperty(), value);
    return copy;
  }

  private static String text(String resource) {
    try (var in = Objects.requireNonNull(WrittenForm.class.getResourceAsStream(resource), resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
