package jp.tsunagu.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.bson.Document;
import org.junit.jupiter.api.Test;

import com.mongodb.MongoCommandException;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;

class DatabasesTest extends StoreTest {
  @Test
  void areListedAndStayAsTheyAre() {
    collection("a").createIndex(Indexes.ascending("x"), new IndexOptions().unique(true));
    collection("a").insertOne(new Document("x", 1));
    client.getDatabase("other").getCollection("b").insertOne(new Document());
    var names = client.listDatabaseNames().into(new ArrayList<>());
    assertTrue(names.containsAll(List.of("app", "other")), names.toString());
    assertTrue(isDuplicate(() -> collection("a").insertOne(new Document("x", 1))));
    assertEquals(1, collection("a").countDocuments());
  }

  @Test
  void areNotFilteredSilently() {
    assertThrows(MongoCommandException.class, () -> client.listDatabases().filter(Filters.eq("name", "app")).first());
  }
}
