package jp.tsunagu.health;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** Answers at a program's port while it waits for what its doors are made of: it is alive, but not ready. */
public final class WaitingRoom implements Waiting.Open {
  private static final Logger log = LoggerFactory.getLogger(WaitingRoom.class);
  private static final String HEALTH = "/actuator/health";
  private final HttpServer server;

  private WaitingRoom(HttpServer server) {
    this.server = server;
  }

  /** Opened only if somebody has to wait. */
  public static Waiting.Meanwhile at(Environment environment) {
    return need -> open(environment, need);
  }

  /** Where the program would listen; nowhere if that is left to chance, or somebody else listens there: it will say so itself. */
  private static Waiting.Open open(Environment environment, Need need) {
    int port = environment.getProperty("server.port", Integer.class, 8080);
    if (port <= 0) return () -> {};
    String host = environment.getProperty("server.address", "");
    try {
      HttpServer server = HttpServer.create(host.isEmpty() ? new InetSocketAddress(port) : new InetSocketAddress(host, port), 0);
      server.createContext("/", exchange -> answer(exchange, need));
      server.start();
      return new WaitingRoom(server);
    } catch (IOException e) {
      log.warn("nobody can be told meanwhile at port {}: {}", port, e.getClass().getSimpleName());
      return () -> {};
    }
  }

  private static void answer(HttpExchange exchange, Need need) throws IOException {
    String path = exchange.getRequestURI().getPath();
    try (exchange) {
      if (path.equals(HEALTH + "/liveness")) say(exchange, 200, "application/json", "{\"status\":\"UP\"}");
      else
        if (path.equals(HEALTH) || path.startsWith(HEALTH + "/"))
          say(exchange, 503, "application/json",
              "{\"status\":\"OUT_OF_SERVICE\",\"components\":{\"" + need.name() + "\":{\"status\":\"DOWN\"}}}");
        else
          say(exchange, 503, "application/problem+json",
              "{\"status\":503,\"title\":\"Service Unavailable\",\"code\":\"starting\",\"detail\":\"It waits for its " + need.name()
                  + ".\"}");
    }
  }

  private static void say(HttpExchange exchange, int status, String type, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.getResponseHeaders().set("Connection", "close"); // the next request is for whoever listens here then
    if (status == 503) exchange.getResponseHeaders().set("Retry-After", "5");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
