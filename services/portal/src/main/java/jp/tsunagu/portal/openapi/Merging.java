package jp.tsunagu.portal.openapi;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Lays OpenAPI documents over each other: every path under {@code /api}, every component. Two services may use one name for
 * different shapes; then the later one's gets its service in front.
 */
final class Merging {
  private static final String REFERENCE = "#/components/schemas/";

  private final ObjectNode whole = JsonNodeFactory.instance.objectNode();
  private final ObjectNode paths;
  private final ObjectNode schemas;

  Merging(String title, String server) {
    whole.put("openapi", "3.1.0");
    whole.putObject("info").put("title", title).put("version", "1");
    whole.putArray("servers").addObject().put("url", server);
    whole.putArray("security").addObject().putArray("token");
    this.paths = whole.putObject("paths");
    ObjectNode components = whole.putObject("components");
    this.schemas = components.putObject("schemas");
    ObjectNode scheme = components.putObject("securitySchemes").putObject("token").put("type", "oauth2");
    scheme.putObject("flows").putObject("clientCredentials").put("tokenUrl", server + "/oauth2/token").putObject("scopes");
  }

  void add(String service, JsonNode document) {
    Map<String, String> renamed = renamed(service, document.path("components").path("schemas"));
    document.path("components").path("schemas").properties()
        .forEach(e -> schemas.set(renamed.getOrDefault(e.getKey(), e.getKey()), referring(e.getValue(), renamed)));
    document.path("paths").properties().stream().filter(e -> e.getKey().startsWith("/api/"))
        .forEach(e -> addPath(e.getKey(), referring(e.getValue(), renamed)));
  }

  /** One path may have its verbs in two services. */
  private void addPath(String path, JsonNode verbs) {
    if (paths.get(path) instanceof ObjectNode there && verbs instanceof ObjectNode more) there.setAll(more);
    else paths.set(path, verbs);
  }

  /** The services that could not be asked; their part is missing here. */
  void missing(Iterable<String> services) {
    ArrayNode names = JsonNodeFactory.instance.arrayNode();
    services.forEach(names::add);
    if (!names.isEmpty()) whole.set("x-missing", names);
  }

  ObjectNode whole() {
    return whole;
  }

  private Map<String, String> renamed(String service, JsonNode theirs) {
    Map<String, String> renamed = new TreeMap<>();
    theirs.properties().forEach(e -> {
      JsonNode there = schemas.get(e.getKey());
      if (there != null && !there.equals(e.getValue())) renamed.put(e.getKey(), prefix(service) + e.getKey());
    });
    return renamed;
  }

  private static String prefix(String service) {
    String name = service.replace("-", "");
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  private static JsonNode referring(JsonNode node, Map<String, String> renamed) {
    return renamed.isEmpty() ? node : rewritten(node, renamed);
  }

  private static JsonNode rewritten(JsonNode node, Map<String, String> renamed) {
    if (node instanceof ObjectNode object) {
      ObjectNode copy = JsonNodeFactory.instance.objectNode();
      object.properties().forEach(e -> copy.set(e.getKey(), rewritten(e.getValue(), renamed)));
      return copy;
    }
    if (node instanceof ArrayNode array) {
      ArrayNode copy = JsonNodeFactory.instance.arrayNode();
      array.forEach(n -> copy.add(rewritten(n, renamed)));
      return copy;
    }
    String text = node.isString() ? node.stringValue() : "";
    if (!text.startsWith(REFERENCE)) return node;
    String name = text.substring(REFERENCE.length());
    return JsonNodeFactory.instance.stringNode(REFERENCE + renamed.getOrDefault(name, name));
  }
}
