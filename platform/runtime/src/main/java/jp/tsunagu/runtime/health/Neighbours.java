package jp.tsunagu.runtime.health;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.health.contributor.HealthContributors;
import org.springframework.boot.health.contributor.HealthIndicator;

import jp.tsunagu.runtime.asking.Lately;

/**
 * The services that this one asks, each by name: whether it answers that it is alive. Asked when somebody wants to know, at most
 * once in a few seconds. Never whether it is ready: two that ask each other would wait for each other.
 */
public final class Neighbours implements CompositeHealthContributor {
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final Duration FRESH = Duration.ofSeconds(5);
  private final Map<String, HealthIndicator> all = new LinkedHashMap<>();
  private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(1))
      .build();

  /** @param address of a service by its name */
  public Neighbours(Iterable<String> names, UnaryOperator<String> address) {
    names.forEach(name -> all.put(name, neighbour(URI.create(address.apply(name) + "/actuator/health/liveness"))));
  }

  private HealthIndicator neighbour(URI address) {
    return new Lately<>(FRESH, () -> (answers(address) ? Health.up() : Health.down()).build())::get;
  }

  @Override
  public @Nullable HealthContributor getContributor(String name) {
    return all.get(name);
  }

  @Override
  public Stream<HealthContributors.Entry> stream() {
    return all.entrySet().stream().map(one -> new HealthContributors.Entry(one.getKey(), one.getValue()));
  }

  private boolean answers(URI address) {
    var asked = http.sendAsync(HttpRequest.newBuilder(address).timeout(PATIENCE).build(), BodyHandlers.discarding());
    try {
      return asked.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).statusCode() == 200;
    } catch (ExecutionException | TimeoutException away) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
