package jp.tsunagu.runtime.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import jp.tsunagu.kafka.EmbeddedKafka;
import jp.tsunagu.store.EmbeddedStore;

/** A service is started before its store and its broker are, and loses them again. */
@ExtendWith(OutputCaptureExtension.class)
class DependenciesTest {
  private static final Duration LONG = Duration.ofSeconds(90);
  private final int store = Dependent.freePort();
  private final int broker = Dependent.freePort();
  @TempDir Path folder;
  private final CapturedOutput said;

  DependenciesTest(CapturedOutput said) {
    this.said = said;
  }

  @Test
  void waitsForWhatItNeedsSaysSoAndGoesOn() {
    try (var service = new Dependent.Running(store, broker, "")) {
      waitsForItsStore(service);
      EmbeddedStore firstStore = startStore();
      waitsForItsBroker(service);
      EmbeddedKafka firstBroker = startBroker();
      isReady(service);
      firstStore.close();
      isNotReadyWithoutItsStore(service);
      try (var _ = startStore()) {
        isReady(service);
        firstBroker.close();
        servesWithoutItsBroker(service);
        try (var _ = startBroker()) {
          isReady(service);
          service.started.join().close();
        }
      }
    }
  }

  private EmbeddedStore startStore() {
    return EmbeddedStore.start(folder.resolve("store.db"), store);
  }

  private EmbeddedKafka startBroker() {
    return EmbeddedKafka.start(folder.resolve("kafka"), broker);
  }

  private void waitsForItsStore(Dependent.Running service) {
    await().atMost(LONG).until(() -> service.health("/liveness").startsWith("200"));
    assertThat(service.health("/liveness")).isEqualTo("200 {\"status\":\"UP\"}");
    assertThat(service.health("/readiness")).startsWith("503").contains("\"store\":{\"status\":\"DOWN\"}");
    assertThat(service.health("")).startsWith("503");
    hasSaid("waiting for the store at 127.0.0.1:" + store + ", for ");
    assertThat(service.started).isNotDone();
  }

  private void waitsForItsBroker(Dependent.Running service) {
    hasSaid("the store at 127.0.0.1:" + store + " is there after");
    hasSaid("waiting for the broker at 127.0.0.1:" + broker + ", for ");
    assertThat(service.health("/liveness")).isEqualTo("200 {\"status\":\"UP\"}");
    assertThat(service.health("/readiness")).startsWith("503").contains("\"broker\":{\"status\":\"DOWN\"}");
    assertThat(service.started).isNotDone();
  }

  private void isReady(Dependent.Running service) {
    await().atMost(LONG).untilAsserted(() -> {
      assertThat(service.health("/readiness")).startsWith("200");
      assertThat(service.health("/dependencies", "metrics")).startsWith("200").contains("\"store\":{\"status\":\"UP\"}",
          "\"broker\":{\"status\":\"UP\"}");
    });
  }

  private void isNotReadyWithoutItsStore(Dependent.Running service) {
    await().atMost(LONG).untilAsserted(() -> assertThat(service.health("/readiness")).startsWith("503"));
    assertThat(service.health("/liveness")).startsWith("200");
    assertThat(service.health("/dependencies", "metrics")).startsWith("503").contains("\"status\":\"DOWN\"", "\"awaySeconds\":")
        .contains("\"broker\":{\"status\":\"UP\"}");
    hasSaid("the store at 127.0.0.1:" + store + " is away");
  }

  private void servesWithoutItsBroker(Dependent.Running service) {
    hasSaid("the store at 127.0.0.1:" + store + " is back after");
    hasSaid("the broker at 127.0.0.1:" + broker + " is away");
    await().atMost(LONG).untilAsserted(() -> assertThat(service.health("/dependencies", "metrics")).startsWith("503")
        .contains("\"store\":{\"status\":\"UP\"}").doesNotContain("\"broker\":{\"status\":\"UP\"}"));
    assertThat(service.health("/readiness")).startsWith("200");
    assertThat(service.health("/liveness")).startsWith("200");
  }

  private void hasSaid(String words) {
    await().atMost(LONG).untilAsserted(() -> assertThat(said.getOut()).contains(words));
  }
}
