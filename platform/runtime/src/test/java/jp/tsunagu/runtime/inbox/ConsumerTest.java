package jp.tsunagu.runtime.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import jp.tsunagu.contracts.IntakeMessage;
import jp.tsunagu.contracts.Message;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.journal.Outgoing;

/** What is remembered of a stream may be behind what another replica did since. */
class ConsumerTest {
  private static final String STREAM = "casefile-c-1";

  /** What replicas share: how far the stream was read, and how often something had an effect. */
  private static final class Shared implements Projection {
    private final boolean conditional;
    private long seen;
    private int effects;
    private int questions;

    Shared(boolean conditional) {
      this.conditional = conditional;
    }

    @Override
    public boolean conditional() {
      return conditional;
    }

    @Override
    public long seen(String stream, String caseId) {
      questions++;
      return seen;
    }

    @Override
    public boolean apply(Envelope envelope) {
      if (conditional && envelope.sequence() != seen + 1) return false;
      seen = Math.max(seen, envelope.sequence());
      effects++;
      return true;
    }
  }

  private static Consumer consumer(Projection projection) {
    return new Consumer("test", projection, (service, stream, sequence) -> {
      throw new PassingFailure("the publisher is away");
    }, new Wire());
  }

  private static WireMessage message(long sequence) {
    return new Wire().wire("intake", new Outgoing<Message>(Outgoing.id(STREAM, sequence, 0), STREAM, "c-1", sequence, true, Instant.EPOCH,
        new IntakeMessage.PersonRecorded("c-1", new Party("org05", "org05-1"))));
  }

  @Test
  void asksOnceForABurst() {
    var shared = new Shared(true);
    var one = consumer(shared);
    for (long sequence : List.of(1L, 2L, 3L, 2L, 4L)) one.take(message(sequence));
    assertThat(shared.effects).isEqualTo(4);
    assertThat(shared.questions).isEqualTo(1);
  }

  @Test
  void goesOnWhereAnotherReplicaStoppedWithoutThePublisher() {
    var shared = new Shared(true);
    var one = consumer(shared);
    var other = consumer(shared);
    one.take(message(1));
    other.take(message(2));
    other.take(message(3));
    one.take(message(4)); // no hole, though the first one saw only 1
    other.take(message(5));
    one.take(message(5));
    assertThat(shared.effects).isEqualTo(5);
  }

  @Test
  void remembersNothingWhereAnEffectComesBeforeTheNote() {
    var shared = new Shared(false);
    var one = consumer(shared);
    var other = consumer(shared);
    one.take(message(1));
    other.take(message(2));
    one.take(message(2));
    assertThat(shared.effects).isEqualTo(2);
  }
}
