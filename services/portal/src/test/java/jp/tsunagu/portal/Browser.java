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
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.HtmlUtils;

/** Somebody at the desk, without JavaScript: keeps cookies, follows redirects, and fills in the forms it is shown. */
public final class Browser {
  private static final Pattern FORM = Pattern.compile("<form\\b([^>]*)>(.*?)</form>", Pattern.DOTALL);
  private static final Pattern ACTION = Pattern.compile("\\baction=\"([^\"]*)\"");
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

  /** Sends the one form for a deed that a page has, to where it says, with what it already says, changed by what is typed. */
  public Page submit(Page page, Map<String, String> typed) {
    return submit(page, several(typed));
  }

  /** The same for fields of several values. */
  public Page submit(Page page, MultiValueMap<String, String> typed) {
    return send(page, attributes -> attributes.contains("class=\"deed"), typed);
  }

  /** Sends the form that goes to this path. */
  public Page submit(Page page, String path, Map<String, String> typed) {
    return submit(page, path, several(typed));
  }

  /** The same for fields of several values. */
  public Page submit(Page page, String path, MultiValueMap<String, String> typed) {
    return send(page, attributes -> attributes.contains("action=\"" + path + "\""), typed);
  }

  /** Sends to where no form of the page leads, as somebody could who is logged in. */
  public Page sendElsewhere(Page page, String path, Map<String, String> typed) {
    MultiValueMap<String, String> fields = new LinkedMultiValueMap<>(several(typed));
    fields.add("_csrf", page.body().replaceFirst("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1"));
    return follow(post(path, fields));
  }

  private Page send(Page page, Predicate<String> wanted, MultiValueMap<String, String> typed) {
    List<MatchResult> forms = FORM.matcher(page.body()).results().filter(form -> wanted.test(form.group(1))).toList();
    if (forms.size() != 1) throw new AssertionError(forms.size() + " such forms on " + page.path());
    MatchResult action = ACTION.matcher(forms.getFirst().group(1)).results().findFirst().orElseThrow();
    MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
    HIDDEN.matcher(forms.getFirst().group(2)).results().forEach(h -> fields.add(h.group(1), HtmlUtils.htmlUnescape(h.group(2))));
    fields.putAll(typed);
    return follow(post(HtmlUtils.htmlUnescape(action.group(1)), fields));
  }

  public Page post(String path, Map<String, String> fields) {
    return post(path, several(fields));
  }

  public Page post(String path, MultiValueMap<String, String> fields) {
    String body = fields.entrySet().stream().flatMap(e -> e.getValue().stream().map(v -> encoded(e.getKey()) + "=" + encoded(v)))
        .collect(Collectors.joining("&"));
    return send(HttpRequest.newBuilder(at(path)).header("Accept", "text/html").header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  /** Sends the form that goes to this path, and a file with it; without a name none was chosen. */
  public Page upload(Page page, String path, String file, String text) {
    String token = page.body().replaceFirst("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
    String part = "--part\r\nContent-Disposition: form-data; name=\"";
    String body = part + "_csrf\"\r\n\r\n" + token + "\r\n" + part + "file\"; filename=\"" + file
        + "\"\r\nContent-Type: text/csv\r\n\r\n" + text + "\r\n--part--\r\n";
    return follow(send(HttpRequest.newBuilder(at(path)).header("Accept", "text/html")
        .header("Content-Type", "multipart/form-data; boundary=part").POST(HttpRequest.BodyPublishers.ofString(body))));
  }

  private static MultiValueMap<String, String> several(Map<String, String> single) {
    return MultiValueMap.fromSingleValue(single);
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
