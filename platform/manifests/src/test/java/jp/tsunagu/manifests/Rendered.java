package jp.tsunagu.manifests;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;

/** All objects of an overlay, as {@code kubectl apply -k} would send them. */
record Rendered(String overlay, List<JsonNode> objects) {
  private static final ObjectMapper YAML = new ObjectMapper(
      YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build());

  static Rendered of(String overlay) throws IOException, InterruptedException {
    return new Rendered(overlay, objects(kustomized(overlay)));
  }

  static List<JsonNode> objects(String yaml) throws IOException {
    List<JsonNode> all = new ArrayList<>();
    try (var documents = YAML.readerFor(JsonNode.class).<JsonNode>readValues(yaml)) {
      documents.forEachRemaining(all::add);
    }
    return all;
  }

  private static String kustomized(String overlay) throws IOException, InterruptedException {
    Process kubectl;
    try {
      kubectl = new ProcessBuilder("kubectl", "kustomize", Path.of("../../k8s/overlays", overlay).toString())
          .redirectError(ProcessBuilder.Redirect.INHERIT).start();
    } catch (IOException absent) {
      throw new IllegalStateException("kubectl 1.27 or newer is needed to check k8s/: see https://kubernetes.io/docs/tasks/tools/", absent);
    }
    String yaml = new String(kubectl.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    if (kubectl.waitFor() != 0) throw new IllegalStateException("kubectl kustomize refuses the overlay " + overlay);
    return yaml;
  }

  Stream<JsonNode> all(String kind) {
    return objects.stream().filter(object -> object.path("kind").asText().equals(kind));
  }

  static String name(JsonNode object) {
    return object.at("/metadata/name").asText();
  }

  static String service(JsonNode object) {
    return object.at("/metadata/labels/app.kubernetes.io~1name").asText();
  }
}
