package jp.tsunagu.systemtests;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the services expose to whoever collects metrics, each line with the service as its label {@code job}, as the collector adds it.
 *
 * @param series by service
 */
record Exposed(Map<String, List<Series>> series) {
  static final List<String> SERVICES = List.of("identity", "directory", "intake", "referral", "follow-up", "notification", "portal");
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Pattern LINE = Pattern.compile("([a-zA-Z_:][\\w:]*)(?:\\{(.*)})? (\\S+)");
  private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

  /** @param labels by name */
  record Series(String name, Map<String, String> labels, double value) {
    static Series of(String line, String service) {
      Matcher parts = LINE.matcher(line);
      if (!parts.matches()) throw new AssertionError("not a line of the format: " + line);
      Map<String, String> labels = new LinkedHashMap<>(Map.of("job", service, "instance", service));
      if (parts.group(2) != null) LABEL.matcher(parts.group(2)).results().forEach(l -> labels.put(l.group(1), l.group(2)));
      return new Series(parts.group(1), labels, number(parts.group(3)));
    }
  }

  private static double number(String text) {
    return switch (text) {
      case "+Inf" -> Double.POSITIVE_INFINITY;
      case "-Inf" -> Double.NEGATIVE_INFINITY;
      default -> Double.parseDouble(text);
    };
  }

  static Exposed by(Town town) {
    Map<String, List<Series>> all = new LinkedHashMap<>();
    for (String service : SERVICES) all.put(service, scrape(town, service));
    return new Exposed(all);
  }

  private static List<Series> scrape(Town town, String service) {
    String text = text(town, service, town.collector().token());
    return text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).map(line -> Series.of(line, service)).toList();
  }

  static String text(Town town, String service, String token) {
    HttpResponse<String> answer = ask(town, service, token);
    if (answer.statusCode() != 200) throw new AssertionError(service + " answers " + answer.statusCode());
    return answer.body();
  }

  static HttpResponse<String> ask(Town town, String service, String token) {
    var request = HttpRequest.newBuilder(town.address(service).resolve("/actuator/prometheus")).header("Authorization", "Bearer " + token);
    try {
      return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(service + " does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Wherever it is exposed; empty where it is nowhere. */
  List<Series> of(String metric) {
    return series.values().stream().flatMap(List::stream).filter(s -> s.name().equals(metric)).toList();
  }

  /** The names of a metric's labels. */
  Set<String> labels(String metric) {
    return of(metric).stream().flatMap(s -> s.labels().keySet().stream()).collect(Collectors.toCollection(TreeSet::new));
  }

  /** The sum over everything that has this label. */
  double sum(String metric, String label, String value) {
    return of(metric).stream().filter(s -> value.equals(s.labels().get(label))).mapToDouble(Series::value).sum();
  }
}
