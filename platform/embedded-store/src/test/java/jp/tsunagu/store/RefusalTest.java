package jp.tsunagu.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.Test;

import com.mongodb.MongoException;
import com.mongodb.MongoNamespace;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Collation;
import com.mongodb.client.model.CreateCollectionOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.ValidationOptions;

/** What is not supported is refused and leaves no trace; what is dropped is dropped alone. */
class RefusalTest extends StoreTest {
  private static final Collation ENGLISH = Collation.builder().locale("en").build();

  private static void refused(Runnable r) {
    assertThrows(MongoException.class, r::run);
  }

  @Test
  void indexKindsAndOptions() {
    MongoCollection<Document> c = collection("c");
    for (Bson keys : List.of(Indexes.text("x"), Indexes.hashed("x"), Indexes.geo2dsphere("x"), Indexes.ascending("$**")))
      refused(() -> c.createIndex(keys));
    for (IndexOptions o : List.of(new IndexOptions().expireAfter(1L, TimeUnit.SECONDS), new IndexOptions().collation(ENGLISH),
        new IndexOptions().hidden(true))) {
      refused(() -> c.createIndex(Indexes.ascending("x"), o));
    }
    c.createIndex(Indexes.ascending("k"));
    refused(() -> c.createIndex(Indexes.ascending("k"), new IndexOptions().unique(true)));
    refused(() -> c.dropIndex("_id_"));
    assertEquals(2, c.listIndexes().into(new ArrayList<>()).size());
  }

  @Test
  void commandOptions() {
    MongoCollection<Document> c = collection("c");
    c.insertOne(new Document("_id", 1));
    refused(() -> c.find().collation(ENGLISH).first());
    refused(() -> c.renameCollection(new MongoNamespace("app", "d")));
    refused(() -> db.createCollection("capped", new CreateCollectionOptions().capped(true).sizeInBytes(1000)));
    refused(() -> db.createCollection("valid",
        new CreateCollectionOptions().validationOptions(new ValidationOptions().validator(new Document("x", 1)))));
    refused(() -> db.runCommand(json("{update:'c', updates:[{q:{}, u:{$set:{x:1}}, collation:{locale:'en'}}]}")));
    refused(() -> db.runCommand(json("{insert:'c', documents:[{_id:2}], startTransaction:true, autocommit:false}")));
    assertEquals(1, c.countDocuments());
  }

  @Test
  void aRefusedReplacementLeavesNoTrace() {
    MongoCollection<Document> c = collection("c");
    c.createIndex(Indexes.ascending("k"), new IndexOptions().unique(true));
    c.insertOne(json("{_id:1,k:1}"));
    refused(() -> db.runCommand(json("{findAndModify:'c', query:{_id:1}, update:{k:2,'a.b':1}}")));
    assertEquals(json("{_id:1,k:1}"), c.find(new Document("k", 1)).first());
    assertFalse(isDuplicate(() -> c.insertOne(json("{_id:2,k:2}"))));
    assertEquals(List.of(), db.runCommand(new Document("validate", "c")).get("errors"));
  }

  @Test
  void droppingAnIndexLeavesThoseOfThatNameElsewhere() {
    for (String name : List.of("a", "b")) collection(name).createIndex(Indexes.ascending("k"), new IndexOptions().unique(true));
    collection("a").dropIndex("k_1");
    reopen();
    collection("a").insertMany(List.of(json("{k:1}"), json("{k:1}")));
    collection("b").insertOne(json("{k:1}"));
    assertTrue(isDuplicate(() -> collection("b").insertOne(json("{k:1}"))));
    collection("b").dropIndexes();
    collection("b").insertOne(json("{k:1}"));
  }

  @Test
  void droppingADatabaseLeavesThoseWithLongerNames() {
    collection("c").insertOne(json("{_id:1}"));
    client.getDatabase("app2").getCollection("c").insertOne(json("{_id:2}"));
    db.drop();
    reopen();
    assertEquals(0, collection("c").countDocuments());
    assertEquals(1, client.getDatabase("app2").getCollection("c").countDocuments());
  }

  @Test
  void operatorsInAPartialFilter() {
    IndexOptions o = new IndexOptions().unique(true).partialFilterExpression(json("{$and:[{on:true},{n:{$gt:5}}]}"));
    collection("c").createIndex(Indexes.ascending("k"), o);
    collection("c").createIndex(Indexes.ascending("k"), o);
    collection("c").insertMany(List.of(json("{k:1,on:true,n:6}"), json("{k:1,on:true,n:5}")));
    reopen();
    assertTrue(isDuplicate(() -> collection("c").insertOne(json("{k:1,on:true,n:7}"))));
    collection("c").drop();
    reopen();
    collection("c").insertMany(List.of(json("{k:1,on:true,n:6}"), json("{k:1,on:true,n:6}")));
  }

  @Test
  void outDoesNotShareDocuments() {
    collection("a").insertOne(json("{_id:1,n:1}"));
    collection("a").aggregate(List.of(json("{$match:{_id:1}}"), json("{$out:'b'}"))).toCollection();
    collection("a").updateOne(new Document("_id", 1), Updates.set("n", 2));
    assertEquals(1, collection("b").find().first().get("n"));
  }

  @Test
  void onlyOneMayOpenTheFile() {
    assertThrows(IllegalStateException.class, () -> EmbeddedStore.start(directory.resolve("store.mv"), 0));
    collection("c").insertOne(json("{_id:1}"));
    assertTrue(Files.exists(directory.resolve("store.mv")));
  }

  @Test
  void closesCleanlyInAnInterruptedThread() {
    collection("c").insertOne(json("{_id:1}"));
    client.close();
    Thread.currentThread().interrupt();
    store.close();
    assertTrue(Thread.interrupted());
    open();
    assertEquals(1, collection("c").countDocuments());
  }

  @Test
  void portInUseReleasesTheFile() {
    close();
    try (EmbeddedStore other = EmbeddedStore.start(directory.resolve("other.mv"), 0)) {
      assertThrows(IllegalStateException.class, () -> EmbeddedStore.start(directory.resolve("store.mv"), other.port()));
    }
    open();
    collection("c").insertOne(json("{_id:1}"));
  }
}
