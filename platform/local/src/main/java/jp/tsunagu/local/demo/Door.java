package jp.tsunagu.local.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The system's one door, as another organisation's machine uses it: client credentials and JSON. */
final class Door {
  /** Services behind the door may still be hearing of one another for the first time. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final URI address;
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  /** Keys in order: a repeated request must be the same to the byte, and maps are shuffled anew in every JVM. */
  private final JsonMapper json = JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();
  private final Map<String, String> tokens = new ConcurrentHashMap<>();

  Door(URI address) {
    this.address = address;
  }

  Instant now(String organisation) {
    return Instant.parse(json.readTree(until2xx(get(organisation, "/api/clock")).body()).at("/now").asString());
  }

  /**
   * Asks until it is answered.
   *
   * @param key the same for the same act in every seeding
   * @return the answer's body; empty if the key was used before with another body, as dates in it move from start to start
   */
  JsonNode post(String organisation, String key, String path, Map<String, ?> body) {
    var request = HttpRequest.newBuilder(address.resolve(path)).timeout(Duration.ofSeconds(10)).header("Content-Type", "application/json")
        .header("Idempotency-Key", key).header("Authorization", "Bearer " + token(organisation))
        .POST(HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(body))).build();
    var answer = until2xx(request);
    return answer.body().isBlank() || answer.statusCode() == 422 ? json.createObjectNode() : json.readTree(answer.body());
  }

  private HttpRequest get(String organisation, String path) {
    return HttpRequest.newBuilder(address.resolve(path)).timeout(Duration.ofSeconds(10))
        .header("Authorization", "Bearer " + token(organisation)).build();
  }

  private HttpResponse<String> until2xx(HttpRequest request) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      String trouble;
      try {
        var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() / 100 == 2 || doneBefore(answer)) return answer;
        trouble = answer.statusCode() + " " + answer.body();
      } catch (IOException e) {
        trouble = e.toString();
      } catch (InterruptedException e) {
        throw interrupted();
      }
      if (System.nanoTime() > end)
        throw new IllegalStateException(request.method() + " " + request.uri().getPath() + " failed: " + trouble);
      pause();
    }
  }

  private static boolean doneBefore(HttpResponse<String> answer) {
    return answer.statusCode() == 422 && answer.body().contains("idempotency-key-reused");
  }

  private String token(String organisation) {
    return tokens.computeIfAbsent(organisation, o -> {
      var request = MachineLogIn.request(address, o).timeout(Duration.ofSeconds(10)).build();
      return json.readTree(until2xx(request).body()).at("/access_token").asString();
    });
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  private static IllegalStateException interrupted() {
    Thread.currentThread().interrupt();
    return new IllegalStateException("seeding was interrupted");
  }
}
