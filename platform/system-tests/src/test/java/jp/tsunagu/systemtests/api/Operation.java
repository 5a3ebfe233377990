package jp.tsunagu.systemtests.api;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

/**
 * One thing that can be asked of the API.
 *
 * @param body  the shape of what it takes, or null
 * @param query the parameters in the address
 */
public record Operation(String method, String path, @Nullable JsonNode body, List<Query> query) {
  private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

  public record Query(String name, boolean required, JsonNode schema) {}

  /** Such as {@code GET /api/cases/{caseId}}; the row it has in a table. */
  public String name() {
    return method + " " + path;
  }

  public boolean changes() {
    return !method.equals("GET");
  }

  public List<String> variables() {
    return VARIABLE.matcher(path).results().map(found -> found.group(1)).toList();
  }

  /** The address of one thing. */
  public String at(Map<String, String> values) {
    return VARIABLE.matcher(path).replaceAll(found -> {
      String value = values.get(found.group(1));
      if (value == null) throw new AssertionError("how is a real " + found.group(1) + " made? " + name());
      return java.util.regex.Matcher.quoteReplacement(value);
    });
  }
}
