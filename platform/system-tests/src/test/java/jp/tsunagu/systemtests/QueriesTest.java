package jp.tsunagu.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.yaml.snakeyaml.Yaml;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every alert and every panel asks for something that the running system has: a metric that was renamed would otherwise leave an alert
 * behind that never fires, and nobody would notice.
 */
@ExtendWith(Town.Here.class)
class QueriesTest {
  private static final Path FILES = Path.of("..", "observability");
  /** The collector's own. */
  private static final Set<String> COLLECTORS = Set.of("up");

  private final Town town;

  QueriesTest(Town town) {
    this.town = town;
  }

  @Test
  void askForNothingThatDoesNotExist() throws IOException {
    town.desk("org05").opens("HOUSING"); // the doors have been asked for something, so that their times exist
    Exposed.by(town);
    var exposed = Exposed.by(town);
    Map<String, String> queries = queries();
    assertThat(queries).hasSizeGreaterThan(40);
    List<String> missing = new ArrayList<>();
    queries.forEach((where, text) -> missing(Query.of(text), exposed).forEach(what -> missing.add(where + ": " + what)));
    assertThat(missing).isEmpty();
  }

  private static List<String> missing(Query query, Exposed exposed) {
    List<String> missing = new ArrayList<>();
    if (query.asked().isEmpty()) missing.add("asks for nothing: " + query.text());
    for (Query.Selector asked : query.asked()) {
      if (COLLECTORS.contains(asked.metric())) continue;
      if (exposed.of(asked.metric()).isEmpty()) missing.add("no metric " + asked.metric());
      Set<String> labels = exposed.labels(asked.metric());
      Stream.concat(asked.labels().stream(), query.grouped().stream()).filter(label -> !labels.contains(label))
          .forEach(label -> missing.add(asked.metric() + " has no label " + label));
      if (asked.metric().startsWith("tsunagu_")) asked.equal().forEach((label, value) -> {
        if (exposed.of(asked.metric()).stream().noneMatch(one -> value.equals(one.labels().get(label))))
          missing.add(asked.metric() + " is never " + label + "=" + value);
      });
    }
    return missing;
  }

  /** By where they stand. */
  private static Map<String, String> queries() throws IOException {
    Map<String, String> all = new LinkedHashMap<>();
    try (var in = Files.newBufferedReader(FILES.resolve("prometheus/alerts.yml"))) {
      Map<String, List<Map<String, List<Map<String, Object>>>>> rules = new Yaml().load(in);
      rules.getOrDefault("groups", List.of()).forEach(group -> group.getOrDefault("rules", List.of())
          .forEach(rule -> all.put("alert " + rule.get("alert"), String.valueOf(rule.get("expr")))));
    }
    try (Stream<Path> dashboards = Files.list(FILES.resolve("grafana/dashboards"))) {
      dashboards.sorted().forEach(file -> panels(JsonMapper.shared().readTree(file.toFile())).forEach(panel -> panel.path("targets")
          .forEach(target -> all.put(file.getFileName() + " " + panel.path("title").asString() + " " + target.path("refId").asString(),
              target.path("expr").asString()))));
    }
    return all;
  }

  private static Stream<JsonNode> panels(JsonNode dashboard) {
    return dashboard.path("panels").valueStream();
  }

  @Test
  void areReadAsTheyStand() {
    var query = Query.of("max by (job, le) (rate(a_total{x=\"1\",y!~\"z\"}[5m])) > 0.5 and on (job) absent(b) or sum(c) / 2");
    assertThat(query.asked()).extracting(Query.Selector::metric).containsExactly("a_total", "b", "c");
    assertThat(query.asked().getFirst().labels()).containsExactlyInAnyOrder("x", "y");
    assertThat(query.asked().getFirst().equal()).isEqualTo(Map.of("x", "1"));
    assertThat(query.grouped()).containsExactlyInAnyOrder("job", "le");
  }
}
