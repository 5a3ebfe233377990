package jp.tsunagu.systemtests.api;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An answer, to the byte. */
public record Heard(int status, List<Map.Entry<String, String>> headers, byte[] body) {
  /** When it was, and whether the server has had enough of this line, which it has after every hundredth request. */
  private static final Set<String> OF_THE_MOMENT = Set.of("date", "connection", "keep-alive");
  private static final JsonMapper JSON = JsonMapper.shared();

  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /** Missing if it is no JSON. */
  public JsonNode json() {
    try {
      return JSON.readTree(body);
    } catch (JacksonException notJson) {
      return JSON.missingNode();
    }
  }

  /** Empty if there is no such header. */
  public String header(String name) {
    return headers.stream().filter(h -> h.getKey().equalsIgnoreCase(name)).map(Map.Entry::getValue).findFirst().orElse("");
  }

  /** Everything in it but what the asker knows and when it was: what two answers must have in common to tell nothing apart. */
  public String shape(Map<String, String> known) {
    var shape = new StringBuilder().append(status).append('\n');
    headers.stream().filter(h -> !OF_THE_MOMENT.contains(h.getKey().toLowerCase(Locale.ROOT)))
        .forEach(h -> shape.append(h.getKey().toLowerCase(Locale.ROOT)).append(": ").append(h.getValue()).append('\n'));
    String all = shape.append(text()).toString();
    for (var value : known.entrySet()) all = all.replace(value.getValue(), "{" + value.getKey() + "}");
    return all;
  }

  @Override
  public String toString() {
    String text = text();
    return status + " " + header("Content-Type") + " " + (text.length() <= 500 ? text : text.substring(0, 500) + "…");
  }
}
