package jp.tsunagu.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import com.mongodb.DuplicateKeyException;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;

/** A store in a temporary directory and a client of it. */
abstract class StoreTest {
  @TempDir Path directory;
  EmbeddedStore store;
  MongoClient client;
  MongoDatabase db;

  @BeforeEach
  void open() {
    store = EmbeddedStore.start(directory.resolve("store.mv"), 0);
    client = MongoClients.create(store.connectionString());
    db = client.getDatabase("app");
  }

  @AfterEach
  void close() {
    client.close();
    store.close();
  }

  void reopen() {
    close();
    open();
  }

  MongoCollection<Document> collection(String name) {
    return db.getCollection(name);
  }

  static Document json(String json) {
    return Document.parse(json);
  }

  static boolean isDuplicate(Runnable r) {
    try {
      r.run();
      return false;
    } catch (MongoWriteException e) {
      return e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY;
    } catch (DuplicateKeyException e) {
      return true;
    } catch (MongoCommandException e) {
      return e.getErrorCode() == 11000;
    }
  }

  /** What a query yields, in a canonical order; by a scan if asked. A list: an index must not yield a document twice. */
  static List<String> results(MongoCollection<Document> c, Bson filter, Bson sort) {
    List<String> all = new ArrayList<>();
    c.find(filter).sort(sort).forEach(d -> all.add(d.toJson()));
    all.sort(null);
    return all;
  }
}
