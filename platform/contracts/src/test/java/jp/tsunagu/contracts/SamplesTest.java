package jp.tsunagu.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.annotation.JsonInclude;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Every message has a sample, and the sample says all that its record can hold. */
class SamplesTest {
  /** Stricter than any consumer: what the record does not know would be lost on the way back. */
  private static final JsonMapper STRICT = JsonMapper.builder()
      .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
          DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
      .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL)).build();

  static Set<String> types() {
    return MessageTypes.all().keySet();
  }

  @Test
  void existForEveryTypeAndNothingElse() throws IOException, URISyntaxException {
    var folder = Path.of(Objects.requireNonNull(SamplesTest.class.getResource("/contracts/samples")).toURI());
    try (var files = Files.list(folder)) {
      assertThat(files.map(f -> f.getFileName().toString().replaceFirst("\\.json$", ""))).containsExactlyInAnyOrderElementsOf(types());
    }
    assertThatIllegalArgumentException().isThrownBy(() -> Samples.json("referral.misspelt.v1")).withMessageContaining("misspelt");
  }

  /** Whoever changes a sample has a new form of the message. The former one lies on topics and in journals, and has to stay readable. */
  @ParameterizedTest
  @MethodSource("types")
  void areTheNewestOfAllThatWasEverPublished(String name) {
    var lines = Published.of(name);
    assertThat(lines).as("lines of " + name).isNotEmpty();
    assertThat(lines.getLast().get("data")).as("the last line of %s under contracts/published; add one, never change one", name)
        .isEqualTo(STRICT.readTree(Samples.json(name)));
    assertThat(lines).extracting(line -> line.required("form").asInt()).as("forms of " + name).isSorted();
  }

  @ParameterizedTest
  @MethodSource("types")
  void areReadIntoTheirRecordAndWrittenBackTheSame(String name) {
    var type = MessageTypes.byName(name).orElseThrow();
    var sample = STRICT.readTree(Samples.json(type));
    String written = STRICT.writeValueAsString(STRICT.treeToValue(sample, type));
    assertThat(STRICT.readTree(written)).isEqualTo(sample);
  }

  @ParameterizedTest
  @MethodSource("types")
  void showEveryFieldOfTheirRecord(String name) {
    var type = MessageTypes.byName(name).orElseThrow();
    var fields = Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).toList();
    assertThat(STRICT.readTree(Samples.json(name)).propertyNames()).containsExactlyInAnyOrderElementsOf(fields);
  }
}
