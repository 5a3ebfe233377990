package jp.tsunagu.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Decimal128;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;

/** After random writes each index yields exactly what a scan yields, and refuses exactly what the documents forbid. */
class IndexTest extends StoreTest {
  private static final String[] FIELDS = {"a", "b", "c", "d.e"};
  private static final Document SCAN = new Document("$natural", 1);
  private final Map<String, String> unexpected = new ConcurrentHashMap<>();

  @ParameterizedTest
  @CsvSource({"1,1", "2,1", "3,8", "4,8"})
  void indexesAgreeWithScan(long seed, int threads) throws InterruptedException {
    Random random = new Random(seed);
    MongoCollection<Document> c = collection("t");
    c.createIndex(Indexes.ascending("u"), new IndexOptions().unique(true).sparse(true));
    c.createIndex(Indexes.ascending("p"), new IndexOptions().unique(true).partialFilterExpression(new Document("on", true)));
    c.createIndex(Indexes.ascending("a", "b"));
    c.createIndex(Indexes.compoundIndex(Indexes.ascending("a"), Indexes.descending("c")));
    c.createIndex(Indexes.ascending("d.e"));
    c.createIndex(Indexes.descending("b"));
    c.createIndex(Indexes.ascending("c"), new IndexOptions().sparse(true));
    for (int round = 0; round < 8; round++) {
      if (round == 4) {
        reopen();
        c = collection("t");
      }
      MongoCollection<Document> now = c;
      List<Thread> writers = new ArrayList<>();
      for (int t = 0; t < threads; t++) {
        long s = random.nextLong();
        writers.add(Thread.ofPlatform().start(() -> {
          Random r = new Random(s);
          for (int i = 0; i < 200 / threads; i++) write(now, r);
        }));
      }
      for (Thread t : writers) t.join();
      check(c, random);
    }
    assertEquals(Map.of(), unexpected);
  }

  private void write(MongoCollection<Document> c, Random r) {
    Bson id = new Document("_id", r.nextInt(120));
    try {
      switch (r.nextInt(10)) {
        case 0, 1, 2 -> c.insertOne(document(r));
        case 3, 4, 5 -> c.updateOne(id, update(r));
        case 6 -> c.deleteOne(id);
        case 7 -> {
          Document d = document(r);
          c.replaceOne(new Document("_id", d.get("_id")), d, new ReplaceOptions().upsert(true));
        }
        case 8 ->
          c.findOneAndUpdate(condition(r, FIELDS[r.nextInt(4)]), update(r), new FindOneAndUpdateOptions().sort(Sorts.ascending("a")));
        default -> c.updateMany(condition(r, "b"), Updates.set("a", r.nextInt(8)));
      }
    } catch (MongoException e) { // duplicates, parallel arrays, $push to what is no array
      if (!String.valueOf(e.getMessage()).matches("(?s).*(E11000|parallel arrays|must be an array|non-array|Cannot apply).*"))
        unexpected.put(String.valueOf(e.getMessage()), "");
    }
  }

  private static Document document(Random r) {
    Document d = new Document("_id", r.nextInt(120)).append("p", r.nextInt(40)).append("on", r.nextInt(4) == 0);
    for (String f : List.of("a", "b", "c")) if (r.nextInt(5) > 0) d.put(f, value(r));
    if (r.nextInt(5) > 0)
      d.put("d", r.nextInt(8) == 0 ? List.of(new Document("e", value(r)), new Document("e", value(r))) : new Document("e", value(r)));
    if (r.nextInt(3) == 0) d.put("u", r.nextInt(300));
    return d;
  }

  private static @Nullable Object value(Random r) {
    return switch (r.nextInt(16)) {
      case 0, 1, 2, 3 -> r.nextInt(8);
      case 4 -> (long) r.nextInt(8);
      case 5 -> r.nextInt(16) / 2.0;
      case 6, 7, 8 -> "s" + r.nextInt(5);
      case 9 -> null;
      case 10 -> new Date(1000L * r.nextInt(5));
      case 11 -> new Decimal128(r.nextInt(8));
      case 12 -> new Document("x", r.nextInt(3));
      case 13 -> List.of(r.nextInt(8), "s" + r.nextInt(5));
      case 14 -> List.of();
      default -> r.nextBoolean();
    };
  }

  private static Bson update(Random r) {
    return switch (r.nextInt(9)) {
      case 0, 1 -> Updates.set(FIELDS[r.nextInt(3)], value(r));
      case 2 -> Updates.unset(FIELDS[r.nextInt(4)]);
      case 3 -> Updates.push("a", r.nextInt(8));
      case 4 -> Updates.pull("a", r.nextInt(8));
      case 5 -> Updates.set("d", new Document("e", value(r)));
      case 6 -> Updates.set("u", r.nextInt(300));
      case 7 -> Updates.set("on", r.nextInt(3) == 0);
      default -> Updates.set("p", r.nextInt(40));
    };
  }

