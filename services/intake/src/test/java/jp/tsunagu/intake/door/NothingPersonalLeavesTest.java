package jp.tsunagu.intake.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import jp.tsunagu.contracts.BasisKind;
import jp.tsunagu.testing.Infrastructure;

/** Marked values go in at every field; none comes out on the broker or in the log, and none lies in the store in the clear. */
@ExtendWith(OutputCaptureExtension.class)
class NothingPersonalLeavesTest {
  @Test
  void publishesAndLogsNothingPersonal(CapturedOutput output) {
    try (var desk = new Desk(); var broker = broker()) {
      String caseId = desk.post("org05-1", "/api/cases", Bodies.opening(Bodies.PERSON)).text("/caseId");
      String consent = desk.post("org05-1", "/api/cases/" + caseId + "/consents", Bodies.consent("org15", "NAME")).text("/consentId");
      desk.journeys.proposed(caseId, "org15", BasisKind.CONSENT);
      desk.send("PUT", "org05-1", "/api/cases/" + caseId + "/person", "{\"pseudonym\": \"さくら印\"}", Map.of());
      desk.post("org05-1", "/api/cases/" + caseId + "/consents/" + consent + "/withdrawal", "{}");
      everythingThatFails(desk, caseId);

      var published = new CopyOnWriteArrayList<String>();
      await().untilAsserted(() -> {
        broker.poll(Duration.ofMillis(200)).forEach(r -> published.add(r.key() + r.value() + headers(r.headers())));
        assertThat(published.stream().filter(m -> m.contains(caseId))).hasSize(5);
      });
      assertThat(String.join("\n", published)).doesNotContain(Bodies.MARKS);
      assertThat(output.getAll()).doesNotContain(Bodies.MARKS);
      assertThat(stored(desk)).contains(caseId).doesNotContain(Bodies.MARKS);
    }
  }

  /** Every document of every collection of every database that this service writes. */
  private static String stored(Desk desk) {
    var all = new StringBuilder();
    for (String name : List.of(desk.database, desk.database + "-vault")) {
      MongoDatabase database = desk.service.getBean(MongoClient.class).getDatabase(name);
      for (String collection : database.listCollectionNames())
        database.getCollection(collection).find().forEach(d -> all.append(d.toJson()));
    }
    return all.toString();
  }

  private static void everythingThatFails(Desk desk, String caseId) {
    for (String worker : List.of("org05-1", "org15-1", "org08-1", "admin")) {
      desk.get(worker, "/api/cases/" + caseId);
      desk.post(worker, "/api/cases/search", "{\"q\": \"印付\"}");
      desk.post(worker, "/api/cases", Bodies.opening(Bodies.PERSON.replace("1999-09-09", "1999-09-0")));
      desk.post(worker, "/api/cases", Bodies.opening(Bodies.PERSON.replace("\"ja\"", "印付")));
      desk.post(worker, "/api/cases", Bodies.opening("\"印の付いた\""));
      desk.post(worker, "/api/cases/" + caseId + "/consents", Bodies.consent("印付", "印の付いた"));
    }
  }

  private static KafkaConsumer<String, String> broker() {
    var consumer = new KafkaConsumer<>(
        Map.<String, Object>of("bootstrap.servers", Infrastructure.kafka(), "group.id", "listener-" + UUID.randomUUID(),
            "auto.offset.reset", "earliest"),
        new StringDeserializer(), new StringDeserializer());
    consumer.assign(consumer.partitionsFor("tsunagu.intake").stream().map(p -> new TopicPartition(p.topic(), p.partition())).toList());
    return consumer;
  }

  private static String headers(org.apache.kafka.common.header.Headers headers) {
    var all = new StringBuilder();
    headers.forEach(h -> all.append(h.key()).append(new String(h.value(), StandardCharsets.UTF_8)));
    return all.toString();
  }
}
