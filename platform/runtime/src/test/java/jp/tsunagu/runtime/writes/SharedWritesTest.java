package jp.tsunagu.runtime.writes;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;

import jp.tsunagu.testing.Infrastructure;

/** Many write at once, and each is told of its own. */
class SharedWritesTest {
  private static final MongoClient CLIENT = MongoClients.create(Infrastructure.mongoUri(SharedWritesTest.class));
  private static final int THREADS = 24;
  /** No document may be as large. */
  private static final int TOO_LARGE = 17 << 20;

  private final MongoCollection<Document> documents = CLIENT.getDatabase("writes").getCollection(UUID.randomUUID().toString());
  private final SharedWrites writes = new SharedWrites(documents);

  @AfterAll
  static void close() {
    CLIENT.getDatabase("writes").drop();
    CLIENT.close();
  }

  private static <T> List<Future<T>> atOnce(Stream<Callable<T>> all) throws InterruptedException {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      return threads.invokeAll(all.toList());
    }
  }

  private boolean step(String id, long from) {
    return writes.replace(and(eq("_id", id), eq("n", from)), new Document("_id", id).append("n", from + 1));
  }

  private long stored(String id) {
    return documents.find(eq("_id", id)).first().getLong("n");
  }

  @Test
  void everyOneOfTheirOwn() throws Exception {
    for (var inserted : atOnce(
        IntStream.range(0, THREADS).<Callable<Boolean>>mapToObj(i -> () -> writes.insert(new Document("_id", "d" + i).append("n", 0L)))))
      assertThat(inserted.get()).isTrue();
    for (long n = 0; n < 20; n++) {
      long from = n;
      for (var stepped : atOnce(IntStream.range(0, THREADS).<Callable<Boolean>>mapToObj(i -> () -> step("d" + i, from))))
        assertThat(stepped.get()).isTrue();
    }
    assertThat(IntStream.range(0, THREADS).mapToLong(i -> stored("d" + i))).containsOnly(20L);
  }

  @Test
  void nobodyIsToldOfWhatAnotherWrote() throws Exception {
    writes.insert(new Document("_id", "shared").append("n", 0L));
    Set<Long> told = ConcurrentHashMap.newKeySet();
    for (var ended : atOnce(IntStream.range(0, THREADS).<Callable<Integer>>mapToObj(_ -> () -> {
      int twice = 0;
      for (long n = stored("shared"); n < 100; n = stored("shared")) if (step("shared", n) && !told.add(n)) twice++;
      return twice;
    }))) assertThat(ended.get()).isZero();
    assertThat(stored("shared")).isEqualTo(100);
    assertThat(told).isNotEmpty();
  }

  @Test
  void oneOfManyIsTheFirstWithAnId() throws Exception {
    var inserted = atOnce(IntStream.range(0, THREADS)
        .<Callable<Boolean>>mapToObj(i -> () -> writes.insert(new Document("_id", i % 2 == 0 ? "taken" : "d" + i))));
    int firsts = 0;
    for (int i = 0; i < THREADS; i++) {
      if (i % 2 == 1) assertThat(inserted.get(i).get()).isTrue();
      else if (inserted.get(i).get()) firsts++;
    }
    assertThat(firsts).isOne();
  }

  @Test
  void whatCannotBeWrittenHoldsUpNobodyElse() throws Exception {
    var tried = atOnce(IntStream.range(0, THREADS).<Callable<Boolean>>mapToObj(i -> () -> writes
        .insert(new Document("_id", "d" + i).append("text", i == THREADS / 2 ? "x".repeat(TOO_LARGE) : "x"))));
    for (int i = 0; i < THREADS; i++) {
      Future<Boolean> one = tried.get(i);
      if (i != THREADS / 2) assertThat(one.get()).isTrue();
      else assertThatThrownBy(one::get).isInstanceOf(ExecutionException.class);
    }
    assertThat(documents.countDocuments()).isEqualTo(THREADS - 1);
  }
}
