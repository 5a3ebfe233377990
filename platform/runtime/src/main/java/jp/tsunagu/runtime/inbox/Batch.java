package jp.tsunagu.runtime.inbox;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageHeaders;

/** A poll's records as the binder hands them over: the bodies in one list, what belongs to them in others beside it. */
final class Batch {
  private Batch() {}

  /**
   * @param key      empty if it has none
   * @param position where it lies in the broker: {@code <topic>/<partition>/<offset>}
   */
  record Record(String topic, String key, Map<String, Object> headers, String position, byte[] body) {
    Optional<String> header(String name) {
      return text(headers.get(name));
    }
  }

  static List<Record> records(Message<List<byte[]>> batch) {
    MessageHeaders beside = batch.getHeaders();
    List<Map<String, Object>> headers = list(beside, KafkaHeaders.BATCH_CONVERTED_HEADERS);
    List<@Nullable Object> keys = list(beside, KafkaHeaders.RECEIVED_KEY);
    List<Object> topics = list(beside, KafkaHeaders.RECEIVED_TOPIC);
    List<Object> partitions = list(beside, KafkaHeaders.RECEIVED_PARTITION);
    List<Object> offsets = list(beside, KafkaHeaders.OFFSET);
    return IntStream.range(0, batch.getPayload().size())
        .mapToObj(i -> new Record(topics.get(i).toString(), text(keys.get(i)).orElse(""), headers.get(i),
            topics.get(i) + "/" + partitions.get(i) + "/" + offsets.get(i), batch.getPayload().get(i)))
        .toList();
  }

  private static Optional<String> text(@Nullable Object raw) {
    return switch (raw) {
      case byte[] bytes -> Optional.of(new String(bytes, StandardCharsets.UTF_8));
      case String text -> Optional.of(text);
      case null, default -> Optional.empty();
    };
  }

  @SuppressWarnings("unchecked") // what the binder puts there
  private static <T> List<T> list(MessageHeaders headers, String name) {
    var list = (List<T>) headers.get(name);
    if (list == null || list.isEmpty()) throw new IllegalStateException("the binder gives no list " + name);
    return list;
  }
}
