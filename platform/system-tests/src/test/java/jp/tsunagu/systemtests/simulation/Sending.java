package jp.tsunagu.systemtests.simulation;

import java.lang.reflect.Proxy;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** The producer of a process, as the publisher knows it. */
final class Sending {
  private Sending() {}

  @SuppressWarnings("unchecked")
  static Producer<String, byte[]> by(Life life, SimulatedBroker broker, Weather weather) {
    return (Producer<String, byte[]>) Proxy.newProxyInstance(Sending.class.getClassLoader(), new Class<?>[]{Producer.class},
        (_, method, arguments) -> {
          if (!method.getName().equals("send")) throw new UnsupportedOperationException(method.getName());
          send((ProducerRecord<String, byte[]>) arguments[0], (Callback) arguments[1], life, broker, weather);
          return CompletableFuture.completedFuture(null);
        });
  }

  private static void send(ProducerRecord<String, byte[]> record, Callback told, Life life, SimulatedBroker broker, Weather weather) {
    told.onCompletion(null, failure(record, life, broker, weather));
  }

  private static @Nullable Exception failure(ProducerRecord<String, byte[]> record, Life life, SimulatedBroker broker, Weather weather) {
    try {
      weather.step(life, "publish " + Objects.requireNonNull(record.key()), broker::isUp, () -> {
        broker.keep(record);
        return record;
      }, BrokerAway::new);
      return null;
    } catch (BrokerAway failure) {
      return failure;
    }
  }
}
