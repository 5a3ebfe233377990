package jp.tsunagu.systemtests.compose;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Keeps its cookies, goes where it is sent, and sends the forms of the page it stands on. */
final class Browser {
  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

  private final URI door;
  private final HttpClient http = HttpClient.newBuilder().cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
      .followRedirects(HttpClient.Redirect.NORMAL).build();

  Browser(URI door) {
    this.door = door;
  }

  HttpResponse<String> opens(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(door.resolve(path)));
  }

  HttpResponse<String> sends(HttpResponse<String> page, String path, Map<String, String> typed) throws IOException, InterruptedException {
    var csrf = CSRF.matcher(page.body());
    if (!csrf.find()) throw new AssertionError("no form on " + page.uri());
    String form = typed.entrySet().stream().map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&", "", "&_csrf=" + URLEncoder.encode(csrf.group(1), StandardCharsets.UTF_8)));
    return send(HttpRequest.newBuilder(door.resolve(path)).header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(form)));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return http.send(request.header("Accept", "text/html,application/json;q=0.9,*/*;q=0.8").build(), HttpResponse.BodyHandlers.ofString());
  }
}
