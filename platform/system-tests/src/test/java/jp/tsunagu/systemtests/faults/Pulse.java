package jp.tsunagu.systemtests.faults;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;

/** Listens at the end of the way, where a case that was referred leads to a notice and a watch. */
final class Pulse implements AutoCloseable {
  private static final String NOTICES = "tsunagu.notification";
  private static final String WATCHES = "tsunagu.follow-up";
  private final Map<String, Long> noticed = new ConcurrentHashMap<>();
  private final Map<String, Long> watched = new ConcurrentHashMap<>();
  private final KafkaConsumer<String, byte[]> consumer;
  private final Thread listening;
  private volatile boolean open = true;

  Pulse(String kafka) {
    consumer = new KafkaConsumer<>(
        Map.of("bootstrap.servers", kafka, "group.id", "pulse-" + UUID.randomUUID(), "auto.offset.reset", "earliest",
            "metadata.max.age.ms", "2000"),
        new StringDeserializer(), new ByteArrayDeserializer());
    consumer.subscribe(List.of(NOTICES, WATCHES));
    listening = Thread.ofPlatform().daemon().start(this::listen);
  }

  private void listen() {
    while (open) consumer.poll(Duration.ofMillis(100)).forEach(this::heard);
    consumer.close();
  }

  private void heard(ConsumerRecord<String, byte[]> record) {
    if (record.key() != null) (record.topic().equals(NOTICES) ? noticed : watched).putIfAbsent(record.key(), System.nanoTime());
  }

  /** How long after this moment the first case was through that was begun after it. */
  Duration nextDelivery(Logbook book, long after) {
    Awaitility.await("the next delivery").atMost(Duration.ofMinutes(4)).pollInterval(Duration.ofMillis(100))
        .until(() -> first(book, after) > 0);
    return Duration.ofNanos(first(book, after) - after);
  }

  private long first(Logbook book, long after) {
    return book.lines().stream().filter(line -> line.what().equals("cases") && line.begunAt() > after).map(Logbook.Line::caseId)
        .filter(id -> noticed.containsKey(id) && watched.containsKey(id))
        .mapToLong(id -> Math.max(noticed.getOrDefault(id, 0L), watched.getOrDefault(id, 0L))).min().orElse(0);
  }

  @Override
  public void close() {
    open = false;
    Awaitility.await().until(() -> !listening.isAlive());
  }
}
