package jp.tsunagu.portal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody at the desk, without JavaScript: keeps cookies, follows redirects, and fills in the forms it is shown. */
public final class Browser {
  private static final Pattern HIDDEN = Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

  private final CookieManager cookies = new CookieManager();
  private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).followRedirects(HttpClient.Redirect.NEVER).build();
  private final int port;

  public Browser(int port) {
    this.port = port;
  }

  /** Through the whole log-in, as the worker that the issuer lets in. */
  public Page logIn() {
    return follow(get("/session/start"));
  }

  /** @param path of the page that answered in the end */
  public record Page(int status, String path, String body, HttpResponse<String> response) {}

  public Page get(String path) {
    return send(HttpRequest.newBuilder(at(path)).header("Accept", "text/html").GET());
  }

  public Page open(String path) {
    return follow(get(path));
  }

  /** Sends the form of a page with what it already says, changed by what is typed; a null removes a field. */
  public Page submit(Page form, Map<String, String> typed) {
    Map<String, String> fields = new LinkedHashMap<>();
    String own = form.body().substring(Math.max(0, form.body().indexOf("class=\"deed")));
    Matcher hidden = HIDDEN.matcher(own);
    while (hidden.find()) fields.putIfAbsent(hidden.group(1), hidden.group(2));
    fields.putAll(typed);
    return follow(post(form.path(), fields));
  }

  public Page post(String path, Map<String, String> fields) {
    String body = fields.entrySet().stream().map(e -> encoded(e.getKey()) + "=" + encoded(e.getValue())).collect(Collectors.joining("&"));
    return send(HttpRequest.newBuilder(at(path)).header("Accept", "text/html").header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  public String cookie() {
    return cookies.getCookieStore().getCookies().stream().map(c -> c.getName() + "=" + c.getValue()).collect(Collectors.joining("; "));
  }

  private Page follow(Page page) {
    Page now = page;
    for (int i = 0; i < 10 && now.status() / 100 == 3; i++) now = get(target(now));
    return now;
  }

  /** The door's own address is this portal, whatever port it has. */
  private static String target(Page page) {
    return page.response().headers().firstValue("Location").orElseThrow().replaceFirst("^http://localhost:\\d+", "");
  }

  private Page send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Page(response.statusCode(), response.uri().getRawPath(), response.body(), response);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private URI at(String path) {
    return URI.create("http://localhost:" + port + path);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
