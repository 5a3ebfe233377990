package jp.tsunagu.directory.door;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import jp.tsunagu.directory.DirectoryApplication;
import jp.tsunagu.testing.Infrastructure;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The running service on the real broker and store, with its neighbours played by the test. */
final class Desk implements AutoCloseable {
  final Neighbours neighbours = new Neighbours();
  private final String database = "directory-" + UUID.randomUUID().toString().substring(0, 8);
  private final HttpClient client = HttpClient.newHttpClient();
  ConfigurableApplicationContext service;

  record Answer(int status, JsonNode body, String etag) {
    String text(String pointer) {
      return body.at(pointer).asString("");
    }
  }

  Desk() {
    service = start();
  }

  private ConfigurableApplicationContext start() {
    return new SpringApplicationBuilder(DirectoryApplication.class, Surroundings.class).properties("spring.config.name=directory").run(
        "--server.port=0", "--spring.mongodb.uri=" + Infrastructure.mongoUri(database), "--spring.mongodb.database=" + database,
        "--spring.cloud.stream.kafka.binder.brokers=" + Infrastructure.kafka(), "--tsunagu.instance=" + database,
        "--tsunagu.services.identity=" + neighbours.address("identity"), "--tsunagu.services.referral=" + neighbours.address("referral"),
        "--tsunagu.services.follow-up=" + neighbours.address("follow-up"), "--tsunagu.client.secret=secret");
  }

  void restart() {
    service.close();
    service = start();
  }

  Answer get(String worker, String path) {
    return send("GET", worker, path, null, Map.of());
  }

  Answer post(String worker, String path, @Nullable String body, String... headers) {
    return send("POST", worker, path, body, headers.length == 0 ? Map.of() : Map.of(headers[0], headers[1]));
  }

  Answer put(String worker, String path, String body, String... headers) {
    return send("PUT", worker, path, body, headers.length == 0 ? Map.of() : Map.of(headers[0], headers[1]));
  }

  private Answer send(String method, String worker, String path, @Nullable String body, Map<String, String> headers) {
    var request = HttpRequest.newBuilder(URI.create("http://localhost:" + service.getEnvironment().getProperty("local.server.port") + path))
        .header("Content-Type", "application/json").header("Authorization", "Bearer " + worker)
        .method(method, body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
    headers.forEach(request::header);
    try {
      var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      JsonNode json = answer.body().isBlank() ? JsonMapper.shared().createObjectNode() : JsonMapper.shared().readTree(answer.body());
      return new Answer(answer.statusCode(), json, answer.headers().firstValue("ETag").orElse(""));
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    service.close();
    neighbours.close();
  }
}
