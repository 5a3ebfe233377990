package jp.tsunagu.systemtests.api;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

/** What {@code /api/openapi} says. */
public record Api(JsonNode document) {
  private static final String REFERENCE = "#/components/schemas/";

  public List<Operation> operations() {
    return document.path("paths").properties().stream().flatMap(path -> path.getValue().properties().stream()
        .map(verb -> operation(verb.getKey().toUpperCase(Locale.ROOT), path.getKey(), verb.getValue()))).toList();
  }

  private Operation operation(String method, String path, JsonNode said) {
    JsonNode body = said.path("requestBody").path("content").path("application/json").path("schema");
    var query = said.path("parameters").valueStream().filter(p -> p.path("in").asString().equals("query"))
        .map(p -> new Operation.Query(p.path("name").asString(), p.path("required").asBoolean(false), p.path("schema"))).toList();
    return new Operation(method, path, body.isMissingNode() ? null : body, query);
  }

  /** A shape itself, where only its name was given. */
  public JsonNode shape(JsonNode named) {
    String name = named.path("$ref").asString("");
    return name.isEmpty() ? named : document.path("components").path("schemas").path(name.substring(REFERENCE.length()));
  }

  /** The statuses an operation is said to answer with. */
  public Stream<String> statuses(Operation operation) {
    return said(operation).path("responses").propertyNames().stream();
  }

  /** The headers it is said to look at. */
  public Stream<String> headers(Operation operation) {
    return said(operation).path("parameters").valueStream().filter(p -> p.path("in").asString().equals("header"))
        .map(p -> p.path("name").asString());
  }

  private JsonNode said(Operation operation) {
    return document.path("paths").path(operation.path()).path(operation.method().toLowerCase(Locale.ROOT));
  }
}
