package jp.tsunagu.systemtests.simulation.store;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

import com.mongodb.MongoWriteException;
import com.mongodb.ServerAddress;
import com.mongodb.WriteConcern;
import com.mongodb.WriteError;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.ListIndexesIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.result.DeleteResult;
import com.mongodb.client.result.InsertOneResult;
import com.mongodb.client.result.UpdateResult;

/** The operations of a collection; each goes over the line as one. */
final class SimulatedCollection implements InvocationHandler {
  private static final int DUPLICATE_KEY = 11_000;
  private static final BsonDocument ALL = new BsonDocument();
  private final SimulatedDatabase database;
  private final String name;
  private final WriteConcern concern;
  private final Map<String, Boolean> indexes;

  private SimulatedCollection(SimulatedDatabase database, String name, WriteConcern concern, Map<String, Boolean> indexes) {
    this.database = database;
    this.name = name;
    this.concern = concern;
    this.indexes = indexes;
  }

  @SuppressWarnings("unchecked")
  static MongoCollection<Document> of(SimulatedDatabase database, String name) {
    return proxy(new SimulatedCollection(database, name, WriteConcern.MAJORITY, new ConcurrentHashMap<>()), MongoCollection.class);
  }

  static <T> T proxy(InvocationHandler handler, Class<T> type) {
    return type.cast(Proxy.newProxyInstance(SimulatedCollection.class.getClassLoader(), new Class<?>[]{type}, handler));
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] given) {
    Object[] arguments = given == null ? new Object[0] : given;
    return switch (method.getName()) {
      case "withReadConcern", "withReadPreference" -> proxy;
      case "withWriteConcern" ->
        proxy(new SimulatedCollection(database, name, (WriteConcern) arguments[0], indexes), MongoCollection.class);
      case "createIndex" -> created(arguments);
      case "listIndexes" ->
        proxy(new SimulatedFind(indexes.keySet().stream().map(i -> new Document("name", i)).toList()), ListIndexesIterable.class);
      case "find" -> SimulatedFind.of(this, arguments.length == 0 ? ALL : bson(arguments[0]));
      case "countDocuments" -> carry("count", () -> (long) found(bson(arguments[0])).size());
      default -> carry(method.getName(), () -> written(method.getName(), arguments));
    };
  }

  private String created(Object[] arguments) {
    String index = Objects.requireNonNull(((IndexOptions) arguments[1]).getName());
    indexes.put(index, true);
    return index;
  }

  private @Nullable Object written(String operation, Object[] arguments) {
    return switch (operation) {
      case "insertOne" -> insert(bson(arguments[0]));
      case "updateOne" -> update(bson(arguments[0]), bson(arguments[1]), arguments.length > 2 && ((UpdateOptions) arguments[2]).isUpsert());
      case "updateMany" -> updateMany(bson(arguments[0]), bson(arguments[1]));
      case "replaceOne" -> replace(bson(arguments[0]), bson(arguments[1]));
      case "findOneAndUpdate" -> updateAndGet(bson(arguments[0]), bson(arguments[1]));
      case "deleteOne" -> delete(first(bson(arguments[0])).map(List::of).orElse(List.of()));
      case "deleteMany" -> delete(found(bson(arguments[0])));
      case "bulkWrite" -> bulk((List<?>) arguments[0]);
      default -> throw new UnsupportedOperationException("the simulated store has no " + operation);
    };
  }

  <T extends @Nullable Object> T carry(String what, java.util.function.Supplier<T> operation) {
    return database.line().carry(what + " " + name, operation);
  }

  List<BsonDocument> found(BsonDocument filter) {
    return database.store().find(place(), filter);
  }

  private Optional<BsonDocument> first(BsonDocument filter) {
    return database.store().findToChange(place(), filter).stream().findFirst();
  }

  private String place() {
    return database.name() + "." + name;
  }

  private static BsonDocument bson(Object argument) {
    return Values.stored((Bson) argument);
  }

  private static BsonValue id(BsonDocument document) {
    return Objects.requireNonNull(document.get("_id"), "the simulated store makes no ids");
  }

  private void write(BsonValue id, @Nullable BsonDocument document) {
    boolean journaled = Objects.requireNonNullElse(concern.getJournal(), concern.getWObject() instanceof String);
    database.store().write(place(), id, document, journaled);
  }

  private InsertOneResult insert(BsonDocument document) {
    BsonValue id = id(document);
    if (database.store().holds(place(), id))
      throw new MongoWriteException(new WriteError(DUPLICATE_KEY, "duplicate key", new BsonDocument()), new ServerAddress(), List.of());
    write(id, document);
    return InsertOneResult.acknowledged(id);
  }

  private UpdateResult update(BsonDocument filter, BsonDocument update, boolean upsert) {
    Optional<BsonDocument> old = first(filter);
    if (old.isPresent()) {
      write(id(old.get()), Changing.changed(old.get(), update));
      return UpdateResult.acknowledged(1, 1L, null);
    }
    if (!upsert) return UpdateResult.acknowledged(0, 0L, null);
    BsonDocument fresh = Changing.upserted(filter, update);
    insert(fresh);
    return UpdateResult.acknowledged(0, 0L, id(fresh));
  }

  private UpdateResult updateMany(BsonDocument filter, BsonDocument update) {
    List<BsonDocument> old = found(filter);
    old.forEach(one -> write(id(one), Changing.changed(one, update)));
    return UpdateResult.acknowledged(old.size(), (long) old.size(), null);
  }

  private UpdateResult replace(BsonDocument filter, BsonDocument document) {
    Optional<BsonDocument> old = first(filter);
    old.ifPresent(one -> write(id(one), document));
    return UpdateResult.acknowledged(old.isPresent() ? 1 : 0, 0L, null);
  }

  private @Nullable Document updateAndGet(BsonDocument filter, BsonDocument update) {
    Optional<BsonDocument> old = first(filter);
    if (old.isEmpty()) return null;
    BsonDocument now = Changing.changed(old.get(), update);
    write(id(now), now);
    return Values.read(now);
  }

  private DeleteResult delete(List<BsonDocument> documents) {
    documents.forEach(one -> write(id(one), null));
    return DeleteResult.acknowledged(documents.size());
  }

  private BulkWriteResult bulk(List<?> models) {
    for (Object model : new ArrayList<>(models)) {
      var one = (UpdateOneModel<?>) model;
      update(Values.stored(one.getFilter()), Values.stored(Objects.requireNonNull(one.getUpdate())), one.getOptions().isUpsert());
    }
    return BulkWriteResult.unacknowledged();
  }
}
