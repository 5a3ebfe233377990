package jp.tsunagu.runtime.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;

import org.junit.jupiter.api.Test;

import com.sun.net.httpserver.HttpServer;

import jp.tsunagu.testing.Infrastructure;

/** Which of a service's neighbours is away is told to whoever may know, and is not the service's own illness. */
class NeighboursTest {
  @Test
  void namesEachOfThemToWhoMayKnow() throws IOException {
    HttpServer alive = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    alive.createContext("/actuator/health/liveness", exchange -> {
      exchange.sendResponseHeaders(200, -1);
      exchange.close();
    });
    alive.start();
    String gone = "http://127.0.0.1:" + Dependent.freePort();
    try (var service = new Dependent.Running(port(Infrastructure.mongoUri(NeighboursTest.class)), port(Infrastructure.kafka()),
        "identity,intake",
        "--tsunagu.services.identity=http://127.0.0.1:" + alive.getAddress().getPort(), "--tsunagu.services.intake=" + gone)) {
      service.started.join();
      assertThat(service.health("/dependencies")).startsWith("401");
      assertThat(service.health("/dependencies", "journal")).startsWith("403");
      assertThat(service.health("/dependencies/services/intake")).startsWith("401");
      assertThat(service.health("/services/intake")).startsWith("404");
      assertThat(service.health("/dependencies", "metrics")).startsWith("503").contains("\"identity\":{\"status\":\"UP\"}",
          "\"intake\":{\"status\":\"DOWN\"}").doesNotContain("127.0.0.1");
      assertThat(service.health("/readiness")).startsWith("200").doesNotContain("intake");
      assertThat(service.health("")).startsWith("200").doesNotContain("intake");
    } finally {
      alive.stop(0);
    }
  }

  private static int port(String address) {
    return Integer.parseInt(address.replaceFirst(".*:(\\d+).*", "$1"));
  }
}
