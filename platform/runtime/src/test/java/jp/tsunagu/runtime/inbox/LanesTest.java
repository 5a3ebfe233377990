package jp.tsunagu.runtime.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.support.MessageBuilder;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;

import jp.tsunagu.contracts.IntakeMessage;
import jp.tsunagu.contracts.Message;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.journal.Outgoing;
import jp.tsunagu.runtime.trace.Traces;
import jp.tsunagu.testing.Infrastructure;

/** What a poll brings of different cases takes effect side by side, and what it brings of one case in order. */
class LanesTest {
  private static final Wire WIRE = new Wire();
  private static final String NAME = "lanes-" + UUID.randomUUID().toString().substring(0, 8);
  private static final MongoClient CLIENT = MongoClients.create(Infrastructure.mongoUri(NAME));

  private final Queue<String> effects = new ConcurrentLinkedQueue<>();

  @AfterAll
  static void close() {
    CLIENT.close();
  }

  private java.util.function.Consumer<org.springframework.messaging.Message<List<byte[]>>> projecting(
      java.util.function.Consumer<Envelope> effect) {
    MongoDatabase database = CLIENT.getDatabase(NAME);
    PublisherJournals nobody = (service, stream, sequence) -> List.of();
    var inbox = new Inbox(database, nobody, new ParkingLot(database), WIRE, Traces.none(), InstantSource.system());
    return inbox.projection(NAME, new Projection() {
      @Override
      public long seen(String stream, String caseId) {
        return 0;
      }

      @Override
      public boolean apply(List<Envelope> messages) {
        for (Envelope message : messages) {
          effect.accept(message);
          effects.add(message.id());
        }
        return true;
      }
    });
  }

  /** Of each case its next messages, as often as it is named. */
  private static org.springframework.messaging.Message<List<byte[]>> poll(String... cases) {
    Map<String, Long> sequences = new HashMap<>();
    List<byte[]> bodies = new ArrayList<>();
    List<Map<String, Object>> headers = new ArrayList<>();
    for (String caseId : cases) {
      long sequence = sequences.merge(caseId, 1L, Long::sum);
      String stream = "casefile-" + caseId;
      var out = new Outgoing<Message>(Outgoing.id(stream, sequence, 0), stream, caseId, sequence, true, Instant.EPOCH,
          new IntakeMessage.PersonRecorded(caseId, new Party("org05", "org05-1")));
      bodies.add(WIRE.body(out.body()));
      headers.add(new HashMap<>(WIRE.headers("intake", out)));
    }
    return MessageBuilder.withPayload(bodies).setHeader(KafkaHeaders.BATCH_CONVERTED_HEADERS, headers)
        .setHeader(KafkaHeaders.RECEIVED_KEY, List.of(cases)).setHeader(KafkaHeaders.RECEIVED_TOPIC, each(cases, "tsunagu.intake"))
        .setHeader(KafkaHeaders.RECEIVED_PARTITION, each(cases, 0)).setHeader(KafkaHeaders.OFFSET, each(cases, 0L)).build();
  }

  private static List<?> each(String[] cases, Object value) {
    return java.util.Collections.nCopies(cases.length, value);
  }

  @Test
  void oneCaseDoesNotWaitForAnother() {
    var other = new CountDownLatch(1);
    projecting(message -> {
      if (message.caseId().equals("c-2")) other.countDown();
      else
        await(other);
    }).accept(poll("c-1", "c-2", "c-1"));
    assertThat(effects).containsExactlyInAnyOrder("casefile-c-2/1/0", "casefile-c-1/1/0", "casefile-c-1/2/0")
        .containsSubsequence("casefile-c-1/1/0", "casefile-c-1/2/0");
  }

  private static void await(CountDownLatch latch) {
    try {
      if (!latch.await(10, TimeUnit.SECONDS)) throw new IllegalStateException("it waits for a case that waits for it");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void thePollComesAgainWhenTheStoreIsAwayForOneOfThem() {
    var poll = projecting(message -> {
      if (message.caseId().equals("c-1")) throw new MongoException("away");
    });
    assertThatThrownBy(() -> poll.accept(poll("c-1", "c-2", "c-3"))).isInstanceOf(MongoException.class).hasMessage("away");
    assertThat(effects).containsExactlyInAnyOrder("casefile-c-2/1/0", "casefile-c-3/1/0");
  }
}
