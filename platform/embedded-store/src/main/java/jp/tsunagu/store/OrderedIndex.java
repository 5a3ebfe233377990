package jp.tsunagu.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Spliterators;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.QueryMatcher;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import org.jspecify.annotations.Nullable;

/**
 * In-memory ordered index (compound, ascending/descending, unique, sparse, partial), rebuilt when the store is opened.
 * It yields a superset of the matching positions; the collection always filters with the library's own matcher.
 * The position of a document is its _id.
 *
 * <p>A document with an array on an indexed path has an entry for each element, which is all that a lookup of single values
 * needs. A range, a null and a sort can be about the array as a whole; for them every such document is a candidate.
 */
final class OrderedIndex extends Index<Object> {
  /** v: field values then _id; a bound may be shorter: edge -1/+1 puts it before/after everything with that prefix. */
  private record Key(Object[] v, int edge) {}

  private final boolean unique;
  private final @Nullable Document partial;
  private final String[] paths;
  private final boolean[] descending;
  private final TreeMap<Key, Object> entries = new TreeMap<>(this::compareKeys);
  private final TreeSet<Object> multikey = new TreeSet<>(BsonOrder.INSTANCE); // _ids of documents with arrays
  private final TreeSet<Object> entangled = new TreeSet<>(BsonOrder.INSTANCE); // of these, the ones whose entries do not tell all
  private final QueryMatcher matcher = new DefaultQueryMatcher();
  private int unsortable; // entries whose order may differ from the library's sort

  OrderedIndex(String name, List<IndexKey> keys, boolean unique, boolean sparse, @Nullable Document partial) {
    super(name, keys, sparse);
    this.unique = unique;
    this.partial = partial;
    paths = keys.stream().map(IndexKey::getKey).toArray(String[]::new);
    descending = new boolean[paths.length];
    for (int i = 0; i < paths.length; i++) descending[i] = !keys.get(i).isAscending();
  }

  private int compareKeys(Key a, Key b) {
    int n = Math.min(a.v.length, b.v.length);
    for (int i = 0; i < n; i++) {
      int c = BsonOrder.INSTANCE.compare(a.v[i], b.v[i]);
      if (c != 0) return i < descending.length && descending[i] ? -c : c;
    }
    return a.v.length == b.v.length ? Integer.compare(a.edge, b.edge) : a.v.length < b.v.length ? a.edge : -b.edge;
  }

  private static Object id(Document d) { return Missing.ofNullable(d.get("_id")); }

  private Object[] values(Document d) {
    Object[] v = new Object[paths.length];
    for (int i = 0; i < v.length; i++) v[i] = Utils.getSubdocumentValueCollectionAware(d, paths[i]);
    return v;
  }

  private boolean covers(Document d, Object[] values) {
    return (partial == null || matcher.matches(d, partial)) && !(isSparse() && Arrays.stream(values).allMatch(v -> v instanceof Missing));
  }

  /** The value tuples of a document: several if it holds an array, none if that is empty or uneven or the index does not cover it. */
  private List<Object[]> tuples(Document d) {
    Object[] v = values(d);
    if (!covers(d, v)) return List.of();
    if (!ArrayPaths.anyArray(v)) return List.<Object[]>of(v);
    List<Object[]> all = new ArrayList<>();
    try {
      for (KeyValue kv : getKeyValues(d)) all.add(kv.stream().toArray());
    } catch (IllegalArgumentException e) { // of two fields of one array, an element has only one: beyond the library
      if (unique) throw e;
    }
    return all;
  }

  private static Key entry(Object[] tuple, Object id) {
    Object[] v = Arrays.copyOf(tuple, tuple.length + 1);
    v[tuple.length] = id;
    return new Key(v, 0);
  }

  private static boolean sortable(Object[] tuple) {
    for (Object o : tuple) if (o instanceof Decimal128 || o instanceof Map || o instanceof Collection) return false;
    return true;
  }

  @Override
  public void checkAdd(Document d, MongoCollection<Object> c) {
    List<Object[]> tuples = tuples(d); // also rejects parallel arrays
    if (!unique) return;
    for (Object[] t : tuples) {
      for (Object other : entries.subMap(new Key(t, -1), new Key(t, 1)).values()) {
        if (BsonOrder.INSTANCE.compare(other, id(d)) != 0 || isIdIndex())
          throw new DuplicateKeyError(this, c, getKeys(), new KeyValue(t));
      }
    }
  }

