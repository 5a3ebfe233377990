package jp.tsunagu.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** What docker-compose.yml promises, read without Docker; that it runs is tried by {@code mvn verify -Pcontainers}. */
class OneHostTest {
  private static final Path ROOT = Path.of("../..");
  private static final Set<String> JOBS = Set.of("secrets", "mongo-users");
  private static final Map<String, Map<String, Object>> SERVICES = services();

  @Test
  void letsNobodyWriteWhereTheyNeedNotOrDoWhatTheyNeedNot() {
    assertThat(SERVICES).allSatisfy((name, service) -> {
      assertThat(service.get("read_only")).as("%s's root is read-only", name).isEqualTo(true);
      assertThat(service.get("cap_drop")).as("%s has no rights", name).isEqualTo(List.of("ALL"));
    });
  }

  @Test
  void boundsWhateverStays() {
    assertThat(SERVICES).allSatisfy((name, service) -> {
      if (!JOBS.contains(name)) assertThat(String.valueOf(service.get("deploy"))).as(name).contains("memory=", "cpus=");
    });
  }

  @Test
  void saysNoPassword() {
    assertThat(SERVICES).allSatisfy((name, service) -> assertThat(environment(service).keySet()).as(name)
        .noneMatch(key -> key.matches(".*(PASSWORD|SECRET|TOKEN)") || key.endsWith("_KEY")));
  }

  @Test
  void runsOnTheImagesThatTestsRunOn() {
    for (String name : List.of("kafka", "mongo"))
      assertThat(SERVICES.get(name)).containsEntry("image", System.getProperty("tsunagu.image." + name));
  }

  @Test
  void mountsWhatThereIs() {
    assertThat(SERVICES).allSatisfy((_, service) -> assertThat(strings(service, "volumes").stream().filter(v -> v.startsWith("."))
        .map(v -> ROOT.resolve(v.substring(0, v.indexOf(':'))))).allSatisfy(path -> assertThat(path).exists()));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> environment(Map<String, Object> service) {
    return (Map<String, Object>) service.getOrDefault("environment", Map.of());
  }

  @SuppressWarnings("unchecked")
  private static List<String> strings(Map<String, Object> service, String name) {
    return (List<String>) service.getOrDefault(name, List.of());
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Map<String, Object>> services() {
    try {
      Map<String, Object> all = new Yaml().load(Files.readString(ROOT.resolve("docker-compose.yml")));
      return (Map<String, Map<String, Object>>) Objects.requireNonNull(all.get("services"));
    } catch (IOException e) {
      throw new ExceptionInInitializerError(e);
    }
  }
}
