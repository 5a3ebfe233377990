package jp.tsunagu.runtime.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** A service that hangs up, is slow, or answers, as it is told for each request. */
class OnceMoreTest {
  private static final Consumer<HttpExchange> HANGS_UP = HttpExchange::close;
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final Deque<Consumer<HttpExchange>> next = new ArrayDeque<>();
  private final List<String> heard = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch over = new CountDownLatch(1);
  private HttpServer server;
  private RestClient client;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", exchange -> {
      heard.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
      next.pop().accept(exchange);
    });
    server.start();
    var requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build());
    requests.setReadTimeout(PATIENCE);
    client = RestClient.builder().baseUrl("http://127.0.0.1:" + server.getAddress().getPort()).requestFactory(OnceMore.over(requests))
        .build();
  }

  @AfterEach
  void stop() {
    over.countDown();
    server.stop(0);
  }

  @Test
  void sendsACommandWithAKeyOnceMoreWithAllThatIsInIt() {
    next.addAll(List.of(HANGS_UP, answers("done")));
    assertThat(command("key-1")).isEqualTo("done");
    assertThat(heard).containsExactly("{\"a\":1}", "{\"a\":1}");
  }

  @Test
  void sendsItNoThirdTime() {
    next.addAll(List.of(HANGS_UP, HANGS_UP, answers("done")));
    assertThatThrownBy(() -> command("key-1")).isInstanceOf(ResourceAccessException.class);
    assertThat(heard).hasSize(2);
  }

  @Test
  void asksAQuestionOnceMore() {
    next.addAll(List.of(HANGS_UP, answers("so it is")));
    assertThat(client.get().uri("/question").retrieve().body(String.class)).isEqualTo("so it is");
  }

  @Test
  void doesNotRepeatWhatWouldBeDoneTwice() {
    next.addAll(List.of(HANGS_UP, answers("done twice")));
    assertThatThrownBy(() -> command("")).isInstanceOf(ResourceAccessException.class);
    assertThat(heard).hasSize(1);
  }

  @Test
  void doesNotHurryWhoIsSlow() {
    next.addAll(List.of(this::isSlow, answers("done")));
    assertThatThrownBy(() -> command("key-1")).isInstanceOf(ResourceAccessException.class);
    assertThat(heard).hasSize(1);
  }

  private String command(String key) {
    var request = client.post().uri("/command");
    if (!key.isEmpty()) request.header("Idempotency-Key", key);
    return String.valueOf(request.body("{\"a\":1}").retrieve().body(String.class));
  }

  private void isSlow(HttpExchange exchange) {
    try {
      over.await();
      exchange.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Consumer<HttpExchange> answers(String word) {
    return exchange -> {
      try (exchange) {
        exchange.sendResponseHeaders(200, word.length());
        exchange.getResponseBody().write(word.getBytes(StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    };
  }
}