  @Override
  public void add(Document d, Object position, MongoCollection<Object> c) {
    checkAdd(d, c); // when an index is built over existing documents only this sees duplicates
    Object id = id(d);
    for (Object[] t : tuples(d)) if (entries.put(entry(t, id), id) == null && !sortable(t)) unsortable++;
    Object[] v = values(d);
    boolean nested = ArrayPaths.areNested(d, paths);
    if (!(nested || ArrayPaths.anyArray(v)) || !covers(d, v)) return;
    multikey.add(id); // even without tuples: the array can be empty
    if (nested || !ArrayPaths.haveEntryPerElement(v) && !isEmptyArray(v[0])) entangled.add(id);
  }

  /** As the first field it has none of the values by which this index is asked. */
  private static boolean isEmptyArray(Object value) {
    return value instanceof Collection<?> c && c.isEmpty();
  }

  @Override
  public Object remove(Document d) {
    Object id = id(d);
    for (Object[] t : tuples(d)) if (entries.remove(entry(t, id)) != null && !sortable(t)) unsortable--;
    multikey.remove(id);
    entangled.remove(id);
    return id;
  }

  /** Equal values can still differ in how they sort: 1 and NumberDecimal("1"). */
  private boolean sameTuples(Document a, Document b) {
    List<Object[]> x = tuples(a), y = tuples(b);
    return x.size() == 1 && y.size() == 1 && !multikey.contains(id(a)) && !ArrayPaths.anyArray(values(b)) && !ArrayPaths.areNested(b, paths)
        && Arrays.compare(x.getFirst(), y.getFirst(), BsonOrder.INSTANCE) == 0 && sortable(x.getFirst()) == sortable(y.getFirst());
  }

  /** The one place where an update can still be refused without a trace; each document passes it once, in the _id index. */
  @Override
  public void checkUpdate(Document before, Document after, MongoCollection<Object> c) {
    if (isIdIndex()) Storable.check(before, after); // the _id itself is immutable
    else checkAdd(after, c);
  }

  private boolean isIdIndex() { return paths.length == 1 && paths[0].equals("_id"); }

  @Override
  public void updateInPlace(Document before, Document after, Object position, MongoCollection<Object> c) {
    if (sameTuples(before, after)) return;
    remove(before);
    add(after, position, c);
  }

  // ---- lookups ----

  static final int FIELD_SCORE = 10; // of a plan, for each field with known values

  /** A way to answer a query from this index. */
  record Plan(OrderedIndex index, List<Object[]> prefixes, @Nullable Constraint range, boolean exact, boolean sorted, boolean reverse,
      int score) {
    Stream<Object> positions() { return index.positions(this); }
  }

  @Nullable
  Plan plan(Map<String, Constraint> where, Document query, @Nullable Document orderBy) {
    if (partial != null && !partial.entrySet().stream().allMatch(e -> requires(query, e))) return null;
    if (isSparse() && Arrays.stream(paths).allMatch(p -> !where.containsKey(p) || where.get(p).nullable())) return null;
    List<Object[]> prefixes = List.<Object[]>of(new Object[0]);
    boolean exact = true;
    int i = 0;
    for (; i < paths.length; i++) {
      Constraint c = where.get(paths[i]);
      if (c == null || c.points == null || prefixes.size() * c.points.size() > 1000) break;
      exact &= c.scalar();
      List<Object[]> longer = new ArrayList<>();
      for (Object[] p : prefixes) for (Object o : c.points) { Object[] q = Arrays.copyOf(p, i + 1); q[i] = o; longer.add(q); }
      prefixes = longer;
    }
    Constraint range = i < paths.length ? where.get(paths[i]) : null;
    if (range != null && range.points != null) range = null;
    int direction = prefixes.size() == 1 && multikey.isEmpty() && unsortable == 0 ? direction(orderBy, i) : 0;
    boolean full = unique && i == paths.length;
    int score = (full ? 1000 : 0) + i * FIELD_SCORE + (direction != 0 ? 4 : 0) + (range != null ? 3 : 0);
    return score == 0 ? null : new Plan(this, prefixes, range, exact && range == null, direction != 0, direction < 0, score);
  }

