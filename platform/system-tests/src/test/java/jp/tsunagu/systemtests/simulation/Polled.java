package jp.tsunagu.systemtests.simulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;

import jp.tsunagu.systemtests.simulation.SimulatedBroker.Kept;
import jp.tsunagu.systemtests.simulation.SimulatedBroker.Place;

/** What one poll brought, and where it leaves off; in the form in which the binder hands it over. */
final class Polled {
  private final List<Kept> records = new ArrayList<>();
  private final Map<Place, Group.Reading> readings = new LinkedHashMap<>();

  /** @param most of each partition */
  static Polled by(Life life, Group group, SimulatedBroker broker, int most) {
    var polled = new Polled();
    for (Place place : group.places()) {
      Group.Reading reading = group.turnOf(life, place);
      if (reading == null) continue;
      List<Kept> news = broker.from(place, reading.position(), most);
      if (!news.isEmpty()) polled.readings.put(place, reading);
      polled.records.addAll(news);
    }
    return polled;
  }

  boolean isEmpty() {
    return records.isEmpty();
  }

  Message<List<byte[]>> message() {
    return MessageBuilder.withPayload(records.stream().map(Kept::body).toList())
        .setHeader(KafkaHeaders.BATCH_CONVERTED_HEADERS, records.stream().map(Kept::headers).toList())
        .setHeader(KafkaHeaders.RECEIVED_KEY, records.stream().map(Kept::key).toList())
        .setHeader(KafkaHeaders.RECEIVED_TOPIC, records.stream().map(r -> r.place().topic()).toList())
        .setHeader(KafkaHeaders.RECEIVED_PARTITION, records.stream().map(r -> r.place().partition()).toList())
        .setHeader(KafkaHeaders.OFFSET, records.stream().map(r -> (long) r.offset()).toList()).build();
  }

  /** All of it was taken in. */
  void moveOn(Group group) {
    Map<Place, Integer> last = new LinkedHashMap<>();
    records.forEach(record -> last.put(record.place(), record.offset() + 1));
    last.forEach((place, position) -> group.moved(place, java.util.Objects.requireNonNull(readings.get(place)), position));
  }
}
