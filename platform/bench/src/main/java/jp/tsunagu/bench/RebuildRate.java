package jp.tsunagu.bench;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;

import jp.tsunagu.portal.inbox.ReadSide;
import jp.tsunagu.portal.ledger.Arrivals;
import jp.tsunagu.portal.ledger.LedgerProjection;
import jp.tsunagu.portal.notices.NoticeProjection;
import jp.tsunagu.portal.store.MongoLedgers;
import jp.tsunagu.portal.store.MongoNotices;
import jp.tsunagu.runtime.inbox.Inbox;
import jp.tsunagu.runtime.inbox.ParkingLot;
import jp.tsunagu.runtime.inbox.PublisherJournals;
import jp.tsunagu.runtime.inbox.Wire;
import jp.tsunagu.runtime.trace.Traces;

/** A read side that begins with nothing and reads all topics, beside a consumer that reads them and does nothing. */
final class RebuildRate implements AutoCloseable {
  private static final List<String> TOPICS = List.of("tsunagu.intake", "tsunagu.referral", "tsunagu.follow-up", "tsunagu.notification");
  private static final Duration PATIENCE = Duration.ofMillis(200);

  private final MongoClient mongo;
  private final PublisherJournals publishers;
  private final KafkaConsumer<String, byte[]> consumer;
  private final Beside rates = new Beside();
  private long messages;
  private int round;

  RebuildRate(MongoClient mongo, String kafka, PublisherJournals publishers) {
    this.mongo = mongo;
    this.publishers = publishers;
    this.consumer = new KafkaConsumer<>(Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka, ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 500),
        new StringDeserializer(), new ByteArrayDeserializer());
    consumer.assign(TOPICS.stream().flatMap(topic -> consumer.partitionsFor(topic).stream())
        .map(partition -> new TopicPartition(partition.topic(), partition.partition())).toList());
  }

  void round() {
    double floor = perSecond(_ -> {});
    MongoDatabase database = mongo.getDatabase("bench-rebuild-" + round++);
    var ledgers = new MongoLedgers(database);
    var arrivals = new Arrivals();
    var reads = new ReadSide(new LedgerProjection(ledgers, arrivals), new NoticeProjection(new MongoNotices(database), arrivals));
    var inbox = new Inbox(database, publishers, new ParkingLot(database), new Wire(), Traces.none(), InstantSource.system());
    Consumer<Message<List<byte[]>>> projection = inbox.projection("rebuild", reads);
    double ours = perSecond(projection);
    database.drop();
    rates.add(floor, ours);
  }

  void forget() {
    rates.forget();
  }

  private double perSecond(Consumer<Message<List<byte[]>>> into) {
    Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
    consumer.seekToBeginning(consumer.assignment());
    ends.keySet().forEach(consumer::position);
    messages = 0;
    long began = System.nanoTime();
    while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
      List<ConsumerRecord<String, byte[]>> polled = new ArrayList<>();
      consumer.poll(PATIENCE).forEach(polled::add);
      if (!polled.isEmpty()) into.accept(batch(polled));
      messages += polled.size();
    }
    return messages / ((System.nanoTime() - began) / 1e9);
  }

  /** As the binder hands it over. */
  private static Message<List<byte[]>> batch(List<ConsumerRecord<String, byte[]>> records) {
    return MessageBuilder.withPayload(records.stream().map(ConsumerRecord::value).toList())
        .setHeader(KafkaHeaders.BATCH_CONVERTED_HEADERS, records.stream().map(RebuildRate::headers).toList())
        .setHeader(KafkaHeaders.RECEIVED_KEY, records.stream().map(ConsumerRecord::key).toList())
        .setHeader(KafkaHeaders.RECEIVED_TOPIC, records.stream().map(ConsumerRecord::topic).toList())
        .setHeader(KafkaHeaders.RECEIVED_PARTITION, records.stream().map(ConsumerRecord::partition).toList())
        .setHeader(KafkaHeaders.OFFSET, records.stream().map(ConsumerRecord::offset).toList()).build();
  }

  private static Map<String, Object> headers(ConsumerRecord<String, byte[]> record) {
    Map<String, Object> headers = new HashMap<>();
    record.headers().forEach(header -> headers.put(header.key(), header.value()));
    return headers;
  }

  Table table() {
    var table = new Table("%,d messages".formatted(messages), "per second");
    return rates.rows(table, "a bare consumer", "read side made afresh from the topics");
  }

  @Override
  public void close() {
    consumer.close();
  }
}
