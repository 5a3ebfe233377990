package jp.tsunagu.runtime.relay;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.IntStream;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

import jp.tsunagu.testing.Infrastructure;

/** Reads a topic from its beginning, as somebody outside. */
final class Topic implements AutoCloseable {
  private static final int PARTITIONS = 12;

  private final KafkaConsumer<String, byte[]> consumer;
  private final List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();

  Topic(String name) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", Infrastructure.kafka()))) {
      admin.createTopics(List.of(new NewTopic(name, PARTITIONS, (short) 1))).all().get();
    }
    var settings = new Properties();
    settings.put("bootstrap.servers", Infrastructure.kafka());
    consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    // Not asked for: a broker that has just made a topic may not have told of its partitions yet.
    consumer.assign(IntStream.range(0, PARTITIONS).mapToObj(p -> new TopicPartition(name, p)).toList());
    consumer.seekToBeginning(consumer.assignment());
  }

  List<ConsumerRecord<String, byte[]>> all() {
    consumer.poll(Duration.ofMillis(200)).forEach(records::add);
    return records;
  }

  /** Message ids per stream, in the order of arrival, repeats included. */
  Map<String, List<String>> idsByStream() {
    Map<String, List<String>> ids = new LinkedHashMap<>();
    for (var r : all()) {
      String id = header(r, "ce_id");
      ids.computeIfAbsent(id.substring(0, id.indexOf('/')), s -> new ArrayList<>()).add(id.substring(id.indexOf('/') + 1));
    }
    return ids;
  }

  static String header(ConsumerRecord<?, ?> record, String name) {
    return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    consumer.close();
  }
}
