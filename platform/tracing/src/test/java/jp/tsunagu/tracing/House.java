package jp.tsunagu.tracing;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import org.slf4j.MDC;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;

/** A program with a door, behind which it asks itself. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(House.Door.class)
class House {
  /** What was heard behind the door. */
  record Heard(String traceparent, String logged) {
  }

  @RestController
  static final class Door {
    final List<Heard> heard = new CopyOnWriteArrayList<>();
    private final RestClient client;
    private final ServletWebServerApplicationContext context;

    Door(RestClient.Builder client, ServletWebServerApplicationContext context) {
      this.client = client.build();
      this.context = context;
    }

    @GetMapping("/cases/{case}")
    String front(@PathVariable("case") String named) {
      return ask(named);
    }

    String ask(String named) {
      return client.get().uri("http://127.0.0.1:{port}/behind/{name}?q={q}", port(), named, "架空 太郎").exchange((_, answer) -> {
        if (answer.getStatusCode().isError()) throw new IllegalStateException("nobody knows 架空 太郎");
        return named;
      });
    }

    @GetMapping("/behind/{name}")
    String behind(@PathVariable String name, @RequestHeader HttpHeaders headers) {
      heard.add(new Heard(String.valueOf(headers.getFirst("traceparent")), String.valueOf(MDC.get("traceId"))));
      if (name.startsWith("c-")) return name;
      throw new IllegalArgumentException("no " + name);
    }

    int port() {
      return context.getWebServer() == null ? 0 : context.getWebServer().getPort();
    }
  }

  /** @param settings as arguments, e.g. {@code --a.b=c} */
  static ServletWebServerApplicationContext open(Map<String, String> settings) {
    var all = new SpringApplicationBuilder(House.class)
        .properties("server.port=0", "spring.application.name=house", "spring.main.banner-mode=off", "logging.level.root=off");
    return (ServletWebServerApplicationContext) all
        .run(settings.entrySet().stream().map(e -> "--" + e.getKey() + "=" + e.getValue()).toArray(String[]::new));
  }
}
