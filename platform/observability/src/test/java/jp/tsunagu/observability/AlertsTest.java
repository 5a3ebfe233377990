package jp.tsunagu.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** Alerts do what they say, and whoever is woken by one finds what to do. */
class AlertsTest {
  private static final Pattern ENTRY = Pattern.compile("^## (\\w+)$", Pattern.MULTILINE);
  private static final List<Map<String, Object>> RULES = Files.list(Files.yaml("prometheus/alerts.yml"), "groups").stream()
      .flatMap(group -> Files.list(group, "rules").stream()).toList();
  private static final List<String> ALERTS = RULES.stream().map(rule -> Files.string(rule, "alert")).toList();

  @Test
  void haveAnEntryInTheRunbookAndNoEntryIsOfNone() {
    assertThat(ENTRY.matcher(Files.text("RUNBOOK.md")).results().map(m -> m.group(1))).containsExactlyElementsOf(ALERTS);
  }

  @Test
  void saySomethingToWhomeverTheyWakeInBothLanguages() {
    assertThat(RULES).allSatisfy(rule -> {
      Map<String, Object> says = Files.map(rule, "annotations");
      assertThat(Files.string(says, "runbook")).isEqualTo("RUNBOOK.md#" + Files.string(rule, "alert").toLowerCase(Locale.ROOT));
      assertThat(Files.string(says, "summary")).matches("(?s).*\\p{IsHan}.* / [a-z ].*");
      assertThat(Files.string(Files.map(rule, "labels"), "severity")).isIn("page", "ticket");
    });
  }

  @Test
  void areTriedWhereTheyFireAndWhereTheyMustNot() {
    var cases = Files.list(Files.yaml("prometheus/alerts-test.yml"), "tests").stream()
        .flatMap(one -> Files.list(one, "alert_rule_test").stream()).toList();
    Predicate<Map<String, Object>> fires = one -> !Files.list(one, "exp_alerts").isEmpty();
    assertThat(names(cases.stream().filter(fires))).containsAll(ALERTS);
    assertThat(names(cases.stream().filter(fires.negate()))).containsAll(ALERTS);
  }

  private static List<String> names(Stream<Map<String, Object>> cases) {
    return cases.map(one -> Files.string(one, "alertname")).toList();
  }

  @Test
  void passTheirCases() throws IOException, InterruptedException {
    assertThat(promtool("test", "rules", "alerts-test.yml")).contains("SUCCESS");
    assertThat(promtool("check", "config", "--syntax-only", "prometheus.yml")).contains("SUCCESS");
  }

  private static String promtool(String... arguments) throws IOException, InterruptedException {
    Optional<String> tool = tool();
    assumeTrue(tool.isPresent(), "there is no promtool on the PATH (Debian: package prometheus) and none in -Dtsunagu.promtool");
    var command = Stream.concat(tool.stream(), Arrays.stream(arguments)).toList();
    Process process = new ProcessBuilder(command).directory(new File("prometheus")).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }

  private static Optional<String> tool() {
    String named = System.getProperty("tsunagu.promtool", "");
    if (!named.isEmpty()) return Optional.of(named);
    String path = System.getenv().getOrDefault("PATH", "");
    return Arrays.stream(path.split(File.pathSeparator, -1)).map(folder -> Path.of(folder, "promtool"))
        .filter(java.nio.file.Files::isExecutable).map(Path::toString).findFirst();
  }
}
