package jp.tsunagu.runtime.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;

import jp.tsunagu.journal.Actor;
import jp.tsunagu.journal.Cause;
import jp.tsunagu.journal.CommandHandler;
import jp.tsunagu.testing.Infrastructure;
import jp.tsunagu.testing.Note;

/** Told to stop in the middle of its work, a service finishes what it has begun, and begins nothing more. */
class OrderlyEndTest {
  /** Its messages are intake's, or nobody would believe them. */
  private static final String SERVICE = "intake";
  private static final String DATABASE = "orderlyend";
  private static final int REQUESTS = 8;

  @Test
  void finishesWhatIsInWork() throws Exception {
    var service = new SpringApplicationBuilder(BusyApplication.class).web(WebApplicationType.SERVLET)
        .properties(Map.of("spring.config.name", "busy", "server.port", "0", "tsunagu.service", SERVICE, "tsunagu.directory.view", "false",
            "spring.cloud.function.definition", "messages", "spring.cloud.stream.bindings.messages-in-0.destination", "tsunagu.intake",
            "TSUNAGU_MONGO_URI", Infrastructure.mongoUri(DATABASE),
            "spring.mongodb.database", DATABASE, "TSUNAGU_KAFKA", Infrastructure.kafka(), "tsunagu.instance", DATABASE))
        .run();
    int port = Objects.requireNonNull(((WebServerApplicationContext) service).getWebServer()).getPort();
    var held = service.getBean(BusyApplication.Held.class);
    String database = service.getBean(MongoDatabase.class).getName();
    write(service, "held");
    HttpClient kept = another();
    assertThat(kept.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/health/liveness")).build(),
        BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    List<CompletableFuture<HttpResponse<String>>> answers = IntStream.range(0, REQUESTS).mapToObj(i -> ask(port, "late-" + i))
        .toList();
    held.requests.acquire(REQUESTS);
    held.messages.acquire();

    var end = CompletableFuture.runAsync(service::close);
    await().atMost(Duration.ofSeconds(20)).until(() -> isClosed(port));
    // On a line that was open: whoever asks hears nothing, and asks another replica (OnceMore).
    assertThatThrownBy(() -> kept.send(note(port, "too-late"), BodyHandlers.ofString())).isInstanceOf(IOException.class)
        .isNotInstanceOf(HttpTimeoutException.class);
    held.goOn.countDown();

    assertThat(answers).allSatisfy(answer -> assertThat(answer.join().statusCode()).isEqualTo(200));
    end.join();
    allIsPublished(database);
    allIsNoted(database);
  }

  private static void write(ConfigurableApplicationContext service, String id) {
    @SuppressWarnings("unchecked") // as the application declares it
    CommandHandler<Note.Write, Note.Event, List<String>> notes = service.getBean("handler", CommandHandler.class);
    notes.handle("note-" + id, id, new Note.Write("word"), java.time.Instant.EPOCH, new Actor("org05", "org05-1"), Cause.message(id), null);
  }

  private static HttpClient another() {
    return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  }

  private static CompletableFuture<HttpResponse<String>> ask(int port, String id) {
    return another().sendAsync(note(port, id), BodyHandlers.ofString());
  }

  private static HttpRequest note(int port, String id) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/notes/" + id)).header("Authorization", "Bearer one")
        .header("Idempotency-Key", id).header("Content-Type", "application/json").POST(BodyPublishers.ofString("{}"))
        .timeout(Duration.ofMinutes(1)).build();
  }

  private static boolean isClosed(int port) {
    try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return false;
    } catch (IOException refused) {
      return true;
    }
  }

  /** By the process itself: nobody else is there who could. */
  private static void allIsPublished(String name) {
    try (MongoClient store = MongoClients.create(Infrastructure.mongoUri(DATABASE))) {
      var database = store.getDatabase(name);
      assertThat(database.getCollection("journal_note").countDocuments()).isEqualTo(REQUESTS + 1);
      assertThat(database.getCollection("journal_note").countDocuments(Filters.eq("pending", true))).as("still to be published").isZero();
      assertThat(database.getCollection("leases").countDocuments(Filters.gt("until", new Date(0)))).as("leases that are kept").isZero();
    }
  }

  private static void allIsNoted(String name) throws Exception {
    try (MongoClient store = MongoClients.create(Infrastructure.mongoUri(DATABASE));
        Admin admin = Admin.create(Map.of("bootstrap.servers", Infrastructure.kafka()))) {
      var seen = store.getDatabase(name).getCollection("inbox").find(Filters.eq("_id", "busy|note-held")).first();
      assertThat(seen).isNotNull();
      assertThat(seen.get("seen", Number.class).intValue()).isEqualTo(1);
      ConsumerRecord<String, byte[]> record = held();
      Map<TopicPartition, OffsetAndMetadata> offsets = admin.listConsumerGroupOffsets(SERVICE).partitionsToOffsetAndMetadata().get();
      assertThat(Objects.requireNonNull(offsets.get(new TopicPartition(record.topic(), record.partition()))).offset())
          .as("what the broker was told")
          .isGreaterThan(record.offset());
    }
  }

  /** The message that was in work, as it lies in the broker. */
  private static ConsumerRecord<String, byte[]> held() {
    try (var consumer = new KafkaConsumer<>(Map.of("bootstrap.servers", Infrastructure.kafka()), new StringDeserializer(),
        new ByteArrayDeserializer())) {
      consumer.assign(IntStream.range(0, 12).mapToObj(p -> new TopicPartition("tsunagu.intake", p)).toList());
      consumer.seekToBeginning(consumer.assignment());
      while (true)
        for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(500))) if (record.key().equals("held")) return record;
    }
  }
}
