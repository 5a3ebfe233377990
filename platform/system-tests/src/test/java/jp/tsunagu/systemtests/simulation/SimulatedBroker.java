package jp.tsunagu.systemtests.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** The broker: what it has acknowledged it keeps, in order per partition, and how far each group of consumers has come. */
final class SimulatedBroker {
  private static final int PARTITIONS = 3;
  private final Map<Place, List<Kept>> logs = new TreeMap<>();
  private final Map<String, Group> groups = new TreeMap<>();
  private final @Nullable Lot drops;
  private boolean up = true;

  /** @param drops decides what it loses; null for a sound one */
  SimulatedBroker(@Nullable Lot drops) {
    this.drops = drops;
  }

  /** A partition. */
  record Place(String topic, int partition) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      return Comparator.comparing(Place::topic).thenComparingInt(Place::partition).compare(this, other);
    }
  }

  record Kept(Place place, int offset, String key, Map<String, Object> headers, byte[] body) {}

  boolean isUp() {
    return up;
  }

  void up(boolean now) {
    up = now;
  }

  void keep(ProducerRecord<String, byte[]> record) {
    if (drops != null && drops.promille(10)) return;
    var place = new Place(record.topic(), Math.floorMod(record.key().hashCode(), PARTITIONS));
    List<Kept> log = logs.computeIfAbsent(place, _ -> new ArrayList<>());
    Map<String, Object> headers = new TreeMap<>();
    for (Header header : record.headers()) headers.put(header.key(), header.value());
    log.add(new Kept(place, log.size(), record.key(), headers, record.value()));
  }

  List<Kept> from(Place place, int offset, int most) {
    List<Kept> log = logs.getOrDefault(place, List.of());
    return List.copyOf(log.subList(Math.min(offset, log.size()), Math.min(offset + most, log.size())));
  }

  int end(Place place) {
    return logs.getOrDefault(place, List.of()).size();
  }

  Group group(String name, List<String> topics) {
    return groups.computeIfAbsent(name, _ -> new Group(topics.stream()
        .flatMap(topic -> java.util.stream.IntStream.range(0, PARTITIONS).mapToObj(p -> new Place(topic, p))).toList()));
  }
}
