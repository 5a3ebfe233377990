package jp.tsunagu.systemtests;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.local.demo.MachineLogIn;
import tools.jackson.databind.json.JsonMapper;

/** The public API as one client's program uses it: a token by client credentials, JSON, an idempotency key per act. */
final class Door {
  static final String SECRET = MachineLogIn.SECRET;
  private static final HttpClient HTTP = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private static final JsonMapper JSON = JsonMapper.shared();

  private final URI address;
  private final String client;
  private @Nullable String token;

  Door(URI address, String client) {
    this.address = address;
    this.client = client;
  }

  Answer get(String path) {
    return send(HttpRequest.newBuilder(address.resolve(path)).GET());
  }

  Answer send(String method, String path, String key, Object body) {
    return send(HttpRequest.newBuilder(address.resolve(path)).header("Content-Type", "application/json").header("Idempotency-Key", key)
        .method(method, BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body))));
  }

  private Answer send(HttpRequest.Builder request) {
    try {
      return call(request.timeout(Duration.ofSeconds(15)).header("Authorization", "Bearer " + token()));
    } catch (IOException e) {
      throw new AssertionError("the door does not answer", e);
    }
  }

  synchronized String token() {
    if (token == null) token = logIn().done().body().path("access_token").asString();
    return token;
  }

  /** Asks for a token, whether there is one already or not. */
  Answer logIn() {
    try {
      return call(MachineLogIn.request(address, client));
    } catch (IOException e) {
      throw new AssertionError("nobody gives tokens", e);
    }
  }

  /** Whether a system answers there, and everything behind its door is ready. */
  static boolean isUp(URI door) {
    try {
      return call(HttpRequest.newBuilder(door.resolve("/actuator/health")).GET()).status() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  private static Answer call(HttpRequest.Builder request) throws IOException {
    try {
      HttpResponse<String> answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
      String text = answer.body().isBlank() ? "{}" : answer.body();
      return new Answer(answer.statusCode(), JSON.readTree(text));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
