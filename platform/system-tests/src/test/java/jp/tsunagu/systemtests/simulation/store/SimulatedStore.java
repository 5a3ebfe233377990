package jp.tsunagu.systemtests.simulation.store;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

import com.mongodb.client.MongoDatabase;

import jp.tsunagu.systemtests.simulation.Flaw;
import jp.tsunagu.systemtests.simulation.VirtualClock;

/**
 * The server. A journaled write is durable when it is answered, and with it all before it; any other is lost if the server
 * crashes before the next journaled one.
 */
public final class SimulatedStore {
  private final VirtualClock clock;
  private final Flaw flaw;
  private final Map<String, Map<BsonValue, BsonDocument>> collections = new HashMap<>();
  private final Deque<Runnable> undo = new ArrayDeque<>();
  private boolean up = true;

  public SimulatedStore(VirtualClock clock, Flaw flaw) {
    this.clock = clock;
    this.flaw = flaw;
  }

  /** @param line what every operation goes through on its way here */
  public MongoDatabase database(String name, Line line) {
    return new SimulatedDatabase(this, name, line).proxy();
  }

  public boolean isUp() {
    return up;
  }

  public void crash() {
    up = false;
    while (!undo.isEmpty()) undo.pop().run();
  }

  public void start() {
    up = true;
  }

  /** @param collection as {@code <database>.<collection>} */
  public List<String> ids(String collection) {
    return documents(collection).keySet().stream().map(id -> id.asString().getValue()).toList();
  }

  VirtualClock clock() {
    return clock;
  }

  List<BsonDocument> find(String collection, BsonDocument filter) {
    return candidates(collection, filter).filter(d -> Matching.matches(d, filter)).toList();
  }

  /** As {@link #find}, for a write. */
  List<BsonDocument> findToChange(String collection, BsonDocument filter) {
    return flaw == Flaw.STORE_OVERWRITES && named(filter) != null ? candidates(collection, filter).toList() : find(collection, filter);
  }

  private Stream<BsonDocument> candidates(String collection, BsonDocument filter) {
    Map<BsonValue, BsonDocument> documents = documents(collection);
    Collection<BsonValue> named = named(filter);
    return named == null ? documents.values().stream() : named.stream().map(documents::get).filter(Objects::nonNull);
  }

  /** @param document null to remove it */
  void write(String collection, BsonValue id, @Nullable BsonDocument document, boolean journaled) {
    Map<BsonValue, BsonDocument> documents = documents(collection);
    BsonDocument before = documents.get(id);
    put(documents, id, document);
    undo.push(() -> put(documents, id, before));
    if (journaled && flaw != Flaw.STORE_FORGETS) undo.clear();
  }

  private static void put(Map<BsonValue, BsonDocument> documents, BsonValue id, @Nullable BsonDocument document) {
    if (document == null) documents.remove(id);
    else
      documents.put(id, document);
  }

  boolean holds(String collection, BsonValue id) {
    return documents(collection).containsKey(id);
  }

  private Map<BsonValue, BsonDocument> documents(String collection) {
    return collections.computeIfAbsent(collection, _ -> new LinkedHashMap<>());
  }

  /** The ids, where a filter asks for certain documents. */
  private static @Nullable Collection<BsonValue> named(BsonDocument filter) {
    Collection<BsonValue> all = filter.containsKey("$and") ? filter.getArray("$and") : List.of(filter);
    for (BsonValue one : all) {
      BsonValue id = one.asDocument().get("_id");
      if (id instanceof BsonDocument asked && asked.containsKey("$in")) return asked.getArray("$in");
      if (id != null && !id.isDocument()) return List.of(id);
    }
    return null;
  }
}
