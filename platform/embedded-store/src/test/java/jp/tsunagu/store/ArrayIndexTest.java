package jp.tsunagu.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;

/** An index over arrays finds what a scan finds, whatever an array turns into, also after the store was opened again. */
class ArrayIndexTest extends StoreTest {
  private static final Document SCAN = new Document("$natural", 1);
  private static final List<String> WORKERS = List.of("x", "y", "z");

  private MongoCollection<Document> watches() {
    MongoCollection<Document> c = collection("watches");
    c.createIndex(Indexes.ascending("deadlines.worker"));
    c.createIndex(Indexes.ascending("bucket", "deadlines.worker"));
    c.createIndex(Indexes.ascending("deadlines.worker", "deadlines.due"));
    c.createIndex(Indexes.ascending("deadlines.worker", "bucket"));
    return c;
  }

  @Test
  void findsADocumentByAnyElementOfItsArray() {
    MongoCollection<Document> c = watches();
    c.insertOne(json("{_id: 1, bucket: 1, deadlines: [{worker: 'x', due: 1}, {worker: 'y', due: 2}]}"));
    c.insertOne(json("{_id: 2, bucket: 1, deadlines: [{worker: 'y', due: 1}]}"));
    c.insertOne(json("{_id: 3, bucket: 2, deadlines: {worker: 'x', due: 2}}"));
    c.insertOne(json("{_id: 4, bucket: 2, deadlines: []}"));
    c.insertOne(json("{_id: 5, bucket: 2, deadlines: [{due: 2}, 'x']}"));
    assertThat(ids(c, new Document("deadlines.worker", "x"))).containsExactly(1, 3);
    assertThat(ids(c, new Document("deadlines.worker", "x").append("bucket", 1))).containsExactly(1);
    assertThat(ids(c, Filters.in("deadlines.worker", "x", "y"))).containsExactly(1, 2, 3);
    assertThat(ids(c, new Document("deadlines.worker", "x").append("deadlines.due", 2))).containsExactly(1, 3);
    assertThat(ids(c, new Document("deadlines.worker", "q"))).isEmpty();
    assertThat(ids(c, new Document("bucket", 2))).containsExactly(3, 4, 5);
  }

  @Test
  void findsADocumentByAnElementThatMatchesAsAWhole() {
    MongoCollection<Document> c = watches();
    c.insertOne(json("{_id: 1, bucket: 1, deadlines: [{worker: 'x', due: 1}, {worker: 'y', due: 2}]}"));
    c.insertOne(json("{_id: 2, bucket: 1, deadlines: [{worker: 'x', due: 2}]}"));
    c.insertOne(json("{_id: 3, bucket: 2, deadlines: [{due: 2}, {worker: null, due: 3}]}"));
    c.insertOne(json("{_id: 4, bucket: 2, deadlines: []}"));
    assertThat(ids(c, Filters.elemMatch("deadlines", Filters.eq("worker", "x")))).containsExactly(1, 2);
    assertThat(ids(c, Filters.elemMatch("deadlines", Filters.and(Filters.eq("worker", "x"), Filters.eq("due", 2))))).containsExactly(2);
    assertThat(ids(c, Filters.elemMatch("deadlines", Filters.and(Filters.eq("worker", "x"), Filters.gt("due", 1))))).containsExactly(2);
    assertThat(ids(c, Filters.elemMatch("deadlines", Filters.eq("worker", null)))).containsExactly(3);
    assertThat(ids(c, Filters.and(Filters.elemMatch("deadlines", Filters.eq("worker", "y")), Filters.eq("deadlines.worker", "x"))))
        .containsExactly(1);
  }

  @Test
  void followsAnArrayThatBecomesAScalarAndBack() {
    MongoCollection<Document> c = watches();
    c.insertOne(json("{_id: 1, deadlines: [{worker: 'x'}, {worker: 'y'}]}"));
    c.updateOne(new Document("_id", 1), Updates.set("deadlines", json("{worker: 'z'}")));
    assertThat(ids(c, new Document("deadlines.worker", "x"))).isEmpty();
    assertThat(ids(c, new Document("deadlines.worker", "z"))).containsExactly(1);
    c.updateOne(new Document("_id", 1), Updates.set("deadlines", List.of(json("{worker: 'z'}"), json("{worker: 'x'}"))));
    assertThat(ids(c, new Document("deadlines.worker", "x"))).containsExactly(1);
    c.updateOne(new Document("_id", 1), Updates.pull("deadlines", json("{worker: 'x'}")));
    assertThat(ids(c, new Document("deadlines.worker", "x"))).isEmpty();
    reopen();
    assertThat(ids(watches(), new Document("deadlines.worker", "z"))).containsExactly(1);
    assertThat(db.runCommand(new Document("validate", "watches")).get("errors")).isEqualTo(List.of());
  }

