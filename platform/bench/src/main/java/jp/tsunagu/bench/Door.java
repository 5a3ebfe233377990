package jp.tsunagu.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import jp.tsunagu.local.demo.MachineLogIn;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The public API, by machine clients of the demo organisations. */
final class Door {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpClient http = HttpClient.newHttpClient();
  private final Map<String, String> tokens = new ConcurrentHashMap<>();
  private final URI address;

  Door(String address) {
    this.address = URI.create(address);
  }

  JsonNode get(String organisation, String path) {
    return send(request(organisation, path).GET().build(), 200);
  }

  JsonNode post(String organisation, String path, Object body, int expected) {
    return send(
        request(organisation, path).header("Content-Type", "application/json").header("Idempotency-Key", UUID.randomUUID().toString())
            .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body))).build(),
        expected);
  }

  JsonNode put(String organisation, String path, Object body) {
    return send(request(organisation, path).header("Content-Type", "application/json")
        .PUT(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body))).build(), 200);
  }

  private HttpRequest.Builder request(String organisation, String path) {
    return HttpRequest.newBuilder(address.resolve(path)).header("Authorization",
        "Bearer " + tokens.computeIfAbsent(organisation, this::token));
  }

  private String token(String organisation) {
    return send(MachineLogIn.request(address, organisation).build(), 200).path("access_token").asString();
  }

  private JsonNode send(HttpRequest request, int expected) {
    try {
      var response = http.send(request, BodyHandlers.ofByteArray());
      if (response.statusCode() != expected)
        throw new IllegalStateException(
            request.uri().getPath() + " answered " + response.statusCode() + " " + new String(response.body(), StandardCharsets.UTF_8));
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
