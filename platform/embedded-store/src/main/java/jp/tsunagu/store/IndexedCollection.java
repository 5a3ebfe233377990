package jp.tsunagu.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.h2.mvstore.MVMap;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.Cursor;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Collection;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import de.bwaldvogel.mongo.oplog.Oplog;
import org.jspecify.annotations.Nullable;

/**
 * A collection that answers queries from its {@link OrderedIndex}es where it can.
 *
 * <p>An index only proposes documents; the library's own matcher decides. So a plan may be too wide, never too narrow.
 * All methods run under the backend's command lock.
 */
final class IndexedCollection extends H2Collection {
  private boolean firstOnly; // the running update changes at most one document
  private @Nullable Document prefilter; // first $match of the running aggregation, until its source is read

  IndexedCollection(MongoDatabase database, String name, CollectionOptions options, MVMap<Object, Document> data,
      MVMap<String, Object> meta, CursorRegistry cursors) {
    super(database, name, options, data, meta, cursors);
  }

  // ---- writing ----

  @Override
  public synchronized void addDocument(Document d) {
    Storable.check(d);
    super.addDocument(d);
  }

  /** Not by query, as the library does: an index description can hold operators. */
  @Override
  public void addDocumentIfMissing(Document d) {
    if (streamAllDocumentsWithPosition().map(DocumentWithPosition::getDocument)
        .noneMatch(x -> Objects.equals(x.get("ns"), d.get("ns")) && Objects.equals(x.get("name"), d.get("name"))))
      addDocument(d);
  }

  @Override
  protected @Nullable Object findDocumentPosition(Document d) {
    return streamAllDocumentsWithPosition().filter(x -> x.getDocument().equals(d)).map(DocumentWithPosition::getPosition).findFirst()
        .orElse(null);
  }

  /** $currentDate stores microseconds, of which clients see only milliseconds; they could never match them again. */
  @Override
  protected void handleUpdate(Object position, Document before, Document after) {
    truncateDates(after);
    super.handleUpdate(position, before, after);
  }

  private static void truncateDates(Document d) {
    d.replaceAll((k, v) -> {
      if (v instanceof Document sub) truncateDates(sub);
      return v instanceof Instant i ? i.truncatedTo(ChronoUnit.MILLIS) : v;
    });
  }

  /** It would encode each document twice per update. */
  @Override
  protected boolean tracksDataSize() {
    return false;
  }

  @Override
  public synchronized Document updateDocuments(Document selector, Document update, ArrayFilters filters, boolean multi, boolean upsert,
      Oplog oplog) {
    firstOnly = !multi;
    try {
      return FieldUpdate.of(update).flatMap(fields -> updated(selector, fields))
          .orElseGet(() -> super.updateDocuments(selector, update, filters, multi, upsert, oplog));
    } finally {
      firstOnly = false;
    }
  }

  /** Empty if nothing matched or something has a field of another kind: what becomes of that is the library's. */
  private Optional<Document> updated(Document selector, FieldUpdate fields) {
    List<Document> matched = new ArrayList<>();
    queryDocuments(selector, null, 0, 0, 0, null).forEach(matched::add);
    if (matched.isEmpty() || !matched.stream().allMatch(fields::fits)) return Optional.empty();
    int modified = 0;
    for (Document before : matched) {
      Document after = fields.apply(before);
      if (after == before) continue;
      Object position = Missing.ofNullable(before.get("_id"));
      for (Index<Object> index : getIndexes()) index.checkUpdate(before, after, this);
      for (Index<Object> index : getIndexes()) index.updateInPlace(before, after, position, this);
      super.handleUpdate(position, before, after);
      modified++;
    }
    return Optional.of(new Document("n", matched.size()).append("nModified", modified));
  }

  // ---- reading ----

  @Override
  protected QueryResult queryDocuments(@Nullable Document query, @Nullable Document orderBy, int skip, int limit, int batchSize,
      @Nullable Document fields) {
    if (firstOnly) limit = 1; // the library collects every match and uses the first
    boolean natural = orderBy != null && orderBy.containsKey("$natural");
    List<OrderedIndex.Plan> plans = natural || query == null ? List.of() : plan(query, orderBy);
    if (plans.isEmpty()) return matchDocuments(query, orderBy, skip, limit, batchSize, fields);
    Stream<Object> ids = plans.stream().flatMap(OrderedIndex.Plan::positions);
    if (plans.size() > 1) {
      TreeSet<Object> all = new TreeSet<>(BsonOrder.INSTANCE);
      ids.forEach(all::add);
      ids = all.stream();
    }
    boolean sorted = plans.size() == 1 && plans.getFirst().sorted();
    return matchDocumentsFromStream(query, ids.map(this::getDocument).filter(Objects::nonNull), skip, limit, batchSize,
        sorted ? null : deriveComparator(orderBy), fields);
  }

  /** Copies, as deep as updates change stored documents in place: a later batch would show documents that do not match. */
  @Override
  protected Cursor createCursor(List<Document> remaining) {
    return super.createCursor(remaining.stream().map(Document::clone).toList());
  }

  /** Runs an aggregation that begins with a $match, which the library would apply to every document. */
  Document reading(Document match, Supplier<Document> aggregation) {
    prefilter = match;
    try {
      return aggregation.get();
    } finally {
      prefilter = null;
    }
  }

