package jp.tsunagu.store;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.*;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.jspecify.annotations.Nullable;

/**
 * Total order over BSON values. Ranks like the library's ValueComparator; two values compare as 0 exactly when the
 * library's equality matcher (Utils.nullAwareEquals) calls them equal, so an index lookup never misses a match.
 */
final class BsonOrder implements Comparator<Object> {
  static final BsonOrder INSTANCE = new BsonOrder();

  /** Sorts before (or after) every value of its type: bounds a half-open range to values of the bound's own type. */
  record Edge(int rank, boolean after) {}

  static int rank(@Nullable Object v) {
    int rank = rankOrNone(v);
    if (rank < 0) throw new IllegalArgumentException("no BSON type: " + Objects.requireNonNull(v).getClass());
    return rank;
  }

  static boolean isValue(@Nullable Object v) { return rankOrNone(v) >= 0 && !(v instanceof Edge); }

  private static int rankOrNone(@Nullable Object v) {
    return switch (v) {
      case null -> 1;
      case Missing m -> 1;
      case Edge e -> e.rank;
      case MinKey k -> 0;
      case Number n -> 2;
      case String s -> 3;
      case Map<?, ?> d -> 4;
      case Collection<?> c -> 5;
      case BinData b -> 6;
      case LegacyUUID u -> 7;
      case UUID u -> 8;
      case ObjectId o -> 9;
      case Boolean b -> 10;
      case java.time.Instant i -> 11;
      case BsonTimestamp t -> 12;
      case BsonRegularExpression r -> 13;
      case BsonJavaScript j -> 14;
      case MaxKey k -> 15;
      default -> -1;
    };
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  @Override
  public int compare(@Nullable Object a, @Nullable Object b) {
    if (a == b) return 0;
    int t = rank(a), c = Integer.compare(t, rank(b));
    if (c != 0) return c;
    if (a == null || b == null) return 0; // of the same rank: null and missing are one value
    if (a instanceof Edge e) return e.equals(b) ? 0 : e.after ? 1 : -1;
    if (b instanceof Edge e) return e.after ? -1 : 1;
    return switch (t) {
      case 0, 1, 15 -> 0;
      case 2 -> compareNumbers(number((Number) a), number((Number) b));
      case 4 -> compareDocuments((Map<String, ?>) a, (Map<String, ?>) b);
      case 5 -> compareLists((Collection<?>) a, (Collection<?>) b);
      case 11 -> Long.compare(((java.time.Instant) a).toEpochMilli(), ((java.time.Instant) b).toEpochMilli()); // as stored
      case 8, 13, 14 -> a.toString().compareTo(b.toString());
      default -> ((Comparable) a).compareTo(b);
    };
  }

  /** As Utils.normalizeValue: a double, or a long that no double represents. */
  private static Number number(Number n) {
    if (n instanceof Long l && (long) (double) l != l) return l;
    return n.doubleValue() + 0.0; // -0.0 -> 0.0
  }

  private static int compareNumbers(Number a, Number b) {
    if (a instanceof Double x && b instanceof Double y) return Double.compare(x, y);
    if (a instanceof Long x && b instanceof Long y) return Long.compare(x, y);
    double d = a instanceof Double x ? x : (Double) b;
    if (Double.isNaN(d) || Double.isInfinite(d)) return Double.compare(a.doubleValue(), b.doubleValue());
    return big(a).compareTo(big(b));
  }

  private static BigDecimal big(Number n) { return n instanceof Long l ? BigDecimal.valueOf(l) : new BigDecimal(n.doubleValue()); }

  private int compareDocuments(Map<String, ?> a, Map<String, ?> b) {
    Iterator<? extends Map.Entry<String, ?>> i = a.entrySet().iterator(), j = b.entrySet().iterator();
    while (i.hasNext() && j.hasNext()) {
      Map.Entry<String, ?> x = i.next(), y = j.next();
      int c = Integer.compare(rank(x.getValue()), rank(y.getValue()));
      if (c == 0) c = x.getKey().compareTo(y.getKey());
      if (c == 0) c = compare(x.getValue(), y.getValue());
      if (c != 0) return c;
    }
    return Boolean.compare(i.hasNext(), j.hasNext());
  }

  private int compareLists(Collection<?> a, Collection<?> b) {
    Iterator<?> i = a.iterator(), j = b.iterator();
    while (i.hasNext() && j.hasNext()) { int c = compare(i.next(), j.next()); if (c != 0) return c; }
    return Boolean.compare(i.hasNext(), j.hasNext());
  }

  /** MVMap type that stores values as BSON instead of Java serialisation, and compares keys by {@link BsonOrder}. */
  static final class StoreType extends BasicDataType<Object> {
    static final StoreType INSTANCE = new StoreType();
    @Override
    public Object[] createStorage(int size) { return new Object[size]; }
    @Override
    public int compare(Object a, Object b) { return BsonOrder.INSTANCE.compare(a, b); }
    @Override
    public int getMemory(Object v) {
      return switch (v) {
        case null -> 8;
        case String s -> 40 + s.length();
        case Map<?, ?> m -> { int n = 64; for (var e : m.entrySet()) n += 48 + getMemory(e.getValue()); yield n; }
        case Collection<?> c -> { int n = 40; for (var e : c) n += 8 + getMemory(e); yield n; }
        case BinData b -> 32 + b.getData().length;
        default -> 24;
      };
    }
    @Override
    public void write(WriteBuffer out, Object v) {
      Object bson = v instanceof Missing ? null : v;
      ByteBuf b = Unpooled.buffer(256);
      byte type = BsonEncoder.determineType(bson);
      BsonEncoder.encodeValue(type, bson, b);
      out.put(type).putVarInt(b.writerIndex()).put(b.array(), 0, b.writerIndex());
    }
    @Override
    public Object read(ByteBuffer in) {
      byte type = in.get();
      int length = org.h2.mvstore.DataUtils.readVarInt(in);
      Object v = BsonDecoder.decodeValue(type, Unpooled.wrappedBuffer(in.slice(in.position(), length)));
      in.position(in.position() + length);
      return Missing.ofNullable(v);
    }
  }
}
