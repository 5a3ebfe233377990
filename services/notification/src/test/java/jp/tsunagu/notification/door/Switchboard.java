package jp.tsunagu.notification.door;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** Identity and the directory as notification sees them: one gives it a token, the other says where a worker reads e-mail. */
final class Switchboard implements AutoCloseable {
  /** Workers the directory knows no address of. */
  final Set<String> unreachable = ConcurrentHashMap.newKeySet();
  volatile boolean away;
  private final HttpServer server;

  Switchboard() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/oauth2/token", call -> answer(call, 200, """
        {"access_token": "self", "token_type": "Bearer", "expires_in": 600}"""));
    server.createContext("/internal/workers/", this::contact);
    server.start();
  }

  String url() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  private void contact(HttpExchange call) throws IOException {
    String worker = call.getRequestURI().getPath().split("/", -1)[3];
    if (away) answer(call, 503, "{}");
    else if (unreachable.contains(worker)) answer(call, 404, "{}");
    else answer(call, 200, """
        {"worker": "%s", "name": "印 name", "email": "%s@example.org"}""".formatted(worker, worker));
  }

  private static void answer(HttpExchange call, int status, String json) throws IOException {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    call.getResponseHeaders().add("Content-Type", "application/json");
    call.sendResponseHeaders(status, body.length);
    try (call) {
      call.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
