package jp.tsunagu.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** What docker-compose.yml promises, read without Docker; that it runs is tried by {@code mvn verify -Pcontainers}. */
class OneHostTest {
  private static final Path ROOT = Path.of("../..");
  private static final Set<String> JOBS = Set.of("secrets", "mongo-users", "backup", "restore");
  /** What a fresh start makes again: the broker from the journals, the others from their images; and what only looks on. */
  private static final Set<String> MADE_AGAIN = Set.of("kafka-data", "kafka-settings", "mongo-settings", "prometheus-data",
      "alertmanager-data", "grafana-data");
  private static final Map<String, Object> COMPOSED = composed();
  private static final Map<String, Map<String, Object>> SERVICES = part("services");

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

  @Test
  void savesWhatCannotBeMadeAgainAndNothingOfTheBroker() {
    Set<String> kept = new TreeSet<>(part("volumes").keySet());
    kept.removeAll(MADE_AGAIN);
    assertThat(kept).hasSizeGreaterThan(10);
    assertThat(named("backup")).containsExactlyInAnyOrderElementsOf(kept.stream().map(v -> v + ":/kept/" + v + ":ro").toList());
    Set<String> back = new TreeSet<>(kept.stream().map(v -> v + ":/kept/" + v).toList());
    back.add("kafka-data:/broker:ro"); // to see that it is empty
    assertThat(named("restore")).containsExactlyInAnyOrderElementsOf(back);
    assertThat(SERVICES.get("backup")).as("is asked for").containsKey("profiles").containsEntry("network_mode", "none");
    assertThat(SERVICES.get("restore")).as("is asked for").containsKey("profiles").containsEntry("network_mode", "none");
  }

  /** The volumes of a service, without what it mounts of the host. */
  private static List<String> named(String service) {
    return strings(Objects.requireNonNull(SERVICES.get(service)), "volumes").stream().filter(v -> !v.startsWith(".")).toList();
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
  private static Map<String, Map<String, Object>> part(String name) {
    return (Map<String, Map<String, Object>>) Objects.requireNonNull(COMPOSED.get(name));
  }

  private static Map<String, Object> composed() {
    try {
      return new Yaml().load(Files.readString(ROOT.resolve("docker-compose.yml")));
    } catch (IOException e) {
      throw new ExceptionInInitializerError(e);
    }
  }
}
