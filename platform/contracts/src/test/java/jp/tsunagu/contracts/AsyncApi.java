package jp.tsunagu.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The AsyncAPI document, as a tree and as the schemas it holds. */
final class AsyncApi {
  private static final String BASE = "https://tsunagu.invalid/asyncapi.json";
  static final JsonNode DOCUMENT = read();
  private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7,
      builder -> builder.schemas(Map.of(BASE, DOCUMENT.toString())));

  private AsyncApi() {}

  static JsonNode schemas() {
    return DOCUMENT.at("/components/schemas");
  }

  static List<Error> errors(String schema, String json) {
    Schema found = SCHEMAS.getSchema(SchemaLocation.of(BASE + "#/components/schemas/" + schema));
    return found.validate(json, InputFormat.JSON, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
  }

  /** The schema itself, wherever it is kept. */
  static JsonNode resolve(JsonNode schema) {
    return schema.has("$ref") ? resolve(at(schema)) : schema;
  }

  static JsonNode at(JsonNode reference) {
    return DOCUMENT.at(reference.get("$ref").asString().substring(1));
  }

  private static JsonNode read() {
    try (var in = Objects.requireNonNull(AsyncApi.class.getResourceAsStream("/contracts/asyncapi.yaml"))) {
      return new YAMLMapper().readTree(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
