package jp.tsunagu.observability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** What an OpenTelemetry collector is given hangs together, as its environment leaves it. */
class CollectorTest {
  private static final Pattern UNSAID = Pattern.compile("\\$\\{env:(\\w+):-(.*)}");
  private static final Pattern NAMED = Pattern.compile("TSUNAGU_TRACES_\\w+");
  private static final Map<String, Object> COLLECTOR = Files.yaml("otel/collector.yml");
  private static final Map<String, Object> SERVICE = Files.map(COLLECTOR, "service");
  private static final Map<String, Object> TRACES = Files.map(Files.map(SERVICE, "pipelines"), "traces");

  /** As the collector reads it: what the environment does not say is YAML behind {@code :-}. */
  private static @Nullable Object read(@Nullable Object value) {
    Matcher unsaid = UNSAID.matcher(String.valueOf(value));
    return unsaid.matches() ? new Yaml().load(unsaid.group(2)) : value;
  }

  @Test
  void listensWhereTheServicesAndOthersSpeak() {
    var protocols = Files.map(Files.map(Files.map(COLLECTOR, "receivers"), "otlp"), "protocols");
    assertThat(Files.map(protocols, "http")).containsEntry("endpoint", "0.0.0.0:4318");
    assertThat(Files.map(protocols, "grpc")).containsEntry("endpoint", "0.0.0.0:4317");
  }

  @Test
  void usesWhatIsSetUpAndNothingElse() {
    assertThat(Files.map(COLLECTOR, "extensions").keySet()).containsExactlyElementsOf(names(SERVICE, "extensions"));
    assertThat(Files.map(COLLECTOR, "receivers").keySet()).containsExactlyElementsOf(names(TRACES, "receivers"));
    assertThat(Files.map(COLLECTOR, "processors").keySet()).containsExactlyElementsOf(names(TRACES, "processors"));
    assertThat(names(TRACES, "processors")).as("refused before it is gathered").startsWith("memory_limiter").endsWith("batch");
  }

  @Test
  void writesToItsLogUntilItIsToldOfABackend() {
    assertThat(names(TRACES, "exporters")).containsExactly("debug");
    var exporters = Files.map(COLLECTOR, "exporters");
    assertThat(exporters).containsOnlyKeys("debug", "otlp");
    assertThat(read(Files.map(Files.map(exporters, "otlp"), "tls").get("insecure"))).isEqualTo(false);
  }

  @Test
  void explainsEverySettingItReads() {
    String text = Files.text("otel/collector.yml");
    String explained = text.lines().filter(line -> line.startsWith("#")).reduce("", (a, b) -> a + "\n" + b);
    var read = NAMED.matcher(text.substring(explained.length())).results().map(m -> m.group()).toList();
    assertThat(read).hasSize(3).allSatisfy(name -> assertThat(explained).contains("#   " + name));
  }

  private static List<String> names(Map<String, Object> of, String name) {
    List<String> names = new ArrayList<>();
    if (read(of.get(name)) instanceof List<?> list) list.forEach(one -> names.add(String.valueOf(one)));
    return names;
  }
}
