package jp.tsunagu.portal.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import jp.tsunagu.portal.PortalTest;

/** What no part of the way reads alike is refused, and refused like everything else: with a problem that tells of no insides. */
class OddRequestsTest extends PortalTest {
  private static void isProblem(HttpResponse<String> answer, int status, String code) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.body()).contains("\"type\":\"urn:tsunagu:problem:" + code + "\"", "\"status\":" + status);
  }

  /** The server itself refuses these, before any filter. */
  @ParameterizedTest
  @ValueSource(strings = {"/api/cases/%2F", "/api/cases/%00", "/api/cases/%ff"})
  void refusesAnAddressThatIsNone(String path) {
    isProblem(get(path, yell()), 400, "bad-request");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/cases/%3B", "/api/cases/..%3b/x", "/api/cases/%25", "/api//cases", "/api/cases/;a=b"})
  void refusesAnAddressThatCanBeReadInTwoWays(String path) {
    isProblem(get(path, yell()), 400, "malformed-request");
  }

  @Test
  void refusesABodyOfAnyType() {
    var answer = send("/api/cases/c-1/closure", r -> r.POST(HttpRequest.BodyPublishers.ofString("{}"))
        .header("Authorization", "Bearer " + yell()).header("Content-Type", "*/*"));
    isProblem(answer, 415, "unsupported-media-type");
    assertThat(NEIGHBOURS.received()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"%2B999999999-12-31T00:00:00Z_c", "-999999999-01-01T00:00:00Z_c"})
  void refusesAMarkOfAYearThatNoStoreKnows(String mark) {
    isProblem(get("/api/cases?after=" + mark, yell()), 400, "malformed-mark");
  }

  /** Files are sent to one page of the desk; nothing of the API takes one, and what only looks like one is nobody's failure. */
  @ParameterizedTest
  @ValueSource(strings = {"", "--x", "--x\r\n\r\n", "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n",
      "--x\r\nContent-Disposition: form-data; name=\"\r\n\r\ndata\r\n--x--"})
  void takesNoFilesAndNothingThatOnlyLooksLikeOne(String body) {
    for (String type : new String[]{"multipart/form-data; boundary=x", "multipart/form-data"})
      for (String path : new String[]{"/api/board", "/api/parking/x/replay", "/imports/workers/rehearsal", "/cases/new", "/login/password",
          "/oauth2/token"}) {
            var answer = send(path, r -> r.POST(HttpRequest.BodyPublishers.ofString(body)).header("Authorization", "Bearer " + yell())
                .header("Content-Type", type));
            assertThat(answer.statusCode()).as("%s %s", path, type).isBetween(300, 499);
          }
    assertThat(NEIGHBOURS.received()).isEmpty();
  }

  @Test
  void takesNothingApartThatComesWithAQuestion() {
    for (String type : new String[]{"multipart/form-data; boundary=", "multipart/form-data", "multipart/form-data; boundary=x"}) {
      var answer = send("/api/board", r -> r.method("GET", HttpRequest.BodyPublishers.ofString("+10000-01-01"))
          .header("Authorization", "Bearer " + yell()).header("Content-Type", type));
      assertThat(answer.statusCode()).as(type).isEqualTo(403); // as without it: a board is not a caseworker's
    }
  }

  @Test
  void refusesAQueryThatIsNone() throws IOException {
    assertThat(raw("GET /api/cases?q=% HTTP/1.1")).startsWith("HTTP/1.1 400").contains("urn:tsunagu:problem:malformed-query");
  }

  @Test
  void refusesAParameterWhoseNameIsNone() throws IOException {
    assertThat(raw("GET /api/cases?%00=1 HTTP/1.1")).startsWith("HTTP/1.1 400").contains("urn:tsunagu:problem:malformed-request");
  }

  @Test
  void refusesAVersionThatIsNone() throws IOException {
    assertThat(raw("POST /api/calendar-feed HTTP/1.1\r\nIdempotency-Key: k-odd\r\nIf-Match: \"あ\"\r\nContent-Length: 0"))
        .startsWith("HTTP/1.1 400").contains("urn:tsunagu:problem:malformed-request");
  }

  @Test
  void refusesAnExpectationThatNobodyMeets() throws IOException {
    assertThat(raw("GET /api/cases HTTP/1.1\r\nExpect: wonders")).startsWith("HTTP/1.1 417").contains("application/problem+json");
  }

  @Test
  void findsNothingWhereErrorsEnd() {
    isProblem(send("/error", HttpRequest.Builder::GET), 404, "not-found");
  }

  /** As no library would send it. */
  private String raw(String head) throws IOException {
    try (var socket = new Socket("localhost", port)) {
      socket.setSoTimeout(10_000);
      String request = head + "\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer " + yell() + "\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
