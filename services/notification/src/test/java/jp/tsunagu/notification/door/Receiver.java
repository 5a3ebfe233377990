package jp.tsunagu.notification.door;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody's chat: keeps what it took, and can be told what to answer, and to be away. */
final class Receiver implements AutoCloseable {
  /** By path, the status it answers with instead of taking the call. */
  final Map<String, Integer> refusals = new ConcurrentHashMap<>();
  final Map<String, Integer> tries = new ConcurrentHashMap<>();
  private final List<Call> taken = new CopyOnWriteArrayList<>();
  private final int port;
  private HttpServer server;

  record Call(String path, String id, String timestamp, String signature, String body) {
    JsonNode json() {
      return JsonMapper.shared().readTree(body);
    }

    /** As a receiver checks it, from the secret alone. */
    boolean isSignedWith(String secret) {
      try {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
        byte[] expected = mac.doFinal((id + "." + timestamp + "." + body).getBytes(StandardCharsets.UTF_8));
        return signature.equals("v1," + Base64.getEncoder().encodeToString(expected));
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  Receiver() {
    server = listening(0);
    port = server.getAddress().getPort();
  }

  private HttpServer listening(int on) {
    try {
      HttpServer fresh = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), on), 0);
      fresh.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      fresh.createContext("/", this::answer);
      fresh.start();
      return fresh;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String url(String path) {
    return "http://127.0.0.1:" + port + path;
  }

  void goesAway() {
    server.stop(0);
  }

  void comesBack() {
    server = listening(port);
  }

  List<Call> calls(String path) {
    return taken.stream().filter(call -> call.path().equals(path)).toList();
  }

  private void answer(HttpExchange call) throws IOException {
    String path = call.getRequestURI().getPath();
    tries.merge(path, 1, Integer::sum);
    String body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Integer refusal = refusals.get(path);
    var headers = call.getRequestHeaders();
    if (refusal == null)
      taken.add(new Call(path, headers.getFirst("webhook-id"), headers.getFirst("webhook-timestamp"),
          headers.getFirst("webhook-signature"), body));
    if (refusal != null && refusal == 302) call.getResponseHeaders().add("Location", url("/elsewhere"));
    call.sendResponseHeaders(refusal == null ? 204 : refusal, -1);
    call.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
