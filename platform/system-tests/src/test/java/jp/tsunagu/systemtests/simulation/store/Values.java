package jp.tsunagu.systemtests.simulation.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.BsonNull;
import org.bson.BsonNumber;
import org.bson.BsonValue;
import org.bson.Document;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.configuration.CodecRegistry;
import org.bson.conversions.Bson;

import com.mongodb.MongoClientSettings;

/** Stored values: how they come in and out, where they stand in a document, and which is greater. */
final class Values {
  private static final CodecRegistry CODECS = MongoClientSettings.getDefaultCodecRegistry();
  private static final Codec<Document> DOCUMENTS = CODECS.get(Document.class);

  private Values() {}

  static BsonDocument stored(Bson bson) {
    return bson.toBsonDocument(Document.class, CODECS);
  }

  static Document read(BsonDocument stored) {
    return DOCUMENTS.decode(new BsonDocumentReader(stored), DecoderContext.builder().build());
  }

  /** What stands at a dotted path; through lists, all that stands there in any of their members. */
  static List<BsonValue> at(BsonDocument document, String path) {
    List<BsonValue> found = new ArrayList<>();
    collect(document, path, found);
    return found;
  }

  private static void collect(BsonDocument document, String path, List<BsonValue> found) {
    int dot = path.indexOf('.');
    BsonValue value = document.get(dot < 0 ? path : path.substring(0, dot));
    if (value == null) return;
    if (dot < 0) {
      found.add(value);
      if (value instanceof BsonArray list) found.addAll(list);
      return;
    }
    List<? extends BsonValue> below = value instanceof BsonArray list ? list : List.of(value);
    for (BsonValue one : below) if (one instanceof BsonDocument child) collect(child, path.substring(dot + 1), found);
  }

  static boolean same(BsonValue one, BsonValue other) {
    return one instanceof BsonNumber && other instanceof BsonNumber ? compare(one, other) == 0 : one.equals(other);
  }

  static int compare(BsonValue one, BsonValue other) {
    if (one instanceof BsonNumber a && other instanceof BsonNumber b) return Double.compare(a.doubleValue(), b.doubleValue());
    if (one.getBsonType() != other.getBsonType()) return one.getBsonType().compareTo(other.getBsonType());
    if (one.isString()) return one.asString().compareTo(other.asString());
    if (one.isDateTime()) return one.asDateTime().compareTo(other.asDateTime());
    if (one.isNull()) return 0;
    throw new UnsupportedOperationException("the simulated store does not compare " + one.getBsonType());
  }

  /** What has no value comes first, as in the real one. */
  static Comparator<BsonDocument> order(BsonDocument sort) {
    Comparator<BsonDocument> order = (_, _) -> 0;
    for (var key : sort.entrySet()) {
      Comparator<BsonDocument> by = Comparator.comparing(d -> at(d, key.getKey()).stream().findFirst().orElse(BsonNull.VALUE),
          (a, b) -> a.isNull() || b.isNull() ? Boolean.compare(!a.isNull(), !b.isNull()) : compare(a, b));
      order = order.thenComparing(key.getValue().asNumber().intValue() < 0 ? by.reversed() : by);
    }
    return order;
  }
}
