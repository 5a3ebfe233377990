package jp.tsunagu.runtime.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;
import org.springframework.kafka.listener.MessageListener;

import jp.tsunagu.testing.Infrastructure;

/** Against the real broker. */
class LagsTest {
  private static final Map<String, Object> BROKER = Map.of("bootstrap.servers", Infrastructure.kafka());
  private final String run = UUID.randomUUID().toString().substring(0, 8);
  private final String group = "reader-" + run;
  private final String first = "first-" + run;
  private final String second = "second-" + run;

  /** One that was made and does not run. */
  private Readers readers() {
    var properties = new ContainerProperties(second, first);
    properties.setGroupId(group);
    properties.setMessageListener((MessageListener<String, String>) _ -> {});
    var readers = new Readers();
    readers.add(new KafkaMessageListenerContainer<>(
        new DefaultKafkaConsumerFactory<>(BROKER, new StringDeserializer(), new StringDeserializer()), properties));
    return readers;
  }

  private void topicsWithMessages(int each) throws Exception {
    try (var admin = Admin.create(BROKER);
        var producer = new KafkaProducer<>(BROKER, new StringSerializer(), new StringSerializer())) {
      admin.createTopics(List.of(new NewTopic(first, 2, (short) 1), new NewTopic(second, 1, (short) 1))).all().get();
      for (int i = 0; i < each; i++)
        for (String topic : List.of(first, second)) producer.send(new ProducerRecord<>(topic, 0, "key", "message " + i)).get();
    }
  }

  private void notes(String topic, long offset) throws Exception {
    try (var admin = Admin.create(BROKER)) {
      admin.alterConsumerGroupOffsets(group, Map.of(new TopicPartition(topic, 0), new OffsetAndMetadata(offset))).all().get();
    }
  }

  @Test
  void tellsGroupByGroupAndTopicByTopicHowMuchIsUnread() throws Exception {
    topicsWithMessages(5);
    var lags = new Lags(BROKER, readers());
    assertThat(lags.ask()).containsExactly(new Lag(group, first, 5, false), new Lag(group, second, 5, false));
    notes(first, 3);
    notes(second, 5);
    assertThat(lags.ask()).containsExactly(new Lag(group, first, 2, false), new Lag(group, second, 0, false));
  }

  @Test
  void doesNotSayZeroWhereItCannotAsk() {
    assertThat(new Lags(Map.of("bootstrap.servers", "127.0.0.1:1"), readers()).ask()).isNull();
  }

  @Test
  void asksNobodyForAServiceThatReadsNothing() {
    assertThat(new Lags(Map.of("bootstrap.servers", "127.0.0.1:1"), new Readers()).ask()).isEmpty();
  }
}
