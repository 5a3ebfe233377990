package jp.tsunagu.runtime.relay;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

import jp.tsunagu.contracts.Message;
import jp.tsunagu.journal.Outgoing;
import jp.tsunagu.journal.Publisher;
import jp.tsunagu.runtime.inbox.Wire;
import jp.tsunagu.runtime.trace.Traces;

/** CloudEvents in Kafka's binary mode: attributes as {@code ce_} headers, the message as JSON, the case as key. */
public final class KafkaPublisher implements Publisher<Message>, AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final Producer<String, byte[]> producer;
  private final String service;
  private final Wire wire;
  private final Traces traces;

  /** @param service publishes on {@code tsunagu.<service>} */
  public KafkaPublisher(Producer<String, byte[]> producer, String service, Wire wire, Traces traces) {
    this.traces = traces;
    this.producer = producer;
    this.service = service;
    this.wire = wire;
  }

  @Override
  public CompletableFuture<?> publish(Outgoing<Message> message) {
    var sending = traces.sending(service, message);
    var record = new ProducerRecord<>(topic(service), message.key(), wire.body(message.body()));
    wire.headers(service, message.within(Traces.of(sending).orElse(message.trace())))
        .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    var acknowledged = new CompletableFuture<Void>();
    producer.send(record, (metadata, failure) -> {
      Traces.end(sending, failure);
      if (failure == null) acknowledged.complete(null);
      else
        acknowledged.completeExceptionally(failure);
    });
    return acknowledged;
  }

  public static String topic(String service) {
    return "tsunagu." + service;
  }

  /** What nobody has acknowledged by then is still pending in the journal; a broker that is away must not keep us from stopping. */
  @Override
  public void close() {
    producer.close(PATIENCE);
  }
}
