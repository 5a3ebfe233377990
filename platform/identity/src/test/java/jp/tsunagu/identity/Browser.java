package jp.tsunagu.identity;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A browser with cookies that follows nothing by itself, and a client beside it. */
final class Browser {
  static final String VERIFIER = "a-verifier-of-more-than-forty-three-characters-as-asked-for";
  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

  private final String base;
  private final CookieManager cookies = new CookieManager();
  private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();

  Browser(String base) {
    this.base = base;
  }

  HttpResponse<String> get(String path, String... headers) {
    var request = HttpRequest.newBuilder(address(path)).setHeader("Accept", "text/html");
    for (int i = 0; i < headers.length; i += 2) request.setHeader(headers[i], headers[i + 1]);
    return send(request.build());
  }

  HttpResponse<String> post(String path, Map<String, String> form, String... headers) {
    String body = form.entrySet().stream().map(e -> e.getKey() + "=" + encoded(e.getValue())).collect(Collectors.joining("&"));
    var request = HttpRequest.newBuilder(address(path)).header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(body));
    if (headers.length > 0) request.headers(headers);
    return send(request.build());
  }

  HttpResponse<String> put(String path, String json, String token) {
    return send(HttpRequest.newBuilder(address(path)).header("Content-Type", "application/json").header("Authorization", "Bearer " + token)
        .PUT(HttpRequest.BodyPublishers.ofString(json)).build());
  }

  /** Sends a form of the page it stands on. */
  HttpResponse<String> submit(HttpResponse<String> page, String path, Map<String, String> typed, String... headers) {
    Map<String, String> form = new HashMap<>(typed);
    form.put("_csrf", match(CSRF, page.body()));
    return post(path, form, headers);
  }

  /** What a page's script sends. */
  HttpResponse<String> script(HttpResponse<String> page, String path, String json) {
    return send(HttpRequest.newBuilder(address(path)).header("Content-Type", "application/json")
        .header("X-CSRF-TOKEN", match(CSRF, page.body())).POST(HttpRequest.BodyPublishers.ofString(json)).build());
  }

  /** A machine's request without a body. */
  HttpResponse<String> order(String path, String token) {
    return send(HttpRequest.newBuilder(address(path)).header("Authorization", "Bearer " + token).POST(HttpRequest.BodyPublishers.noBody())
        .build());
  }

  /** What a browser names its session by. */
  String session() {
    return cookies.getCookieStore().getCookies().stream().map(HttpCookie::toString).collect(Collectors.joining("; "));
  }

  /** Opens the page, types, submits. */
  HttpResponse<String> logIn(String name, String password, String... headers) {
    String page = get("/login", headers).body();
    return post("/login", Map.of("username", name, "password", password, "_csrf", match(CSRF, page)), headers);
  }

  /** Asks to be let in, as the desk does, and logs in on the way; the code that comes back. */
  String code(String name, String password) {
    get(authorization());
    logIn(name, password);
    return code();
  }

  /** The code for whoever is logged in already. */
  String code() {
    return match(Pattern.compile("[?&]code=([^&]+)"), location(get(authorization())));
  }

  static String authorization() {
    return "/oauth2/authorize?response_type=code&client_id=tsunagu-desk&scope=openid%20profile&state=s&nonce=n&redirect_uri="
        + encoded(Identity.ISSUER + "/session/code") + "&code_challenge_method=S256&code_challenge=" + challenge();
  }

  HttpResponse<String> exchange(String code) {
    return token(Map.of("grant_type", "authorization_code", "code", code, "redirect_uri", Identity.ISSUER + "/session/code",
        "code_verifier", VERIFIER), "tsunagu-desk", Identity.SECRET);
  }

  HttpResponse<String> refresh(String refreshToken) {
    return token(Map.of("grant_type", "refresh_token", "refresh_token", refreshToken), "tsunagu-desk", Identity.SECRET);
  }

  HttpResponse<String> token(Map<String, String> form, String client, String secret, String... headers) {
    String basic = Base64.getEncoder().encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8));
    return post("/oauth2/token", form,
        Stream.concat(Stream.of("Authorization", "Basic " + basic), Stream.of(headers)).toArray(String[]::new));
  }

  static String location(HttpResponse<String> response) {
    return response.headers().firstValue("Location").orElse("");
  }

  static JsonNode json(HttpResponse<String> response) {
    return JsonMapper.shared().readTree(response.body());
  }

  static JsonNode claims(String jwt) {
    return JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(jwt.split("\\.", -1)[1]));
  }

  private URI address(String path) {
    return URI.create(path.startsWith("http") ? path : base + path);
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String match(Pattern pattern, String text) {
    var matcher = pattern.matcher(text);
    if (!matcher.find()) throw new AssertionError("no " + pattern + " in " + text);
    return matcher.group(1);
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private static String challenge() {
    try {
      return Base64.getUrlEncoder().withoutPadding()
          .encodeToString(java.security.MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII)));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
