package jp.tsunagu.local.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/** A person at the desk, in a browser without the pictures: it keeps its cookies and goes where it is sent. */
public final class LogIn {
  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

  private final URI door;
  private final HttpClient browser = HttpClient.newBuilder().cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
      .followRedirects(HttpClient.Redirect.NORMAL).build();

  private @Nullable String csrf;

  public LogIn(URI door) {
    this.door = door;
  }

  /** Whether the desk opens for them. */
  public boolean as(String name, String password) {
    Matcher csrf = CSRF.matcher(send(HttpRequest.newBuilder(door.resolve("/session/start"))).body());
    if (!csrf.find()) throw new IllegalStateException("no log-in page");
    String form = "username=" + encoded(name) + "&password=" + encoded(password) + "&_csrf=" + encoded(csrf.group(1));
    var answer = send(HttpRequest.newBuilder(door.resolve("/login")).header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(form)));
    return answer.uri().getPath().equals("/work") && answer.statusCode() == 200;
  }

  public HttpResponse<String> opens(String path) {
    return send(HttpRequest.newBuilder(door.resolve(path)));
  }

  /** Fills in a form, with what a page of the desk puts into it by itself. */
  public HttpResponse<String> sends(String path, Map<String, String> fields) {
    String form = fields.entrySet().stream().map(f -> encoded(f.getKey()) + "=" + encoded(f.getValue())).collect(Collectors.joining("&"))
        + "&_csrf=" + encoded(csrf());
    return send(HttpRequest.newBuilder(door.resolve(path)).header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(form)));
  }

  /** The same for as long as somebody is logged in. */
  private String csrf() {
    if (csrf == null) {
      Matcher found = CSRF.matcher(opens("/cases/new").body());
      if (!found.find()) throw new IllegalStateException("no form on the page");
      csrf = found.group(1);
    }
    return csrf;
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return browser.send(request.header("Accept", "text/html").build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
