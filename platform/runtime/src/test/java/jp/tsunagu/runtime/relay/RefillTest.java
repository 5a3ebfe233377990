package jp.tsunagu.runtime.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.Test;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;

import jp.tsunagu.runtime.health.Broker;
import jp.tsunagu.testing.Infrastructure;

/** What the broker lost is published again from the journals, in order; and what it did not lose is not. */
class RefillTest {
  private final String service = "refill" + UUID.randomUUID().toString().substring(0, 8);
  private final String name = "tsunagu." + service;
  private final String database = service;

  @Test
  void fillsATopicThatIsAnotherThanTheOneThatWasFilled() throws Exception {
    try (var replica = new Replica("a", service, database);
        MongoClient client = MongoClients.create(Infrastructure.mongoUri(database));
        var broker = new Broker(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, Infrastructure.kafka()))) {
      var refill = new Refill(client.getDatabase(database), name, broker::topicId, replica.journal::republish);
      replica.leases.renew();
      try (var _ = new Topic(name)) {
        refill.look();
        replica.write("note-c1", "one");
        replica.write("note-c1", "double-two");
        replica.write("note-c2", "one");
        until(replica, () -> assertThat(replica.load("note-c1").published() + replica.load("note-c2").published()).isEqualTo(3));
      }
      lose();
      try (var anew = new Topic(name)) {
        refill.again();
        refill.look();
        replica.write("note-c2", "two");
        until(replica, () -> {
          assertThat(anew.idsByStream().get("note-c1")).containsExactly("1/0", "2/0", "2/1");
          assertThat(anew.idsByStream().get("note-c2")).endsWith("1/0", "2/0");
        });
        until(replica, () -> assertThat(replica.load("note-c2").published()).isEqualTo(2));
      }
    }
  }

  /** While the clockwork of the replica is turned. */
  private static void until(Replica replica, ThrowingRunnable holds) {
    await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
      replica.leases.renew();
      replica.relay.sweep();
      holds.run();
    });
  }

  private void lose() throws Exception {
    try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, Infrastructure.kafka()))) {
      admin.deleteTopics(List.of(name)).all().get();
      await().until(() -> !admin.listTopics().names().get().contains(name));
    }
  }

  @Test
  void looksOnceAndAgainOnlyAfterTheBrokerWasAway() {
    try (MongoClient client = MongoClients.create(Infrastructure.mongoUri(database))) {
      var told = new AtomicInteger();
      var filled = new AtomicInteger();
      var refill = new Refill(client.getDatabase(database), name, _ -> switch (told.incrementAndGet()) {
        case 1 -> Optional.empty();
        case 2, 3 -> Optional.of("first");
        default -> Optional.of("second");
      }, filled::incrementAndGet);
      for (int i = 0; i < 5; i++) refill.look();
      assertThat(told).as("questions until the broker told").hasValue(2);
      refill.again();
      refill.look();
      assertThat(filled).as("the same one").hasValue(0);
      refill.again();
      refill.look();
      refill.look();
      assertThat(filled).as("another one").hasValue(1);
    }
  }
}
