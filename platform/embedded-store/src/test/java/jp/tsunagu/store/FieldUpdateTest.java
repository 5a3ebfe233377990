package jp.tsunagu.store;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Indexes.ascending;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.bson.Document;
import org.junit.jupiter.api.Test;

import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.result.UpdateResult;

/** Updates of whole fields beside the same updates as the library does them. */
class FieldUpdateTest extends StoreTest {
  private static final int DOCUMENTS = 30;
  private static final List<String> FIELDS = List.of("name", "count", "list", "inner", "fresh", "inner.x", "list.0", "_id");
  private static final List<Function<Random, Object>> VALUES = List.of(r -> r.nextInt(3), r -> (long) r.nextInt(3), r -> r.nextInt(3) / 2.0,
      r -> "s" + r.nextInt(3), r -> new Date(r.nextInt(3)), r -> List.of(r.nextInt(2), "x"), r -> new Document("x", r.nextInt(2)),
      r -> new Document("$each", List.of(1, 2)), r -> true);

  private static Document one(int id, Random random) {
    var d = new Document("_id", id).append("name", "n" + random.nextInt(4)).append("list", List.of(1, new Document("x", 1)))
        .append("inner", new Document("x", 1).append("y", List.of(new Document("z", 2))));
    return random.nextBoolean() ? d.append("count", random.nextInt(3)) : random.nextBoolean() ? d.append("count", null) : d;
  }

  private static Document update(Random random) {
    var update = new Document();
    for (String operator : List.of("$set", "$inc", "$push")) {
      if (random.nextInt(3) == 0) continue;
      var fields = new Document();
      for (int i = 0; i <= random.nextInt(2); i++) fields.append(pick(FIELDS, random), pick(VALUES, random).apply(random));
      update.append(operator, fields);
    }
    return update.isEmpty() ? update(random) : update;
  }

  private static <T> T pick(List<T> all, Random random) {
    return all.get(random.nextInt(all.size()));
  }

  /** The library's own way is taken as soon as there is an operator that is not for whole fields alone. */
  private static Document forLibrary(Document update) {
    return new Document(update).append("$unset", new Document("nobodyHasThis", ""));
  }

  private static String outcome(MongoCollection<Document> collection, Document filter, Document update, boolean many, boolean upsert) {
    var options = new UpdateOptions().upsert(upsert);
    try {
      UpdateResult result = many ? collection.updateMany(filter, update, options) : collection.updateOne(filter, update, options);
      return result.getMatchedCount() + " matched, upserted " + result.getUpsertedId();
    } catch (MongoWriteException e) {
      return "refused with " + e.getCode();
    }
  }

  @Test
  void doWhatTheLibraryDoes() {
    var random = new Random(20261127);
    Set<String> outcomes = new HashSet<>();
    for (int round = 0; round < 40; round++) {
      var ours = collection("ours" + round);
      var theirs = collection("theirs" + round);
      for (var c : List.of(ours, theirs)) {
        c.createIndex(ascending("name", "count"));
        c.createIndex(ascending("list"));
      }
      var documents = IntStream.range(0, DOCUMENTS).mapToObj(id -> one(id, random)).toList();
      ours.insertMany(documents);
      theirs.insertMany(documents);
      for (int i = 0; i < 25; i++) {
        Document update = update(random);
        var filter = random.nextBoolean()
            ? new Document("_id", random.nextInt(DOCUMENTS + 2))
            : new Document("name", "n" + random.nextInt(5));
        boolean many = random.nextBoolean();
        boolean upsert = random.nextInt(5) == 0 && filter.containsKey("_id");
        String outcome = outcome(ours, filter, update, many, upsert);
        assertThat(outcome).as("%s of %s", update, filter).isEqualTo(outcome(theirs, filter, forLibrary(update), many, upsert));
        outcomes.add(outcome.replaceAll("[1-9][0-9]* matched", "some matched").replaceAll("value=[0-9]+", "value"));
        assertThat(all(ours)).as("%s of %s", update, filter).isEqualTo(all(theirs));
      }
      assertThat(db.runCommand(new Document("validate", "ours" + round)).getList("errors", String.class)).isEmpty();
      for (int n = 0; n < 5; n++) assertThat(all(ours, "n" + n)).isEqualTo(all(theirs, "n" + n));
    }
    assertThat(outcomes).hasSizeGreaterThan(4).anyMatch(o -> o.startsWith("refused")).anyMatch(o -> o.startsWith("some matched"));
    var before = all(collection("ours7"));
    reopen();
    assertThat(all(collection("ours7"))).isEqualTo(before);
  }

  private static List<String> all(MongoCollection<Document> collection) {
    return results(collection, new Document(), ascending("_id"));
  }

  private static List<String> all(MongoCollection<Document> collection, String name) {
    return results(collection, eq("name", name), ascending("_id"));
  }

  @Test
  void leaveAloneWhatABatchOfACursorHasYetToShow() {
    var c = collection("cursor");
    IntStream.range(0, 10).forEach(id -> c.insertOne(new Document("_id", id).append("n", 0).append("list", List.of())));
    try (var cursor = c.find(gte("_id", 0)).batchSize(2).iterator()) {
      cursor.next();
      c.updateMany(new Document(), new Document("$set", new Document("n", 1)).append("$push", new Document("list", 1)));
      cursor.forEachRemaining(d -> assertThat(d.getInteger("n")).isZero());
    }
    assertThat(c.countDocuments(eq("n", 1))).isEqualTo(10);
  }

  @Test
  void keepAUniqueValueUnique() {
    var c = collection("unique");
    c.createIndex(ascending("code"), new IndexOptions().unique(true));
    c.insertMany(List.of(new Document("_id", 1).append("code", 1), new Document("_id", 2).append("code", 2)));
    assertThat(isDuplicate(() -> c.updateOne(eq("_id", 2), new Document("$set", new Document("code", 1))))).isTrue();
    assertThat(c.find(eq("code", 2)).first()).isEqualTo(new Document("_id", 2).append("code", 2));
  }

  @Test
  void sayWhatWasChangedAndWhatOnlyMatched() {
    var c = collection("counted");
    c.insertOne(new Document("_id", 1).append("n", 1));
    var same = c.updateOne(eq("_id", 1), new Document("$set", new Document("n", 1)));
    assertThat(List.of(same.getMatchedCount(), same.getModifiedCount())).containsExactly(1L, 0L);
    var other = c.updateOne(eq("_id", 1), new Document("$inc", new Document("n", 1)));
    assertThat(List.of(other.getMatchedCount(), other.getModifiedCount())).containsExactly(1L, 1L);
  }

  @Test
  void refuseWhatTheStoreCouldNotKeep() {
    var c = collection("deep");
    c.insertOne(new Document("_id", 1));
    Object deep = "end";
    for (int i = 0; i < 120; i++) deep = new Document("in", deep);
    Object value = deep;
    assertThatThrownBy(() -> c.updateOne(eq("_id", 1), new Document("$set", new Document("deep", value))))
        .isInstanceOf(MongoException.class);
    assertThat(c.find().first()).isEqualTo(new Document("_id", 1));
  }
}
