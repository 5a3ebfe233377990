package jp.tsunagu.runtime.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;

import jp.tsunagu.testing.Infrastructure;

/** Two processes of one name, as when a replica is started again before the old one has ended. */
class MongoLeasesTest {
  private final String name = "leases-" + UUID.randomUUID().toString().substring(0, 8);
  private final MongoClient client = MongoClients.create(Infrastructure.mongoUri(name));
  private final MongoDatabase database = client.getDatabase(name);
  private final MongoLeases first = leases(2, "a");
  private final MongoLeases second = leases(2, "a");

  private MongoLeases leases(int buckets, String owner) {
    return new MongoLeases(database, new StoreClock(database), "relay", buckets, owner);
  }

  @AfterEach
  void close() {
    client.close();
  }

  @Test
  void givesUpWhatItsNamesakeTook() {
    first.renew();
    second.renew();
    assertThat(first.held()).isEqualTo(Map.of(0, 1L, 1, 1L)); // not noticed yet; until then the token tells them apart
    assertThat(second.held()).isEqualTo(Map.of(0, 2L, 1, 2L));

    leases(2, "b").renew(); // finds nothing free, but a fair share is one bucket now
    first.renew();
    second.renew();
    assertThat(first.held()).isEqualTo(Map.of(0, 3L));
    assertThat(second.held()).isEqualTo(Map.of(1, 2L));
  }

  @Test
  void keepsWhatItsNamesakeDidNotTake() {
    first.renew();
    leases(1, "a").renew(); // takes the first bucket, the only one it knows
    first.renew();
    assertThat(first.held()).isEqualTo(Map.of(0, 3L, 1, 1L));
  }

  @Test
  void neverSharesATokenWithItsNamesake() {
    first.renew();
    for (int round = 0; round < 5; round++) {
      second.renew();
      assertApart();
      first.renew();
      assertApart();
    }
  }

  private void assertApart() {
    assertThat(first.held().entrySet()).hasSize(2).doesNotContainAnyElementsOf(second.held().entrySet());
  }
}
