package jp.tsunagu.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** Only what the door is asked; what the system makes of it is seen where the whole system runs. */
class DemoCasesTest {
  private final Map<String, String> asked = new ConcurrentHashMap<>();
  private volatile String now = "2026-11-23T00:00:00Z";
  private volatile int failures;
  private HttpServer door;

  @BeforeEach
  void open() throws IOException {
    door = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    door.createContext("/", this::answer);
    door.start();
  }

  @AfterEach
  void close() {
    door.stop(0);
  }

  /** Ids follow from the key, and a key with another body is refused, as at the real door. */
  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
    if (path.equals("/oauth2/token")) send(exchange, 200, "{\"access_token\": \"t\"}");
    else if (path.equals("/api/clock")) send(exchange, 200, "{\"now\": \"" + now + "\"}");
    else if (failures-- > 0) send(exchange, 503, "{}");
    else if (!body.equals(asked.computeIfAbsent(key, k -> body))) send(exchange, 422, "{\"code\": \"idempotency-key-reused\"}");
    else
      send(exchange, 201,
          "{\"caseId\": \"c-%s\", \"consentId\": \"k-%s\", \"referralId\": \"r-%s\", \"version\": 1}".formatted(key, key, key));
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private void seed() {
    DemoCases.seed(URI.create("http://localhost:" + door.getAddress().getPort()));
  }

  @Test
  void asksTheSameAgainOnALaterDay() {
    seed();
    var first = new TreeMap<>(asked);
    assertThat(first).hasSizeGreaterThan(60);
    now = "2026-12-24T10:00:00Z";
    seed();
    assertThat(asked).isEqualTo(first);
  }

  @Test
  void waitsForAServiceThatIsNotThereYet() {
    failures = 3;
    seed();
    assertThat(asked).hasSizeGreaterThan(60);
  }

  @Test
  void inventsPeopleWhoCannotBeMistakenForRealOnes() {
    seed();
    assertThat(asked.values().stream().filter(b -> b.contains("\"phones\"")))
        .isNotEmpty().allMatch(b -> b.contains("000-0000-00") && b.contains("@demo.example") && b.contains("803-0000"));
  }
}
