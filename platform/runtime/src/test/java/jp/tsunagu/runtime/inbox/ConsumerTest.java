package jp.tsunagu.runtime.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import jp.tsunagu.contracts.IntakeMessage;
import jp.tsunagu.contracts.Message;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.journal.Outgoing;
import jp.tsunagu.runtime.trace.Traces;

/** What is remembered of a stream may be behind what another replica did since. */
class ConsumerTest {
  private static final String STREAM = "casefile-c-1";

  /** What replicas share: how far the stream was read, and which messages had an effect. */
  private static final class Shared implements Projection {
    private final List<Long> effects = new ArrayList<>();
    private int questions;
    private int writes;

    @Override
    public long seen(String stream, String caseId) {
      questions++;
      return effects.size();
    }

    @Override
    public boolean apply(List<Envelope> messages) {
      if (messages.getFirst().sequence() != effects.size() + 1) return false;
      messages.forEach(m -> effects.add(m.sequence()));
      writes++;
      return true;
    }
  }

  private static Consumer consumer(Projection projection, WireMessage... journal) {
    return new Consumer("test", projection, (service, stream, sequence) -> {
      if (journal.length == 0) throw new PassingFailure("the publisher is away");
      return Stream.of(journal).filter(m -> m.sequence() > sequence).toList();
    }, new Wire(), Traces.none());
  }

  private static List<WireMessage> messages(long... sequences) {
    return LongStream.of(sequences).mapToObj(ConsumerTest::message).toList();
  }

  private static WireMessage message(long sequence) {
    return new Wire().wire("intake", new Outgoing<Message>(Outgoing.id(STREAM, sequence, 0), STREAM, "c-1", sequence, true, Instant.EPOCH,
        new IntakeMessage.PersonRecorded("c-1", new Party("org05", "org05-1"))));
  }

  @Test
  void asksNothingForABurstFromTheBeginning() {
    var shared = new Shared();
    var one = consumer(shared);
    for (long sequence : List.of(1L, 2L, 3L, 2L, 4L)) one.take(messages(sequence));
    assertThat(shared.effects).containsExactly(1L, 2L, 3L, 4L);
    assertThat(shared.questions).isZero();
  }

  @Test
  void writesOnceForABatchWithItsRepeats() {
    var shared = new Shared();
    consumer(shared).take(messages(1, 2, 1, 3, 2, 4));
    assertThat(shared.effects).containsExactly(1L, 2L, 3L, 4L);
    assertThat(shared.writes).isEqualTo(1);
  }

  @Test
  void goesOnWhereAnotherReplicaStoppedWithoutThePublisher() {
    var shared = new Shared();
    var one = consumer(shared);
    var other = consumer(shared);
    one.take(messages(1));
    other.take(messages(2, 3));
    one.take(messages(4)); // no hole, though the first one saw only 1
    other.take(messages(5));
    one.take(messages(5));
    assertThat(shared.effects).containsExactly(1L, 2L, 3L, 4L, 5L);
  }

  @Test
  void takesWhatAnotherReplicaHadNotYetOfABatch() {
    var shared = new Shared();
    var one = consumer(shared);
    var other = consumer(shared);
    one.take(messages(1));
    other.take(messages(2));
    one.take(messages(2, 3));
    assertThat(shared.effects).containsExactly(1L, 2L, 3L);
  }

  @Test
  void recognisesAfterARestartWhatTheBrokerGivesAgainFromTheBeginning() {
    var shared = new Shared();
    consumer(shared).take(messages(1, 2));
    consumer(shared).take(messages(1, 2, 3));
    consumer(shared).take(messages(1));
    assertThat(shared.effects).containsExactly(1L, 2L, 3L);
  }

  @Test
  void mendsTheHolesInABatchAndIgnoresWhatCameTooLate() {
    var shared = new Shared();
    var one = consumer(shared, message(1), message(2), message(3), message(4), message(5));
    one.take(messages(3, 1, 5, 2));
    assertThat(shared.effects).containsExactly(1L, 2L, 3L, 4L, 5L);
    assertThat(shared.writes).isEqualTo(1);
  }

  @Test
  void refusesABatchWhoseHoleThePublisherCannotFill() {
    var shared = new Shared();
    var one = consumer(shared, message(1));
    assertThatThrownBy(() -> one.take(messages(3))).isInstanceOf(IllegalStateException.class).hasMessageContaining("a hole");
    assertThat(shared.effects).isEmpty();
  }
}
