package jp.tsunagu.directory.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;

import jp.tsunagu.testing.Infrastructure;

/** What the directory knew before a restart it knows after it; what it tells the world holds no name. */
class DirectoryRestartTest {
  @Test
  void keepsEverythingAndTellsTheWorldIdsOnly() {
    try (var desk = new Desk()) {
      desk.post("admin", "/api/organisations/org05/workers", DirectoryDoorTest.worker("org05-m", "MANAGER", null, null));
      String before = desk.get("admin", "/api/organisations/org05").body().toString();
      desk.post("admin", "/api/organisations/org01/secretariat", null);
      desk.restart();
      assertThat(desk.get("admin", "/api/organisations/org05").body().toString()).isEqualTo(before);
      assertThat(desk.get("admin", "/api/organisations/org01").body().get("secretariat").asBoolean()).isTrue();
      assertThat(desk.get("admin", "/api/organisations/city").body().get("secretariat").asBoolean()).isFalse();
      await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(published()).containsKey("org05").containsKey("city"));
      assertThat(published().get("org05")).contains("org05-m").doesNotContain("架空", "カクウ", "@");
    }
  }

  private static Map<String, String> published() {
    var newest = new java.util.HashMap<String, String>();
    var settings = Map.<String, Object>of("bootstrap.servers", Infrastructure.kafka(), "group.id", UUID.randomUUID().toString());
    try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      List<TopicPartition> all = consumer.partitionsFor("tsunagu.directory").stream().map(p -> new TopicPartition(p.topic(), p.partition()))
          .toList();
      consumer.assign(all);
      consumer.seekToBeginning(all);
      for (int i = 0; i < 5; i++) consumer.poll(Duration.ofMillis(200)).forEach(r -> newest.put(r.key(), r.value()));
    }
    return newest;
  }
}
