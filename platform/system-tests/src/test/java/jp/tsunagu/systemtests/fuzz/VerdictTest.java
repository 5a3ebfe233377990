package jp.tsunagu.systemtests.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import jp.tsunagu.systemtests.api.Heard;

/** A run that complains of nothing is worth what it would have complained of. */
class VerdictTest {
  private static final String GOOD = """
      {"type":"urn:tsunagu:problem:malformed","title":"Bad Request","status":400,"detail":"Some fields cannot be read.","code":"malformed"}""";

  private static List<String> of(int status, String type, String body) {
    return Verdict.of(new Heard(status, List.of(Map.entry("Content-Type", type)), body.getBytes(StandardCharsets.UTF_8)), false);
  }

  @Test
  void acceptsAProblem() {
    assertThat(of(400, "application/problem+json", GOOD)).isEmpty();
  }

  @Test
  void reportsAFailure() {
    assertThat(of(500, "application/problem+json", GOOD.replace("400", "500"))).containsExactly("a failure");
  }

  @Test
  void reportsAPageInPlaceOfAProblem() {
    assertThat(of(400, "text/html", "<h1>HTTP Status 400</h1>")).containsExactly("no problem details");
    assertThat(of(404, "application/problem+json", GOOD)).as("of another status").containsExactly("no problem details");
  }

  @Test
  void reportsWordsFromInside() {
    for (String words : List.of("java.lang.IllegalStateException", "at jp.tsunagu.intake.X.y(X.java:3)", "com.mongodb.MongoWriteError",
        "Cannot deserialize value of type tools.jackson.x"))
      assertThat(of(200, "application/json", words)).as(words).containsExactly("tells of the insides");
  }
}
