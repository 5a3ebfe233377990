package jp.tsunagu.runtime.health;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.messaging.Message;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/** A service on the wiring of the real ones that is started where nothing answers yet. */
@SpringBootApplication(scanBasePackageClasses = Dependent.class)
class Dependent {
  /** What a probe and a collector of metrics are told by it. */
  static final class Running implements AutoCloseable {
    final int port = freePort();
    final CompletableFuture<ConfigurableApplicationContext> started = new CompletableFuture<>();
    private final Thread starting;

    /** @param more settings, as arguments */
    Running(int store, int broker, String neighbours, String... more) {
      Map<String, Object> settings = Map.of("spring.config.name", "dependent", "server.port", port, "tsunagu.service", "dependent",
          "tsunagu.directory.view", "false", "spring.cloud.function.definition", "messages",
          "spring.cloud.stream.bindings.messages-in-0.destination", "tsunagu.dependent", "TSUNAGU_MONGO_URI",
          "mongodb://127.0.0.1:" + store,
          "TSUNAGU_KAFKA", "127.0.0.1:" + broker, "tsunagu.calls", neighbours);
      starting = Thread.ofPlatform().start(() -> {
        try {
          started.complete(new SpringApplicationBuilder(Dependent.class).web(WebApplicationType.SERVLET).properties(settings).run(more));
        } catch (RuntimeException failed) {
          started.completeExceptionally(failed);
        }
      });
    }

    /** @return {@code 200 {"status":"UP"}}, or nothing while nobody listens */
    String health(String group, String token) {
      var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/health" + group));
      if (!token.isEmpty()) request.header("Authorization", "Bearer " + token);
      try (var http = HttpClient.newHttpClient()) {
        var answer = http.send(request.build(), BodyHandlers.ofString());
        return answer.statusCode() + " " + answer.body();
      } catch (IOException nobody) {
        return "";
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }

    String health(String group) {
      return health(group, "");
    }

    /** Also one that still waits. */
    @Override
    public void close() {
      if (!started.isDone()) starting.interrupt();
      started.handle((context, _) -> context).thenAccept(context -> {
        if (context != null) context.close();
      }).join();
    }
  }

  static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The token is the scope. */
  @Bean
  JwtDecoder jwtDecoder() {
    return token -> new Jwt(token, Instant.EPOCH, Instant.now().plusSeconds(60), Map.of("alg", "none"), Map.of("scope", token));
  }

  @Bean
  Consumer<Message<List<byte[]>>> messages() {
    return _ -> {};
  }
}
