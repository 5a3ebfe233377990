package jp.tsunagu.directory.door;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** Referral, follow-up and identity, as far as the directory asks them. */
final class Neighbours implements AutoCloseable {
  /** {@code referral/org05-1} → {@code {caseId, what}} objects, joined by commas. */
  final Map<String, String> held = new ConcurrentHashMap<>();
  final Set<String> away = ConcurrentHashMap.newKeySet();
  final List<String> logIns = new CopyOnWriteArrayList<>();
  final List<String> asked = new CopyOnWriteArrayList<>();
  private final HttpServer server;

  Neighbours() {
    try {
      server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List.of("referral", "follow-up")
        .forEach(service -> server.createContext("/" + service + "/internal/holdings", e -> holdings(service, e)));
    server.createContext("/identity/oauth2/token",
        e -> answer(e, 200, "{\"access_token\":\"service\",\"token_type\":\"Bearer\",\"expires_in\":600}"));
    server.createContext("/identity/internal/identity/accounts/", this::account);
    server.start();
  }

  String address(String service) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + service;
  }

  private void holdings(String service, HttpExchange exchange) throws IOException {
    String query = exchange.getRequestURI().getQuery();
    asked.add(service + " " + query);
    String worker = query.replaceFirst("worker=([^&]+).*", "$1");
    String items = held.getOrDefault(service + "/" + worker, "");
    if (away.contains(service)) answer(exchange, 503, "{}");
    else answer(exchange, 200, "{\"worker\":\"" + worker + "\",\"items\":[" + items + "]}");
  }

  private void account(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String path = exchange.getRequestURI().getPath();
    if (path.endsWith("/letter") && !away.contains("identity")) {
      answer(exchange, 201, "{\"code\":\"ABCD-EFGH-JKLM\",\"until\":\"2026-04-04T00:00:00Z\"}");
      return;
    }
    if (!away.contains("identity")) logIns.add(path.replaceFirst(".*/", "") + " " + body);
    answer(exchange, away.contains("identity") ? 503 : 204, "");
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