  private static Bson condition(Random r, String field) {
    return switch (r.nextInt(5)) {
      case 0, 1 -> new Document(field, value(r));
      case 2 -> Filters.gte(field, value(r));
      case 3 -> Filters.in(field, r.nextInt(8), "s" + r.nextInt(5));
      default -> Filters.and(Filters.gte(field, r.nextInt(4)), Filters.lt(field, 4 + r.nextInt(5)));
    };
  }

  private void check(MongoCollection<Document> c, Random r) {
    for (String f : FIELDS) {
      agree(c, condition(r, f), new Document());
      agree(c, Filters.lt(f, 100), new Document());
      agree(c, Filters.gte(f, r.nextInt(3)), Sorts.ascending(f));
      agree(c, Filters.gte(f, "s"), Sorts.descending(f));
    }
    agree(c, Filters.and(condition(r, "a"), condition(r, "b")), new Document());
    agree(c, Filters.or(condition(r, "a"), condition(r, "d.e")), new Document());
    agree(c, Filters.gte("u", 0), Sorts.ascending("u"));
    agree(c, Filters.and(Filters.eq("on", true), Filters.gte("p", 0)), Sorts.ascending("p"));
    assertEquals(List.of(), db.runCommand(new Document("validate", "t")).get("errors"));
    Set<Object> us = new HashSet<>(), ps = new HashSet<>();
    for (Document d : c.find().sort(SCAN)) {
      if (d.containsKey("u")) assertTrue(us.add(d.get("u")), "u twice");
      if (d.getBoolean("on")) assertTrue(ps.add(d.get("p")), "p twice");
    }
    for (int i = 0; i < 20; i++) { // an entry left behind would refuse a value that no document has
      Document probe = new Document("_id", "probe").append("u", r.nextInt(300)).append("p", r.nextInt(40)).append("on", true);
      assertEquals(us.contains(probe.get("u")) || ps.contains(probe.get("p")), isDuplicate(() -> c.insertOne(probe)));
      c.deleteOne(new Document("_id", "probe"));
    }
  }

  private static void agree(MongoCollection<Document> c, Bson filter, Bson sort) {
    assertEquals(results(c, filter, SCAN), results(c, filter, sort), () -> filter.toBsonDocument() + " sort " + sort.toBsonDocument());
  }

  @Test
  void partialUnique() {
    MongoCollection<Document> c = collection("p");
    c.createIndex(Indexes.ascending("k"), new IndexOptions().unique(true).partialFilterExpression(new Document("active", true)));
    for (String d : List.of("{_id:1,k:1,active:false}", "{_id:2,k:1,active:false}", "{_id:3,k:1,active:true}")) c.insertOne(json(d));
    assertTrue(isDuplicate(() -> c.insertOne(json("{_id:4,k:1,active:true}"))));
    assertTrue(isDuplicate(() -> c.updateOne(new Document("_id", 1), Updates.set("active", true))));
    c.updateOne(new Document("_id", 3), Updates.set("active", false));
    c.updateOne(new Document("_id", 1), Updates.set("active", true));
    reopen();
    MongoCollection<Document> again = collection("p");
    assertTrue(isDuplicate(() -> again.insertOne(json("{_id:4,k:1,active:true}"))));
    again.insertOne(json("{_id:4,k:1,active:false}"));
    assertEquals(4, results(again, new Document("k", 1), new Document()).size());
    assertEquals(1, results(again, new Document("k", 1).append("active", true), new Document()).size());
    assertTrue(isDuplicate(() -> again.createIndex(Indexes.ascending("k"), new IndexOptions().unique(true).name("all"))));
  }

  @Test
  void emptyArrayKeepsADocumentInTheIndex() {
    MongoCollection<Document> c = collection("e");
    c.createIndex(Indexes.ascending("a", "b"));
    c.insertOne(json("{_id:1,a:1,b:[]}"));
    assertEquals(1, results(c, new Document("a", 1), new Document()).size());
  }

  @Test
  void laterBatchesShowWhatWasFound() {
    MongoCollection<Document> c = collection("b");
    for (int i = 0; i < 10; i++) c.insertOne(new Document("_id", i).append("s", "NEW"));
    try (var cursor = c.find(new Document("s", "NEW")).batchSize(2).iterator()) {
      cursor.next();
      c.updateMany(new Document(), Updates.set("s", "DONE"));
      int n = 1;
      for (; cursor.hasNext(); n++) assertEquals("NEW", cursor.next().get("s"));
      assertEquals(10, n);
    }
  }
}
