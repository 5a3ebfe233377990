package jp.tsunagu.systemtests.simulation;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;

import com.mongodb.MongoSocketReadException;
import com.mongodb.ServerAddress;
import com.mongodb.client.MongoDatabase;

import jp.tsunagu.runtime.inbox.Wire;
import jp.tsunagu.runtime.relay.KafkaPublisher;
import jp.tsunagu.runtime.trace.Traces;
import jp.tsunagu.systemtests.simulation.store.Line;
import jp.tsunagu.systemtests.simulation.store.SimulatedStore;

/** What all processes stand on. */
record Ground(Lot lot, VirtualClock clock, Weather weather, Map<String, SimulatedStore> stores, SimulatedBroker broker, Wire wire) {
  static Ground of(long seed, Flaw flaw) {
    var lot = new Lot(seed);
    var clock = new VirtualClock();
    Map<String, SimulatedStore> stores = new TreeMap<>();
    for (String service : Services.ALL) stores.put(service, new SimulatedStore(clock, flaw));
    return new Ground(lot, clock, new Weather(lot, clock, 2 + lot.below(30)), stores,
        new SimulatedBroker(flaw == Flaw.BROKER_DROPS ? lot : null), new Wire());
  }

  /** Every service has a store of its own; one can be away while the others are there. */
  SimulatedStore store(String service) {
    return Objects.requireNonNull(stores.get(service));
  }

  /** The database of a service as one of its processes reaches it. */
  MongoDatabase database(String service, Life life) {
    return store(service).database(service, new Line() {
      @Override
      public <T> T carry(String what, Supplier<T> operation) {
        return weather.step(life, what, store(service)::isUp, operation, Ground::storeAway);
      }
    });
  }

  /** The same, looked at from outside, where nothing goes wrong. */
  MongoDatabase calm(String service) {
    return store(service).database(service, Line.SOUND);
  }

  KafkaPublisher publisher(String service, Life life) {
    return new KafkaPublisher(Sending.by(life, broker, weather), service, wire, Traces.none());
  }

  private static RuntimeException storeAway() {
    return new MongoSocketReadException("the store does not answer", new ServerAddress());
  }
}
