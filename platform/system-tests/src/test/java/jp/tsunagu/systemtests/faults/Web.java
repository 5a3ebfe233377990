package jp.tsunagu.systemtests.faults;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.runtime.tls.OwnAuthority;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One client's program at an address: a token by client credentials, and JSON. */
final class Web {
  private static final HttpClient HTTP = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).version(HttpClient.Version.HTTP_1_1)
      .sslContext(OwnAuthority.believing(Site.TLS.certificate())).build();
  private static final JsonMapper JSON = JsonMapper.shared();
  private final URI door;
  private final String client;
  private final String secret;
  private volatile @Nullable String token;

  record Answer(int status, JsonNode body) {
    boolean yes() {
      return status / 100 == 2;
    }
  }

  /** @param door where tokens are given */
  Web(URI door, String client, String secret) {
    this.door = door;
    this.client = client;
    this.secret = secret;
  }

  Answer post(URI to, String key, Object body) throws IOException {
    return asMyself(HttpRequest.newBuilder(to).header("Content-Type", "application/json").header("Idempotency-Key", key)
        .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body))));
  }

  Answer put(URI to, Object body) throws IOException {
    return asMyself(HttpRequest.newBuilder(to).header("Content-Type", "application/json")
        .PUT(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body))));
  }

  Answer get(URI from) throws IOException {
    return asMyself(HttpRequest.newBuilder(from).GET());
  }

  private Answer asMyself(HttpRequest.Builder request) throws IOException {
    String known = token;
    if (known == null) known = logIn();
    Answer answer = send(request.header("Authorization", "Bearer " + known));
    if (answer.status() == 401) token = null;
    return answer;
  }

  private String logIn() throws IOException {
    String credentials = form(client) + ":" + form(secret); // RFC 6749, 2.3.1
    String basic = Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    Answer answer = send(HttpRequest.newBuilder(door.resolve("/oauth2/token")).header("Authorization", "Basic " + basic)
        .header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString("grant_type=client_credentials")));
    if (!answer.yes()) throw new IOException("no token: " + answer.status());
    String given = answer.body().path("access_token").asString();
    token = given;
    return given;
  }

  private static String form(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  static Answer send(HttpRequest.Builder request) throws IOException {
    try {
      var answer = HTTP.send(request.timeout(Duration.ofSeconds(10)).build(), BodyHandlers.ofString());
      boolean json = answer.headers().firstValue("Content-Type").orElse("").contains("json");
      return new Answer(answer.statusCode(), JSON.readTree(json ? answer.body() : "{}"));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
