package jp.tsunagu.notification.door;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

import jp.tsunagu.contracts.NotificationMessage;
import jp.tsunagu.runtime.inbox.Envelope;
import jp.tsunagu.runtime.inbox.Wire;
import jp.tsunagu.testing.Infrastructure;

/** Hears everything that is published on {@code tsunagu.notification}. */
final class Listener implements AutoCloseable {
  private final KafkaConsumer<String, byte[]> broker = new KafkaConsumer<>(Map.of("bootstrap.servers", Infrastructure.kafka()),
      new StringDeserializer(), new ByteArrayDeserializer());
  private final Wire wire = new Wire();
  private final List<Envelope> heard = new ArrayList<>();

  Listener() {
    var partitions = broker.partitionsFor("tsunagu.notification").stream().map(p -> new TopicPartition(p.topic(), p.partition())).toList();
    broker.assign(partitions);
    broker.seekToBeginning(partitions);
  }

  /** In the order it was published; a repetition by the relay once. */
  synchronized List<NotificationMessage> about(String caseId) {
    broker.poll(Duration.ofMillis(50)).forEach(record -> heard.add(read(record)));
    var ids = heard.stream().filter(e -> e.caseId().equals(caseId)).map(Envelope::id).distinct();
    return ids.map(this::first).map(e -> (NotificationMessage) e.message()).toList();
  }

  private Envelope first(String id) {
    return heard.stream().filter(e -> e.id().equals(id)).findFirst().orElseThrow();
  }

  private Envelope read(ConsumerRecord<String, byte[]> record) {
    return wire.open(wire.read(
        name -> Optional.ofNullable(record.headers().lastHeader(name)).map(h -> new String(h.value(), StandardCharsets.UTF_8)),
        record.value()));
  }

  @Override
  public void close() {
    broker.close();
  }
}
