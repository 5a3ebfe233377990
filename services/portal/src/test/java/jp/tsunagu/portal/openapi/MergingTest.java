package jp.tsunagu.portal.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MergingTest {
  private final JsonMapper json = new JsonMapper();
  private final Merging merging = new Merging("Tsunagu", "http://localhost:8080");

  @Test
  void takesEveryPathOfTheApiAndNoOther() {
    merging.add("intake", document("/api/cases", "post", "A", "string"));
    merging.add("portal", document("/api/cases", "get", "B", "string"));
    merging.add("referral", document("/internal/journal", "get", "C", "string"));
    JsonNode paths = merging.whole().path("paths");
    assertThat(paths.propertyNames()).containsExactly("/api/cases");
    assertThat(paths.path("/api/cases").propertyNames()).containsExactlyInAnyOrder("post", "get");
  }

  @Test
  void keepsAShapeThatTwoServicesShareOnce() {
    merging.add("intake", document("/api/a", "get", "Version", "integer"));
    merging.add("referral", document("/api/b", "get", "Version", "integer"));
    assertThat(merging.whole().path("components").path("schemas").propertyNames()).containsExactly("Version");
  }

  @Test
  void tellsDifferentShapesOfOneNameApart() {
    merging.add("intake", document("/api/a", "get", "Given", "string"));
    merging.add("follow-up", document("/api/b", "get", "Given", "integer"));
    assertThat(merging.whole().path("components").path("schemas").propertyNames()).containsExactlyInAnyOrder("Given", "FollowupGiven");
    assertThat(merging.whole().path("paths").path("/api/b").path("get").path("schema").path("$ref").asString())
        .isEqualTo("#/components/schemas/FollowupGiven");
  }

  @Test
  void saysWhoseDescriptionIsMissing() {
    merging.missing(List.of("intake"));
    assertThat(merging.whole().path("x-missing").get(0).asString()).isEqualTo("intake");
  }

  private JsonNode document(String path, String verb, String schema, String type) {
    return json.readTree("""
        {"paths": {"%s": {"%s": {"schema": {"$ref": "#/components/schemas/%s"}}}}, "components": {"schemas": {"%s": {"type": "%s"}}}}"""
        .formatted(path, verb, schema, schema, type));
  }
}
