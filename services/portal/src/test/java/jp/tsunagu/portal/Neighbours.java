package jp.tsunagu.portal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import jp.tsunagu.contracts.MessageTypes;
import jp.tsunagu.runtime.inbox.Envelope;
import jp.tsunagu.runtime.inbox.WireMessage;
import tools.jackson.databind.json.JsonMapper;

/** All services behind the door as one HTTP server that answers what a test tells it to, and an issuer of tokens. */
public final class Neighbours implements AutoCloseable {
  public static final String ISSUER = System.getProperty("preview.issuer", "http://localhost:8080");

  private final JsonMapper json = new JsonMapper();
  private final HttpServer server;
  private final RSAKey key;
  private volatile String atTheDesk = "";
  private volatile Predicate<String> away = path -> false;
  private volatile @Nullable String nonce;
  private final Map<String, Reply> replies = new ConcurrentHashMap<>();
  private final List<Received> received = new CopyOnWriteArrayList<>();

  public record Reply(int status, Map<String, String> headers, String body) {
    public static Reply json(int status, String body) {
      return new Reply(status, Map.of("Content-Type", status < 400 ? "application/json" : "application/problem+json"), body);
    }

    /** Hangs up without a word. */
    public static Reply silence() {
      return new Reply(0, Map.of(), "");
    }

    public Reply etag(long version) {
      return new Reply(status, Map.of("Content-Type", "application/json", "ETag", "\"" + version + "\""), body);
    }
  }

  public record Received(String method, String path, Map<String, List<String>> headers, String body) {
    public String header(String name) {
      return headers.getOrDefault(name, List.of("")).getFirst();
    }
  }

  public Neighbours() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      key = new RSAKeyGenerator(2048).keyID("test").generate();
    } catch (IOException | JOSEException e) {
      throw new IllegalStateException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
    on("POST /oauth2/token",
        Reply.json(200, "{\"access_token\":\"" + token("tsunagu", "service-portal") + "\",\"token_type\":\"Bearer\",\"expires_in\":3600}"));
    on("GET /oauth2/jwks", Reply.json(200, new JWKSet(key.toPublicJWK()).toString()));
  }

  public String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** What the publishers' journals answer for one stream, whatever they are asked after. */
  public void journal(List<Envelope> envelopes) {
    List<WireMessage> messages = envelopes.stream()
        .map(e -> new WireMessage(e.id(), MessageTypes.nameOf(e.message().getClass()), "tsunagu/" + e.source(),
            e.caseId(), e.time(), e.sequence(), e.complete(), json.valueToTree(e.message()), e.trace()))
        .toList();
    on("GET /internal/journal/" + envelopes.getFirst().stream(), Reply.json(200, json.writeValueAsString(messages)));
  }

  /** @param request method and path, e.g. {@code GET /api/cases/c-1} */
  public void on(String request, Reply reply) {
    replies.put(request, reply);
  }

  /** @param paths where nobody answers from now on */
  public void away(Predicate<String> paths) {
    away = paths;
  }

  public List<Received> received() {
    return received;
  }

  public Received last(String method) {
    return received.reversed().stream().filter(r -> r.method().equals(method)).findFirst().orElseThrow();
  }

  /** Whoever logs in next at {@code /oauth2/authorize} is this worker. */
  public void atTheDesk(String organisation, String worker, String... roles) {
    atTheDesk = token(organisation, worker, roles);
  }

  private Reply tokens(String form) {
    String access = form.contains("grant_type=authorization_code") ? atTheDesk : token("tsunagu", "service-portal");
    String id = signed(new JWTClaimsSet.Builder().issuer(ISSUER).subject("desk").audience("tsunagu-desk").claim("nonce", nonce)
        .issueTime(new Date()).expirationTime(Date.from(Instant.now().plusSeconds(3_600))).build());
    return Reply.json(200,
        "{\"access_token\":\"" + access + "\",\"id_token\":\"" + id + "\",\"token_type\":\"Bearer\",\"expires_in\":3600}");
  }

  /** Logs in without a password: sends the browser back with a code at once. */
  private Reply authorize(String query) {
    Map<String, String> asked = new HashMap<>();
    for (String pair : query.split("&"))
      asked.put(pair.split("=")[0], URLDecoder.decode(pair.substring(pair.indexOf('=') + 1), StandardCharsets.UTF_8));
    nonce = asked.get("nonce");
    return new Reply(302,
        Map.of("Location", asked.get("redirect_uri") + "?code=code&state=" + URLEncoder.encode(asked.get("state"), StandardCharsets.UTF_8)),
        "");
  }

  public String token(String organisation, String worker, String... roles) {
    var claims = new JWTClaimsSet.Builder().issuer(ISSUER).subject(worker).claim("org", organisation).claim("worker", worker)
        .claim("roles", List.of(roles)).expirationTime(Date.from(Instant.now().plusSeconds(3_600))).build();
    return signed(claims);
  }

  /** Of what collects metrics. */
  public String collector() {
    return signed(new JWTClaimsSet.Builder().issuer(ISSUER).subject("metrics").claim("scope", "metrics")
        .expirationTime(Date.from(Instant.now().plusSeconds(3_600))).build());
  }

  private String signed(JWTClaimsSet claims) {
    var token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("test").build(), claims);
    try {
      token.sign(new RSASSASigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
    return token.serialize();
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    if (!path.startsWith("/oauth2/"))
      received.add(
          new Received(exchange.getRequestMethod(), exchange.getRequestURI().toString(), Map.copyOf(exchange.getRequestHeaders()), body));
    Reply reply = switch (path) {
      case "/oauth2/token" -> tokens(body);
      case "/oauth2/authorize" -> authorize(exchange.getRequestURI().getRawQuery());
      default -> told(exchange.getRequestMethod(), path);
    };
    if (reply.status() == 0) {
      exchange.close();
      return;
    }
    reply.headers().forEach(exchange.getResponseHeaders()::set);
    byte[] answer = reply.body().getBytes(StandardCharsets.UTF_8);
    try {
      exchange.sendResponseHeaders(reply.status(), answer.length == 0 ? -1 : answer.length);
      exchange.getResponseBody().write(answer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      exchange.close();
    }
  }

  private Reply told(String method, String path) {
    if (away.test(path)) return Reply.silence();
    return replies.getOrDefault(method + " " + path, Reply.json(404, "{\"status\":404,\"code\":\"not-found\"}"));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
