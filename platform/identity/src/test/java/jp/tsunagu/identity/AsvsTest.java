package jp.tsunagu.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** Keeps {@code ASVS.md} from naming what is no longer there, and from losing a requirement. */
class AsvsTest {
  /** How many requirements of levels 1 and 2 each chapter of version 5.0.0 has. */
  private static final Map<Integer, Long> CHAPTERS = Map.ofEntries(Map.entry(1, 27L), Map.entry(2, 11L), Map.entry(3, 19L),
      Map.entry(4, 10L), Map.entry(5, 9L), Map.entry(6, 35L), Map.entry(7, 18L), Map.entry(8, 7L), Map.entry(9, 7L), Map.entry(10, 29L),
      Map.entry(11, 14L), Map.entry(12, 9L), Map.entry(13, 13L), Map.entry(14, 9L), Map.entry(15, 13L), Map.entry(16, 16L),
      Map.entry(17, 7L));
  private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\d+)\\.(\\d+)\\.(\\d+) \\| ([^|]+) \\| ([^|]+) \\| ([^|]+) \\|$");
  private static final Pattern CLASS = Pattern.compile("`([A-Z][A-Za-z0-9]+)`");
  private static final Path MODULE = Path.of("").toAbsolutePath();

  private final String text = read(MODULE.resolve("ASVS.md"));
  private final List<MatchResult> rows = ROW.matcher(text).results().toList();

  @Test
  void answersEveryRequirementOnce() {
    assertThat(rows).extracting(row -> row.group(1) + "." + row.group(2) + "." + row.group(3)).doesNotHaveDuplicates();
    assertThat(rows.stream().collect(Collectors.groupingBy(row -> Integer.valueOf(row.group(1)), Collectors.counting())))
        .isEqualTo(CHAPTERS);
    assertThat(rows).extracting(row -> row.group(5)).containsOnly("met", "not applicable", "not yet met");
  }

  @Test
  void countsItsAnswers() {
    var counts = rows.stream().collect(Collectors.groupingBy(row -> row.group(5), Collectors.counting()));
    assertThat(text).contains("%d are met, %d are not applicable, %d are not yet met.".formatted(counts.get("met"),
        counts.get("not applicable"), counts.get("not yet met")));
  }

  @Test
  void namesOnlyWhatThereIs() throws IOException {
    Set<String> named = CLASS.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toSet());
    assertThat(named).hasSizeGreaterThan(80);
    Path repository = MODULE.resolve("../..").normalize();
    assertThat(Stream.concat(classes(repository.resolve("platform")), classes(repository.resolve("services"))).collect(Collectors.toSet()))
        .containsAll(named);
  }

  private static Stream<String> classes(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().contains("/src/")).map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".java")).map(name -> name.substring(0, name.length() - ".java".length())).toList().stream();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
