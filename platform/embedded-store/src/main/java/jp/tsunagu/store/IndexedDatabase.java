package jp.tsunagu.store;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.ErrorCode;
import de.bwaldvogel.mongo.exception.IndexNotFoundException;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.oplog.Oplog;
import io.netty.channel.Channel;
import org.jspecify.annotations.Nullable;

/**
 * A database whose indexes are {@link OrderedIndex}es and whose documents are stored as BSON.
 *
 * <p>It refuses index options and key types that it would otherwise ignore: a unique or TTL index that silently is not
 * one would be found out too late.
 */
final class IndexedDatabase extends H2Database {
  private static final Set<String> INDEX_OPTIONS = Set.of("v", "key", "name", "ns", "unique", "sparse", "background",
      "partialFilterExpression");
  private static final String ID_INDEX = "_id_";

  private final MVStore store;
  private @Nullable Document creating; // description of the index being created

  IndexedDatabase(String name, MVStore store, CursorRegistry cursors) {
    this.store = store; // before super(), which opens the collections
    super(name, store, cursors);
  }

  @Override
  protected MongoCollection<Object> openOrCreateCollection(String name, CollectionOptions options) {
    String full = getFullCollectionNamespace(name);
    MVMap<Object, Object> data = store.openMap("databases." + full,
        new MVMap.Builder<>().keyType(BsonOrder.StoreType.INSTANCE).valueType(BsonOrder.StoreType.INSTANCE));
    @SuppressWarnings({"unchecked", "rawtypes"})
    MVMap<Object, Document> documents = (MVMap) data;
    return new IndexedCollection(this, name, options, documents, store.openMap("meta." + full), cursorRegistry);
  }

  @Override
  public Document handleCommand(Channel channel, String command, Document query, DatabaseResolver databases, Oplog oplog) {
    if (command.equalsIgnoreCase("dropIndexes") || command.equalsIgnoreCase("deleteIndexes")) {
      return dropIndexes(String.valueOf(query.get(command)), query.get("index"));
    }
    if (command.equalsIgnoreCase("aggregate") && query.get("pipeline") instanceof List<?> stages && !stages.isEmpty()
        && stages.getFirst() instanceof Document first && first.get("$match") instanceof Document match
        && query.get(command) instanceof String name && resolveCollection(name, false) instanceof IndexedCollection c) {
      return c.reading(match, () -> super.handleCommand(channel, command, query, databases, oplog));
    }
    return super.handleCommand(channel, command, query, databases, oplog);
  }

  // ---- creating indexes ----

  @Override
  protected void addIndex(Document description) {
    for (String option : description.keySet())
      if (!INDEX_OPTIONS.contains(option)) throw DurableBackend.unsupported("index option " + option);
    if (!(description.get("key") instanceof Document keys)) throw DurableBackend.unsupported("an index without keys");
    keys.forEach((path, direction) -> {
      if (!(direction instanceof Number n) || Math.abs(n.doubleValue()) != 1 || path.contains("$")) {
        throw DurableBackend.unsupported("index key " + path + ": " + direction);
      }
    });
    Document outer = creating; // nested: creating the collection adds its _id index
    creating = description;
    try {
      super.addIndex(description);
    } finally {
      creating = outer;
    }
  }

  private OrderedIndex index(String collection, String name, List<IndexKey> keys, boolean unique, boolean sparse) {
    Document d = creating;
    if (d == null || !name.equals(d.get("name"))) { // while the database is opened, or the _id index
      d = new Document();
      if (indexes.get() != null) for (Document x : indexes.get().handleQuery(description(collection, name))) d = x;
    }
    return new OrderedIndex(name, keys, unique, sparse, (Document) d.get("partialFilterExpression"));
  }

  private Document description(String collection, String index) {
    return new Document("ns", getFullCollectionNamespace(collection)).append("name", index);
  }

  @Override
  protected Index<Object> openOrCreateUniqueIndex(String collection, String name, List<IndexKey> keys, boolean sparse) {
    return index(collection, name, keys, true, sparse);
  }

  @Override
  protected Index<Object> openOrCreateSecondaryIndex(String collection, String name, List<IndexKey> keys, boolean sparse) {
    return index(collection, name, keys, false, sparse);
  }

  // ---- dropping: the library's own versions forget which collection, or which database, they are about ----

  /** The library removes the descriptions of all indexes of that name, in every collection: gone at the next start. */
  private Document dropIndexes(String collection, @Nullable Object which) {
    MongoCollection<Object> c = resolveCollection(collection, false);
    if (c != null) {
      List<String> names = c.getIndexes().stream().filter(i -> selects(which, i)).map(Index::getName).toList();
      if (names.isEmpty() && !"*".equals(which)) throw new IndexNotFoundException("index not found: " + which);
      if (names.contains(ID_INDEX)) throw new MongoServerError(ErrorCode.InvalidOptions, "cannot drop _id index");
      names.forEach(name -> forgetIndex(c, name));
    }
    return new Document("ok", 1.0);
  }

  private static boolean selects(@Nullable Object which, Index<Object> index) {
    return switch (which) {
      case String s when s.equals("*") -> !index.getName().equals(ID_INDEX);
      case Collection<?> names -> names.contains(index.getName());
      case Document key -> BsonOrder.INSTANCE.compare(key, index.toIndexDescription().get("key")) == 0;
      case null, default -> index.getName().equals(which);
    };
  }

  private void forgetIndex(MongoCollection<Object> collection, String name) {
    dropIndex(collection, name);
    Objects.requireNonNull(indexes.get()).deleteDocuments(description(collection.getCollectionName(), name), 0);
  }

  /** The library looks for the descriptions by using them as queries, which fails on a $and in a partial filter. */
  @Override
  public void dropCollection(String name, Oplog oplog) {
    MongoCollection<Object> c = resolveCollection(name, true);
    c.getIndexes().stream().map(Index::getName).toList().forEach(index -> forgetIndex(c, index));
    super.dropCollection(name, oplog);
  }

  /** The library removes the maps of all databases whose name begins with this one's. */
  @Override
  public void drop(Oplog oplog) {
    String prefix = "databases." + getDatabaseName() + ".";
    List<String> names = store.getMapNames().stream().filter(n -> n.startsWith(prefix)).map(n -> n.substring(prefix.length())).toList();
    names.stream().filter(n -> !n.startsWith("system.") && resolveCollection(n, false) != null).forEach(n -> dropCollection(n, oplog));
    for (String system : List.of("system.indexes", "system.namespaces"))
      if (resolveCollection(system, false) != null) dropCollection(system, oplog);
  }
}
