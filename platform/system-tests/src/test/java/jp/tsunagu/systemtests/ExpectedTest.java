package jp.tsunagu.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import jp.tsunagu.systemtests.api.Heard;

/** The matrix is only worth something if a wrong answer would be seen. */
class ExpectedTest {
  private static final Map<String, String> KNOWN = Map.of("caseId", "c-real");
  private static final Map<String, String> UNKNOWN = Map.of("caseId", "c-none");

  private static Heard heard(int status, String body, String... header) {
    var headers = header.length == 0 ? List.<Map.Entry<String, String>>of() : List.of(Map.entry(header[0], header[1]));
    return new Heard(status, headers, body.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void reportsACaseShownToAStranger() {
    assertThat(Expected.HIDDEN.complaint(heard(200, "{\"caseId\":\"c-real\"}"), heard(404, "no"), KNOWN, UNKNOWN)).hasValueSatisfying(
        complaint -> assertThat(complaint).contains("not hidden", "c-real"));
  }

  @Test
  void reportsAForbiddenThatBetraysACase() {
    assertThat(Expected.HIDDEN.complaint(heard(403, "no"), heard(404, "no"), KNOWN, UNKNOWN)).isPresent();
  }

  @Test
  void reportsOneOtherWordOrHeader() {
    assertThat(Expected.HIDDEN.complaint(heard(404, "no"), heard(404, "No"), KNOWN, UNKNOWN)).isPresent();
    assertThat(Expected.HIDDEN.complaint(heard(404, "no", "ETag", "\"7\""), heard(404, "no"), KNOWN, UNKNOWN)).isPresent();
  }

  @Test
  void takesTheAddressAndTheTimeForNoDifference() {
    var real = heard(404, "/api/cases/c-real", "Date", "now");
    var missing = heard(404, "/api/cases/c-none", "Date", "then");
    assertThat(Expected.HIDDEN.complaint(real, missing, KNOWN, UNKNOWN)).isEmpty();
  }

  @Test
  void reportsAHolderWhoIsKeptOutAndAFailure() {
    for (int status : List.of(401, 403, 404, 500, 503))
      assertThat(Expected.YES.complaint(heard(status, ""), heard(404, ""), KNOWN, UNKNOWN)).as("%s", status).isPresent();
    assertThat(Expected.YES.complaint(heard(412, ""), heard(404, ""), KNOWN, UNKNOWN)).isEmpty();
  }

  @Test
  void reportsWhoMayDoWhatIsForbidden() {
    assertThat(Expected.FORBIDDEN.complaint(heard(200, ""), heard(404, ""), KNOWN, UNKNOWN)).isPresent();
  }
}