  @Test
  void sortsAndRangesSeeWholeArrays() {
    MongoCollection<Document> c = collection("c");
    c.createIndex(Indexes.ascending("n"));
    for (String d : List.of("{_id: 1, n: [1, 9]}", "{_id: 2, n: 5}", "{_id: 3, n: []}", "{_id: 4, n: [null, 3]}")) c.insertOne(json(d));
    assertThat(ids(c, Filters.and(Filters.gt("n", 2), Filters.lt("n", 8)))).containsExactly(1, 2, 4);
    assertThat(ids(c, new Document("n", null))).containsExactly(4);
    var sorted = c.find(Filters.gte("n", 1)).sort(Sorts.ascending("n")).map(d -> d.get("_id")).into(new ArrayList<>());
    assertThat(sorted).containsExactly(4, 1, 2);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void agreesWithAScanAfterRandomWrites(long seed) {
    Random random = new Random(seed);
    MongoCollection<Document> c = watches();
    for (int round = 0; round < 6; round++) {
      for (int i = 0; i < 120; i++) write(c, random);
      for (int i = 0; i < 60; i++) {
        Bson filter = filter(random);
        assertThat(results(c, filter, new Document())).as(filter.toString()).isEqualTo(results(c, filter, SCAN));
      }
      if (round % 2 == 1) {
        reopen();
        c = watches();
      }
      assertThat(db.runCommand(new Document("validate", "watches")).get("errors")).isEqualTo(List.of());
    }
  }

  private static void write(MongoCollection<Document> c, Random r) {
    Bson id = new Document("_id", r.nextInt(60));
    try {
      switch (r.nextInt(6)) {
        case 0, 1 -> c.insertOne(new Document("_id", r.nextInt(60)).append("bucket", r.nextInt(3)).append("deadlines", deadlines(r)));
        case 2 -> c.updateOne(id, Updates.set("deadlines", deadlines(r)));
        case 3 -> c.updateOne(id, Updates.push("deadlines", deadline(r)));
        case 4 -> c.updateOne(id, Updates.pull("deadlines", new Document("worker", WORKERS.get(r.nextInt(3)))));
        default -> c.deleteOne(id);
      }
    } catch (MongoException e) {
      assertThat(e.getMessage()).containsAnyOf("E11000", "parallel arrays", "must be an array", "non-array", "Cannot apply");
    }
  }

  private static @Nullable Object deadlines(Random r) {
    return switch (r.nextInt(8)) {
      case 0 -> deadline(r);
      case 1 -> null;
      case 2 -> "x";
      case 3 -> List.of();
      case 4 -> List.of(deadline(r), "x", List.of(deadline(r)));
      default -> List.of(deadline(r), deadline(r));
    };
  }

  private static Document deadline(Random r) {
    Document d = new Document("due", r.nextInt(3));
    return switch (r.nextInt(9)) {
      case 0 -> d;
      case 1 -> d.append("worker", null);
      case 2 -> d.append("worker", Arrays.asList(WORKERS.get(r.nextInt(3)), null));
      case 3 -> d.append("worker", new Document("id", "x"));
      default -> d.append("worker", WORKERS.get(r.nextInt(3)));
    };
  }

  private static Bson filter(Random r) {
    String worker = WORKERS.get(r.nextInt(3));
    return switch (r.nextInt(8)) {
      case 0 -> Filters.in("deadlines.worker", worker, "y");
      case 1 -> Filters.in("deadlines.worker", worker, null);
      case 2 -> Filters.and(Filters.eq("deadlines.worker", worker), Filters.eq("deadlines.due", r.nextInt(3)));
      case 3 -> Filters.and(Filters.eq("deadlines.worker", worker), Filters.gte("deadlines.due", r.nextInt(3)));
      case 4 -> Filters.and(Filters.eq("bucket", r.nextInt(3)), Filters.eq("deadlines.worker", worker));
      case 5 -> Filters.and(Filters.eq("deadlines.worker", worker), Filters.eq("deadlines.worker", "x"));
      case 6 -> Filters.eq("deadlines.worker", new Document("id", "x"));
      default -> Filters.eq("deadlines.worker", worker);
    };
  }

  private static List<Integer> ids(MongoCollection<Document> c, Bson filter) {
    return c.find(filter).map(d -> d.getInteger("_id")).into(new ArrayList<>()).stream().sorted().toList();
  }
}