  /** The source of an aggregation. Copies: $out would store the very same documents in the other collection. */
  @Override
  public Stream<Document> queryAllAsStream() {
    Document filter = prefilter == null ? new Document() : prefilter;
    prefilter = null;
    return handleQueryAsStream(filter).map(Document::cloneDeeply);
  }

  /** Rebuilds every index and compares; an embedded store has no other way to show that its indexes are right. */
  @Override
  public Document validate() {
    Document result = super.validate();
    List<String> errors = new ArrayList<>();
    for (Index<Object> i : getIndexes()) {
      try {
        if (i instanceof OrderedIndex x
            && !x.isSameAs(x.rebuilt(streamAllDocumentsWithPosition().map(DocumentWithPosition::getDocument), this))) {
          errors.add("index " + i.getName() + " differs from the documents");
        }
      } catch (DuplicateKeyError e) {
        errors.add("index " + i.getName() + ": " + e.getMessage());
      }
    }
    return result.append("valid", errors.isEmpty()).append("errors", errors);
  }

  // ---- planning ----

  /** The best single index; else one per branch of an $or; else nothing (scan). */
  private List<OrderedIndex.Plan> plan(Document query, @Nullable Document orderBy) {
    Map<String, Constraint> where = new HashMap<>();
    constraints(query, where);
    OrderedIndex.@Nullable Plan best = null;
    for (Index<Object> i : getIndexes()) {
      OrderedIndex.Plan p = i instanceof OrderedIndex x ? x.plan(where, query, orderBy) : null;
      if (p != null && (best == null || p.score() > best.score())) best = p;
    }
    if (best != null && (best.score() >= OrderedIndex.FIELD_SCORE || best.range() != null)) return List.of(best);
    if (query.get("$or") instanceof List<?> branches) {
      List<OrderedIndex.Plan> all = new ArrayList<>();
      for (Object b : branches) {
        List<OrderedIndex.Plan> p = b instanceof Document d ? plan(d, null) : List.of();
        if (p.isEmpty()) {
          all.clear();
          break;
        }
        all.addAll(p);
      }
      if (!all.isEmpty()) return all;
    }
    return best == null ? List.of() : List.of(best);
  }

  /** What the conjuncts of a query say about single fields. What is not understood says nothing. */
  private static void constraints(Document query, Map<String, Constraint> where) {
    query.forEach((path, value) -> {
      if (path.equals("$and") && value instanceof List<?> parts) {
        for (Object p : parts) if (p instanceof Document d) constraints(d, where);
        return;
      }
      if (path.startsWith("$")) return;
      if (value instanceof Document d && d.get("$elemMatch") instanceof Document element) elementPoints(path, element, where);
      Constraint c = constraint(value);
      if (c == null) return;
      where.merge(path, c, (x, y) -> {
        if (x.points != null || y.points != null) return x.points != null ? x : y;
        if (!x.hasLo && y.hasLo) { x.lo = y.lo; x.hasLo = true; }
        if (!x.hasHi && y.hasHi) { x.hi = y.hi; x.hasHi = true; }
        return x.ofOneType() ? x : y;
      });
    });
  }

  /** An element with these values is in the array; of a missing one an index over the array cannot say in which element. */
  private static void elementPoints(String path, Document element, Map<String, Constraint> where) {
    element.forEach((name, value) -> {
      if (name.equals("$and") && value instanceof List<?> parts) {
        for (Object p : parts) if (p instanceof Document d) elementPoints(path, d, where);
        return;
      }
      if (name.startsWith("$") || value == null || !isPoint(value)) return;
      Constraint c = new Constraint();
      c.points = List.of(value);
      where.putIfAbsent(path + "." + name, c);
    });
  }

  private static @Nullable Constraint constraint(@Nullable Object value) {
    Constraint c = new Constraint();
    if (value instanceof Document d && d.keySet().stream().anyMatch(k -> k.startsWith("$"))) {
      d.forEach((op, v) -> {
        switch (op) {
          case "$eq" -> { if (isPoint(v)) c.points = List.of(Missing.ofNullable(v)); }
          case "$in" -> {
            if (c.points == null && v instanceof Collection<?> vs && vs.stream().allMatch(IndexedCollection::isPoint)) {
              c.points = new TreeSet<>(BsonOrder.INSTANCE);
              for (Object o : vs) c.points.add(Missing.ofNullable(o));
            }
          }
          case "$gt", "$gte" -> { if (isBound(v)) { c.lo = v; c.hasLo = true; } }
          case "$lt", "$lte" -> { if (isBound(v)) { c.hi = v; c.hasHi = true; } }
          default -> {}
        }
      });
    } else if (isPoint(value)) {
      c.points = List.of(Missing.ofNullable(value));
    }
    return c.points == null && !c.hasLo && !c.hasHi || !c.ofOneType() ? null : c;
  }

  /** Whether values equal to this one are found under it: not for arrays, patterns and documents in need of a deep match. */
  private static boolean isPoint(@Nullable Object v) {
    return switch (v) {
      case null -> true;
      case Collection<?> c -> false;
      case BsonRegularExpression r -> false;
      case Document d -> !d.isEmpty() && d.entrySet().stream().noneMatch(e -> e.getKey().startsWith("$") || e.getValue() == null
          || e.getValue() instanceof Document || e.getValue() instanceof Collection || e.getValue() instanceof BsonRegularExpression);
      default -> true;
    };
  }

  private static boolean isBound(@Nullable Object v) {
    return !(v == null || v instanceof Missing || v instanceof MinKey || v instanceof MaxKey || v instanceof Collection);
  }
}
