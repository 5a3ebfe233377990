package jp.tsunagu.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;

import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import com.mongodb.MongoException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;

/** Kills the process that holds the store, in the middle of writes, and looks for what it had acknowledged. */
class DurabilityTest {
  private static final int WRITERS = 4;
  @TempDir Path directory;
  private final Map<String, Long> versions = new ConcurrentHashMap<>(); // acknowledged
  private final Map<String, String> claims = new ConcurrentHashMap<>();
  private final Map<String, Integer> marks = new ConcurrentHashMap<>(); // not waited for, but followed by a write that was
  private final List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());

  /** The child. */
  static final class Child {
    public static void main(String[] args) throws Exception {
      System.out.println(EmbeddedStore.start(Path.of(args[0]), 0).connectionString());
      Thread.sleep(Long.MAX_VALUE);
    }
  }

  @Test
  @Timeout(120)
  void acknowledgedWritesSurviveKill() throws Exception {
    Random random = new Random(1);
    for (int round = 0; round < 4; round++) {
      Process child = start();
      try (BufferedReader out = child.inputReader(); MongoClient client = MongoClients.create(uri(out))) {
        write(client.getDatabase("app").getCollection("docs"), round, child, 400 + random.nextInt(600));
      } finally {
        child.destroyForcibly().waitFor();
      }
      check();
    }
    assertTrue(versions.size() > 50 && claims.size() > 10, versions.size() + " documents, " + claims.size() + " claims");
  }

  private Process start() throws IOException {
    return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")), Child.class.getName(),
        directory.resolve("store.mv").toString()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  private static String uri(BufferedReader out) throws IOException {
    String uri = out.readLine();
    while (!uri.startsWith("mongodb:"))
      uri = out.readLine();
    return uri + "/?retryWrites=false&retryReads=false&serverSelectionTimeoutMS=2000";
  }

  private void write(MongoCollection<Document> c, int round, Process child, long millis) throws InterruptedException {
    c.createIndex(Indexes.ascending("status", "due"));
    List<Thread> writers = new ArrayList<>();
    for (int t = 0; t < WRITERS; t++) {
      String prefix = round + "-" + t + "-";
      writers.add(Thread.ofPlatform().uncaughtExceptionHandler((w, e) -> failures.add(e)).start(() -> {
        Random random = new Random(prefix.hashCode());
        try {
          for (int i = 0;; i++) {
            String id = prefix + i;
            leisurely(c).updateOne(Filters.eq("_id", prefix), Updates.set("at", i), new UpdateOptions().upsert(true));
            c.insertOne(new Document("_id", id).append("version", 0L).append("status", "NEW").append("due", random.nextInt(100)));
            versions.put(id, 0L);
            marks.put(prefix, i);
            String old = prefix + random.nextInt(i + 1);
            long v = versions.getOrDefault(old, -1L);
            if (c.updateOne(new Document("_id", old).append("version", v), Updates.set("version", v + 1)).getModifiedCount() == 1)
              versions.put(old, v + 1);
            else
              failures.add(new AssertionError("missed " + old));
            if (i % 3 == 0) {
              Document job = c.findOneAndUpdate(Filters.eq("status", "NEW"),
                  Updates.combine(Updates.set("status", "TAKEN"), Updates.set("by", id)),
                  new FindOneAndUpdateOptions().sort(Sorts.ascending("due")));
              if (job != null && claims.put(job.getString("_id"), id) != null) failures.add(new AssertionError("claimed twice"));
            }
          }
        } catch (MongoException e) {
          if (!(e instanceof MongoSocketException || e instanceof MongoTimeoutException)) failures.add(e);
        }
      }));
    }
    Thread.sleep(millis);
    child.destroyForcibly().waitFor();
    for (Thread t : writers) t.join();
  }

  private static MongoCollection<Document> leisurely(MongoCollection<Document> c) {
    return c.withWriteConcern(WriteConcern.W1.withJournal(false));
  }

  @Test
  void aWriteNobodyWaitsForIsKeptSoonAllTheSame() throws Exception {
    Process child = start();
    try (BufferedReader out = child.inputReader(); MongoClient client = MongoClients.create(uri(out))) {
      leisurely(client.getDatabase("app").getCollection("docs")).insertOne(new Document("_id", "one"));
      Thread.sleep(6_000); // twice what the housekeeping waits
    } finally {
      child.destroyForcibly().waitFor();
    }
    try (EmbeddedStore store = EmbeddedStore.start(directory.resolve("store.mv"), 0);
        MongoClient client = MongoClients.create(store.connectionString())) {
      assertEquals(1, client.getDatabase("app").getCollection("docs").countDocuments());
    }
  }

  private void check() {
    assertEquals(List.of(), failures);
    try (EmbeddedStore store = EmbeddedStore.start(directory.resolve("store.mv"), 0);
        MongoClient client = MongoClients.create(store.connectionString())) {
      MongoCollection<Document> c = client.getDatabase("app").getCollection("docs");
      Map<String, Document> stored = new ConcurrentHashMap<>();
      c.find().sort(new Document("$natural", 1)).forEach(d -> stored.put(d.getString("_id"), d));
      versions.forEach((id, v) -> { // the write in flight may have been done, too
        Document found = stored.get(id);
        assertNotNull(found, id);
        long is = found.getLong("version");
        assertTrue(is == v || is == v + 1, id + ": " + is + " after " + v);
        versions.put(id, is);
      });
      marks.forEach((id, at) -> assertTrue(stored.getOrDefault(id, new Document("at", -1)).getInteger("at") >= at, id));
      claims.forEach((id, by) -> assertEquals(by, stored.getOrDefault(id, new Document()).getString("by")));
      for (String status : List.of("NEW", "TAKEN")) {
        assertEquals(stored.values().stream().filter(d -> status.equals(d.getString("status"))).count(),
            c.find(Filters.and(Filters.eq("status", status), Filters.gte("due", 0))).into(new ArrayList<>()).size());
      }
      assertEquals(true, client.getDatabase("app").runCommand(new Document("validate", "docs")).get("valid"));
    }
  }
}
