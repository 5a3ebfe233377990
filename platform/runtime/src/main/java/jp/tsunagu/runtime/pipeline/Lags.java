package jp.tsunagu.runtime.pipeline;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Asks the broker about the groups of this service and no others: more it may not be allowed to see. */
public final class Lags {
  /** Less than whoever asks this service waits for its answer. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Map<String, Object> broker;
  private final Readers readers;

  /** @param broker where it is and how to speak to it */
  public Lags(Map<String, Object> broker, Readers readers) {
    this.broker = new HashMap<>(broker);
    this.broker.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
    this.broker.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
    this.readers = readers;
  }

  /** By group and topic; null while the broker cannot be asked. */
  @Nullable
  List<Lag> ask() {
    List<Readers.Reader> all = readers.all();
    if (all.isEmpty()) return List.of();
    Admin admin = Admin.create(broker);
    try {
      return ask(admin, all);
    } catch (ExecutionException | TimeoutException | KafkaException away) {
      return null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    } finally {
      admin.close(Duration.ZERO);
    }
  }

  private static List<Lag> ask(Admin admin, List<Readers.Reader> readers)
      throws ExecutionException, TimeoutException, InterruptedException {
    var deadline = new Deadline(System.nanoTime() + PATIENCE.toNanos());
    List<String> topics = readers.stream().flatMap(reader -> reader.topics().stream()).distinct().toList();
    List<TopicPartition> partitions = deadline.get(admin.describeTopics(topics).allTopicNames()).values().stream().flatMap(
        Lags::partitions).toList();
    var noted = admin.listConsumerGroupOffsets(groups(readers)).all();
    var first = admin.listOffsets(each(partitions, OffsetSpec.earliest())).all();
    var end = admin.listOffsets(each(partitions, OffsetSpec.latest())).all();
    var offsets = new Offsets(partitions, deadline.get(noted), deadline.get(first), deadline.get(end));
    return readers.stream().flatMap(reader -> reader.topics().stream().sorted().map(topic -> offsets.lag(reader, topic))).toList();
  }

  private static Stream<TopicPartition> partitions(TopicDescription topic) {
    return topic.partitions().stream().map(partition -> new TopicPartition(topic.name(), partition.partition()));
  }

  private static Map<String, ListConsumerGroupOffsetsSpec> groups(List<Readers.Reader> readers) {
    return readers.stream().map(Readers.Reader::group).distinct()
        .collect(Collectors.toMap(Function.identity(), _ -> new ListConsumerGroupOffsetsSpec()));
  }

  private static Map<TopicPartition, OffsetSpec> each(List<TopicPartition> partitions, OffsetSpec which) {
    return partitions.stream().collect(Collectors.toMap(Function.identity(), _ -> which));
  }

  /** @param nanos of the monotonic clock */
  private record Deadline(long nanos) {
    <T> T get(KafkaFuture<T> answer) throws ExecutionException, TimeoutException, InterruptedException {
      return answer.get(Math.max(0, nanos - System.nanoTime()), TimeUnit.NANOSECONDS);
    }
  }

  private record Offsets(List<TopicPartition> partitions, Map<String, Map<TopicPartition, OffsetAndMetadata>> noted,
      Map<TopicPartition, ListOffsetsResultInfo> first, Map<TopicPartition, ListOffsetsResultInfo> end) {
    Lag lag(Readers.Reader reader, String topic) {
      long messages = partitions.stream().filter(partition -> partition.topic().equals(topic))
          .mapToLong(partition -> Lag.of(noted(reader.group(), partition), offset(first, partition), offset(end, partition))).sum();
      return new Lag(reader.group(), topic, messages, reader.running());
    }

    private @Nullable Long noted(String group, TopicPartition partition) {
      OffsetAndMetadata known = noted.getOrDefault(group, Map.of()).get(partition);
      return known == null ? null : known.offset();
    }

    private static long offset(Map<TopicPartition, ListOffsetsResultInfo> of, TopicPartition partition) {
      ListOffsetsResultInfo known = of.get(partition);
      return known == null ? 0 : known.offset();
    }
  }
}