  private static boolean requires(Document query, Map.Entry<String, Object> condition) {
    return query.entrySet().contains(condition)
        || query.get("$and") instanceof List<?> parts && parts.stream().anyMatch(p -> p instanceof Document d && requires(d, condition));
  }

  /** +1/-1 if reading entries forwards/backwards after `fixed` constant fields yields the wanted order, else 0. */
  private int direction(@Nullable Document orderBy, int fixed) {
    if (orderBy == null || orderBy.isEmpty()) return 0;
    int dir = 0, at = fixed;
    for (Map.Entry<String, Object> e : orderBy.entrySet()) {
      if (Arrays.asList(paths).subList(0, fixed).contains(e.getKey())) continue;
      boolean last = at == paths.length; // the entries' own tie-break is _id ascending
      if (at > paths.length || !e.getKey().equals(last ? "_id" : paths[at])) return 0;
      int d = (((Number) e.getValue()).intValue() > 0) != (!last && descending[at]) ? 1 : -1;
      if (dir != 0 && d != dir) return 0;
      dir = d;
      at++;
    }
    return dir == 0 ? 1 : dir;
  }

  private Stream<Object> positions(Plan p) {
    Stream<Object> s = p.prefixes.stream().flatMap(prefix -> StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(slice(prefix, p.range, p.reverse).values().iterator(), 0), false)); // values().stream() would count the slice
    if (multikey.isEmpty()) return s;
    TreeSet<Object> all = new TreeSet<>(BsonOrder.INSTANCE);
    s.forEach(all::add);
    all.addAll(p.exact ? entangled : multikey);
    return all.stream();
  }

  private NavigableMap<Key, Object> slice(Object[] prefix, @Nullable Constraint range, boolean reverse) {
    Object[] lo = prefix, hi = prefix;
    if (range != null) {
      int n = prefix.length;
      Object from = range.hasLo ? range.lo : new BsonOrder.Edge(BsonOrder.rank(range.hi), false);
      Object to = range.hasHi ? range.hi : new BsonOrder.Edge(BsonOrder.rank(range.lo), true);
      if (BsonOrder.INSTANCE.compare(from, to) > 0) return Collections.emptyNavigableMap();
      lo = Arrays.copyOf(prefix, n + 1);
      lo[n] = descending[n] ? to : from;
      hi = Arrays.copyOf(prefix, n + 1);
      hi[n] = descending[n] ? from : to;
    }
    NavigableMap<Key, Object> m = entries.subMap(new Key(lo, -1), true, new Key(hi, 1), true);
    return reverse ? m.descendingMap() : m;
  }

  // ---- checking ----

  OrderedIndex rebuilt(Stream<Document> documents, MongoCollection<Object> c) {
    OrderedIndex fresh = new OrderedIndex(getName(), getKeys(), unique, isSparse(), partial);
    documents.forEach(d -> fresh.add(d, id(d), c));
    return fresh;
  }

  boolean isSameAs(OrderedIndex o) {
    if (entries.size() != o.entries.size() || !multikey.equals(o.multikey) || !entangled.equals(o.entangled) || unsortable != o.unsortable)
      return false;
    Iterator<Map.Entry<Key, Object>> i = entries.entrySet().iterator(), j = o.entries.entrySet().iterator();
    while (i.hasNext()) {
      Map.Entry<Key, Object> x = i.next(), y = j.next();
      if (compareKeys(x.getKey(), y.getKey()) != 0 || BsonOrder.INSTANCE.compare(x.getValue(), y.getValue()) != 0) return false;
    }
    return true;
  }

  // ---- bookkeeping the library asks for ----

  @Override
  public Object getPosition(Document d) { return id(d); }
  @Override
  public boolean canHandle(Document query) { return false; } // IndexedCollection plans itself
  @Override
  public Iterable<Object> getPositions(Document query) { throw new UnsupportedOperationException(); }
  @Override
  public long getCount() { return entries.size(); }
  @Override
  public long getDataSize() { return entries.size(); }
  @Override
  public boolean isUnique() { return unique; }
  @Override
  public void drop() { entries.clear(); multikey.clear(); entangled.clear(); unsortable = 0; }
  @Override
  public boolean hasSameOptions(Index<?> o) {
    return super.hasSameOptions(o) && o instanceof OrderedIndex x && x.unique == unique && Objects.equals(x.partial, partial)
        && Arrays.equals(x.paths, paths) && Arrays.equals(x.descending, descending);
  }
}
