package jp.tsunagu.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A caller at the door of a service under test, over real HTTP: a refusal is an answer, silence fails the test. */
public final class DoorClient {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final HttpClient client = HttpClient.newHttpClient();
  private final IntSupplier port;

  /**
   * What the door said.
   *
   * @param body an empty object where nothing was said
   * @param headers by name in any case
   */
  public record Answer(int status, JsonNode body, Map<String, List<String>> headers) {
    /** @param pointer into the body, e.g. {@code /errors/0/code} */
    public String text(String pointer) {
      return body.at(pointer).asString("");
    }

    public String header(String name) {
      return headers.getOrDefault(name, List.of("")).getFirst();
    }

    /** Status, code and field of a problem, e.g. {@code 422 required summary}. */
    public String inWords() {
      return (status + " " + text("/code") + " " + text("/errors/0/field")).strip();
    }
  }

  /** @param port asked for each request, as a service that is started again has another */
  public DoorClient(IntSupplier port) {
    this.port = port;
  }

  public Answer get(String token, String path) {
    return send("GET", token, path, null, Map.of());
  }

  public Answer post(String token, String path, @Nullable String body) {
    return send("POST", token, path, body, Map.of());
  }

  /** @param headers such as {@code Idempotency-Key}; a {@code Content-Type} replaces JSON's */
  public Answer send(String method, String token, String path, @Nullable String body, Map<String, String> headers) {
    var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port.getAsInt() + path))
        .header("Content-Type", "application/json").header("Authorization", "Bearer " + token)
        .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    headers.forEach(request::setHeader);
    try {
      return answer(client.send(request.build(), HttpResponse.BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new AssertionError("the door does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static Answer answer(HttpResponse<String> said) {
    JsonNode body = said.body().isBlank() ? JSON.createObjectNode() : JSON.readTree(said.body());
    return new Answer(said.statusCode(), body, said.headers().map());
  }
}
