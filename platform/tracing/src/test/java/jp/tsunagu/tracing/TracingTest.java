package jp.tsunagu.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import jp.tsunagu.testing.TraceCollector;
import jp.tsunagu.testing.TraceCollector.Traced;

/** What is told of a request, and to whom. */
class TracingTest {
  private static final String CALLERS = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String TYPED = URLEncoder.encode("山田 花子", StandardCharsets.UTF_8).replace("+", "%20");

  private static void knock(ServletWebServerApplicationContext house, String path) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + house.getBean(House.Door.class).port() + path))
        .header("traceparent", "00-" + CALLERS + "-00f067aa0ba902b7-01").header("tracestate", "elsewhere=yamada-hanako").build();
    try (var client = HttpClient.newHttpClient()) {
      client.send(request, HttpResponse.BodyHandlers.discarding());
    }
  }

  private static Map<String, String> sendingTo(TraceCollector collector) {
    return Map.of("management.opentelemetry.tracing.export.otlp.endpoint", collector.address(),
        "management.opentelemetry.tracing.export.schedule-delay", "20ms");
  }

  private static Set<String> threads() {
    return Thread.getAllStackTraces().keySet().stream().map(Thread::getName).filter(name -> name.startsWith("BatchSpanProcessor"))
        .collect(Collectors.toSet());
  }

  @Test
  void withoutAnAddressKeepsNothingAndYetGivesEveryLogLineItsTrace() throws Exception {
    var before = threads();
    try (var house = House.open(Map.of())) {
      assertThat(house.getBeansOfType(SpanProcessor.class)).isEmpty();
      assertThat(house.getBeansOfType(SpanExporter.class)).isEmpty();
      assertThat(before).as("no sender but those of houses that are still closing").containsAll(threads());
      knock(house, "/cases/c-1");
      assertThat(house.getBean(House.Door.class).heard).singleElement().satisfies(heard -> {
        assertThat(heard.logged()).isEqualTo(CALLERS);
        assertThat(heard.traceparent()).startsWith("00-" + CALLERS + "-").doesNotContain("00f067aa0ba902b7");
      });
    }
  }

  @Test
  void tellsOneTraceFromServiceToServiceAndNothingThatWasTyped() throws Exception {
    try (var collector = new TraceCollector(); var house = House.open(sendingTo(collector))) {
      knock(house, "/cases/" + TYPED + "?q=" + TYPED);
      await().untilAsserted(() -> assertThat(collector.spans()).hasSize(3));

      assertThat(collector.spans()).allSatisfy(span -> {
        assertThat(span.service()).isEqualTo("house");
        assertThat(span.trace()).isEqualTo(CALLERS);
        assertThat(span.attributes().keySet()).containsOnly("method", "uri", "status", "outcome", "exception");
      });
      Traced front = one(collector.spans(), "SERVER", "http get /cases/{case}");
      Traced call = one(collector.spans(), "CLIENT", "http get");
      Traced behind = one(collector.spans(), "SERVER", "http get /behind/{name}");
      assertThat(call.parent()).isEqualTo(front.id());
      assertThat(behind.parent()).isEqualTo(call.id());
      assertThat(call.attributes()).containsEntry("uri", "/behind/{name}?q={q}");
      assertThat(front.attributes()).containsEntry("exception", "IllegalStateException");
      assertThat(collector.text()).doesNotContain("山田", "花子", "架空", TYPED, "%E5%B1%B1", "nobody knows", "yamada");
    }
  }

  @Test
  void leavesOutWhatNobodyAskedForAndWhoeverOnlyLooksWhetherItIsThere() throws Exception {
    try (var collector = new TraceCollector(); var house = House.open(sendingTo(collector))) {
      house.getBean(House.Door.class).ask("c-unasked");
      knock(house, "/actuator/health");
      knock(house, "/cases/c-asked");
      await().untilAsserted(() -> assertThat(collector.spans()).hasSizeGreaterThanOrEqualTo(3));
      assertThat(collector.spans()).hasSize(3).allSatisfy(span -> assertThat(span.trace()).isEqualTo(CALLERS));
    }
  }

  @Test
  void keepsAsManyAsItIsTold() throws Exception {
    try (var collector = new TraceCollector();
        var few = House.open(Map.of("management.opentelemetry.tracing.export.otlp.endpoint", collector.address(),
            "management.opentelemetry.tracing.sampler", "always-off"))) {
      knock(few, "/cases/c-1");
      few.close(); // sends what it has
      assertThat(collector.spans()).isEmpty();
    }
  }

  private static Traced one(List<Traced> spans, String kind, String name) {
    var found = spans.stream().filter(span -> span.kind().equals(kind) && span.name().equals(name)).toList();
    assertThat(found).as(kind + " " + name + " of " + spans).hasSize(1);
    return found.getFirst();
  }
}
