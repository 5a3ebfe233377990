package jp.tsunagu.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;

import jp.tsunagu.journal.Actor;
import jp.tsunagu.journal.Cause;
import jp.tsunagu.journal.Commit;
import jp.tsunagu.journal.Stream;
import jp.tsunagu.runtime.journal.EventTypes;
import jp.tsunagu.runtime.journal.JournalStore;
import jp.tsunagu.runtime.journal.MongoJournal;

/** What no design on this broker and this store can beat: one record through the broker, one append to a journal. */
final class Floor implements AutoCloseable {
  private static final String TOPIC = "bench.floor";

  record Said(String what) {}

  private final KafkaProducer<byte[], byte[]> producer;
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final MongoClient mongo;
  private final MongoJournal<Said> journal;

  Floor(String kafka, String mongoUri) throws InterruptedException, ExecutionException {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
      admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
    }
    var settings = new Properties();
    settings.put("bootstrap.servers", kafka);
    settings.put("acks", "all");
    producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    consumer.assign(List.of(new TopicPartition(TOPIC, 0)));
    consumer.seekToEnd(consumer.assignment());
    consumer.position(new TopicPartition(TOPIC, 0));
    mongo = MongoClients.create(mongoUri);
    journal = new JournalStore(mongo.getDatabase("bench-floor")).journal("floor", EventTypes.of(Map.of("said.v1", Said.class)), List.of());
  }

  /** 1 KB records at the pace of the proposals. */
  void produceToConsume(int count, double perSecond, Latencies into) throws InterruptedException {
    var received = new CountDownLatch(count);
    var reader = Thread.ofPlatform().start(() -> {
      while (received.getCount() > 0) consumer.poll(Duration.ofMillis(100)).forEach(r -> {
        into.add(System.nanoTime() - java.nio.ByteBuffer.wrap(r.value()).getLong());
        received.countDown();
      });
    });
    Pace.run(count, perSecond,
        i -> producer.send(new ProducerRecord<>(TOPIC, java.nio.ByteBuffer.allocate(1024).putLong(System.nanoTime()).array())));
    received.await();
    reader.join();
  }

  void append(int count, double perSecond, Latencies into) throws InterruptedException {
    var made = new AtomicLong();
    Pace.run(count, perSecond, i -> {
      String id = "floor-" + UUID.randomUUID();
      var commit = new Commit<>(1, 1, Instant.EPOCH, new Actor("bench", "bench"), Cause.message("m" + i),
          List.of(new Said("x".repeat(500))));
      long began = System.nanoTime();
      if (journal.append(Stream.empty(id, "c"), commit, Map.of())) made.incrementAndGet();
      into.add(System.nanoTime() - began);
    });
    if (made.get() != count) throw new IllegalStateException("an append of the floor was lost");
  }

  @Override
  public void close() {
    producer.close();
    consumer.close();
    mongo.close();
  }
}
