package jp.tsunagu.runtime.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;

import jp.tsunagu.contracts.IntakeMessage;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.journal.Outgoing;
import jp.tsunagu.testing.Infrastructure;

/** How much waits. */
class ParkingLotTest {
  private static final Instant MORNING = Instant.parse("2026-04-01T00:00:00Z");
  private static final Instant NOON = Instant.parse("2026-04-01T03:00:00Z");
  private final MongoClient client = MongoClients.create(Infrastructure.mongoUri(ParkingLotTest.class));
  private final ParkingLot parking = new ParkingLot(client.getDatabase("parking"));

  @AfterEach
  void close() {
    client.getDatabase("parking").drop();
    client.close();
  }

  private void park(String caseId, long sequence, boolean passing, Instant at) {
    String stream = "casefile-" + caseId;
    var message = new Outgoing<jp.tsunagu.contracts.Message>(Outgoing.id(stream, sequence, 0), stream, caseId, sequence, true, MORNING,
        new IntakeMessage.PersonRecorded(caseId, new Party("org05", "org05-1")));
    parking.park("reader", caseId, new Wire().wire("intake", message), "IllegalStateException", passing, at);
  }

  @Test
  void countsNothingWhereNothingWaits() {
    assertThat(parking.count()).isEqualTo(new ParkingLot.Count(0, 0, null));
  }

  @Test
  void countsEveryMessageAndWhichOfThemNeedAHuman() {
    park("c-1", 1, true, NOON);
    park("c-1", 2, true, NOON);
    park("c-2", 1, false, MORNING);
    park("c-2", 2, true, NOON);
    park("c-2", 3, true, NOON);
    assertThat(parking.count()).isEqualTo(new ParkingLot.Count(5, 3, MORNING));
  }

  @Test
  void countsNoMoreWhatWasGivenUp() {
    park("c-1", 1, false, MORNING);
    parking.discard("reader|casefile-c-1/1/0", "admin", "known and harmless", NOON);
    assertThat(parking.count()).isEqualTo(new ParkingLot.Count(0, 0, null));
  }
}
