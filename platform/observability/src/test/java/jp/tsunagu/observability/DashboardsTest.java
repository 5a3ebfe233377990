package jp.tsunagu.observability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** What Grafana is given. Whether its queries ask for what exists is tried on the running system, see {@code QueriesTest}. */
class DashboardsTest {
  private static final List<Map<String, Object>> DASHBOARDS = Files.in("grafana/dashboards").stream().map(Files::yaml).toList();

  private static Stream<Map<String, Object>> panels() {
    return DASHBOARDS.stream().flatMap(dashboard -> Files.list(dashboard, "panels").stream());
  }

  @Test
  void areNamedInBothLanguages() {
    assertThat(DASHBOARDS).hasSize(3).extracting(d -> Files.string(d, "uid")).doesNotHaveDuplicates();
    assertThat(Stream.concat(DASHBOARDS.stream(), panels())).extracting(one -> Files.string(one, "title"))
        .allSatisfy(title -> assertThat(title).matches("[^/]*[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}][^/]* ?/ [A-Z][^/]*"));
  }

  @Test
  void askTheStoreThatIsProvided() {
    var provided = Files.list(Files.yaml("grafana/provisioning/datasources/prometheus.yml"), "datasources");
    assertThat(panels()).isNotEmpty().allSatisfy(panel -> assertThat(provided).extracting(one -> one.get("uid"))
        .contains(Files.map(panel, "datasource").get("uid")));
  }

  @Test
  void doNotCoverOneAnother() {
    assertThat(DASHBOARDS).allSatisfy(dashboard -> {
      var places = Files.list(dashboard, "panels").stream().map(panel -> Files.map(panel, "gridPos")).toList();
      assertThat(places).extracting(place -> place.get("x") + "," + place.get("y")).doesNotHaveDuplicates();
      assertThat(places).allSatisfy(place -> assertThat(number(place, "x") + number(place, "w")).isLessThanOrEqualTo(24));
    });
  }

  private static int number(Map<String, Object> place, String name) {
    return Integer.parseInt(Files.string(place, name));
  }
}
