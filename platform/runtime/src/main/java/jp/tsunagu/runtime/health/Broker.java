package jp.tsunagu.runtime.health;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;

import jp.tsunagu.health.Need;

/** The broker, asked for what needs no rights: which nodes it has. */
public final class Broker implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(4);
  private final Map<String, Object> settings;
  private final Admin admin;

  /** @param settings where it is and how to speak to it */
  public Broker(Map<String, Object> settings) {
    this.settings = new HashMap<>(settings);
    this.settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
    this.settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
    this.settings.put(AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000); // it is asked every few seconds anyway
    this.admin = Admin.create(this.settings);
  }

  public Need need() {
    return new Need("broker", String.valueOf(settings.get(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG)),
        () -> admin.describeCluster().nodes().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
  }

  /** Which topic it is that has this name now; empty while there is none, or nobody can say. */
  public Optional<String> topicId(String topic) {
    try {
      return admin.describeTopics(List.of(topic)).allTopicNames().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).values().stream()
          .map(one -> one.topicId().toString()).findFirst();
    } catch (ExecutionException | TimeoutException | KafkaException away) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    admin.close(Duration.ZERO);
  }
}
