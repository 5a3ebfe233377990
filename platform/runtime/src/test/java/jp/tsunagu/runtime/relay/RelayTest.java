package jp.tsunagu.runtime.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import jp.tsunagu.contracts.Message;
import jp.tsunagu.journal.PendingStreams;
import jp.tsunagu.journal.Stream;
import jp.tsunagu.runtime.trace.Traces;
import jp.tsunagu.testing.Note.Event;

/** Against the real broker and store. */
class RelayTest {
  private final String run = UUID.randomUUID().toString().substring(0, 8);
  private final String service = "relay-" + run;
  private final String database = "relay-" + run;

  private static List<String> numbered(int commits) {
    return IntStream.rangeClosed(1, commits).mapToObj(v -> v + "/0").toList();
  }

  @Test
  void publishesEachCommitInOrderWithItsHeaders() throws Exception {
    try (var topic = new Topic("tsunagu." + service); var replica = new Replica("a", service, database)) {
      replica.leases.renew();
      replica.write("note-c1", "one");
      replica.write("note-c1", "double-two");

      await().untilAsserted(() -> assertThat(topic.idsByStream().get("note-c1")).containsExactly("1/0", "2/0", "2/1"));
      var last = topic.all().getLast();
      assertThat(last.key()).isEqualTo("c1");
      assertThat(Topic.header(last, "ce_type")).isEqualTo("intake.person-recorded.v1");
      assertThat(Topic.header(last, "ce_sequence")).isEqualTo("3");
      assertThat(Topic.header(last, "ce_complete")).isEqualTo("true");
      assertThat(Topic.header(topic.all().get(1), "ce_complete")).isEqualTo("false");
      await().untilAsserted(() -> assertThat(replica.load("note-c1").published()).isEqualTo(2));
    }
  }

  @Test
  void sharesTheBucketsBetweenTwoReplicasAndTakesOverFromOneThatLeaves() throws Exception {
    try (var topic = new Topic("tsunagu." + service);
        var a = new Replica("a", service, database);
        var b = new Replica("b", service, database)) {
      a.leases.renew();
      assertThat(a.leases.held()).hasSize(16);
      b.leases.renew(); // makes itself known; everything is still taken
      a.leases.renew(); // gives up what is above its share
      b.leases.renew();
      assertThat(a.leases.held()).hasSize(8);
      assertThat(b.leases.held()).hasSize(8);
      assertThat(a.leases.held().keySet()).doesNotContainAnyElementsOf(b.leases.held().keySet());

      for (int s = 0; s < 20; s++) for (int v = 1; v <= 5; v++) a.write("note-s" + s, "w" + v);
      await().untilAsserted(() -> {
        a.relay.sweep();
        b.relay.sweep();
        assertThat(topic.idsByStream()).hasSize(20).allSatisfy((stream, ids) -> assertThat(ids).isEqualTo(numbered(5)));
      });

      b.leases.releaseAll();
      a.leases.renew();
      assertThat(a.leases.held()).hasSize(16);
    }
  }

  /** Stands between relay and journal and dies after the broker has the message, before that is noted. */
  private record DiesBeforeMarking(PendingStreams<Event> journal) implements PendingStreams<Event> {
    @Override
    public List<String> pending(Collection<Integer> buckets, int limit) {
      return journal.pending(buckets, limit);
    }

    @Override
    public int bucketOf(String stream) {
      return journal.bucketOf(stream);
    }

    @Override
    public Stream<Event> load(String stream) {
      return journal.load(stream);
    }

    @Override
    public List<Stream<Event>> load(Collection<String> streams) {
      return journal.load(streams);
    }

    @Override
    public boolean markPublished(String stream, long from, long to, long fence) {
      throw new IllegalStateException("killed");
    }
  }

  @Test
  void sendsAgainWhatACrashLeftUnmarkedAndLeavesNoHole() throws Exception {
    try (var topic = new Topic("tsunagu." + service); var dying = new Replica("a", service, database, DiesBeforeMarking::new)) {
      dying.write("note-c1", "one"); // no lease yet, so the nudge does nothing
      dying.write("note-c1", "two");
      dying.leases.renew();
      dying.relay.sweep();
      await().untilAsserted(() -> assertThat(topic.idsByStream().get("note-c1")).containsExactly("1/0", "2/0"));
      assertThat(dying.load("note-c1").published()).isZero();

      try (var restarted = new Replica("a", service, database)) {
        restarted.leases.renew();
        restarted.relay.sweep();
        await().untilAsserted(() -> assertThat(topic.idsByStream().get("note-c1")).containsExactly("1/0", "2/0", "1/0", "2/0"));
        await().untilAsserted(() -> assertThat(restarted.load("note-c1").published()).isEqualTo(2));
      }
    }
  }

  @Test
  void goesOnWithTheTraceOfACommitThatAnotherProcessStored() throws Exception {
    var kept = InMemorySpanExporter.create();
    try (var sdk = SdkTracerProvider.builder().addSpanProcessor(SimpleSpanProcessor.create(kept)).build();
        var topic = new Topic("tsunagu." + service)) {
      Span click = sdk.get("test").spanBuilder("click").startSpan();
      try (var gone = new Replica("a", service, database); var _ = click.makeCurrent()) { // without a lease it publishes nothing
        gone.write("note-c1", "one");
      }
      try (var restarted = new Replica("b", service, database, journal -> journal, new Traces(sdk.get("test")))) {
        restarted.leases.renew();
        restarted.relay.sweep();
        await().untilAsserted(() -> assertThat(topic.idsByStream().get("note-c1")).containsExactly("1/0"));
        await().untilAsserted(() -> assertThat(kept.getFinishedSpanItems()).hasSize(1));
      }
      SpanData sent = kept.getFinishedSpanItems().getFirst();
      assertThat(sent.getKind()).isEqualTo(SpanKind.PRODUCER);
      assertThat(sent.getName()).isEqualTo("send intake.person-recorded.v1");
      assertThat(sent.getParentSpanContext().getSpanId()).isEqualTo(click.getSpanContext().getSpanId());
      assertThat(Topic.header(topic.all().getFirst(), "traceparent"))
          .startsWith("00-" + click.getSpanContext().getTraceId() + "-" + sent.getSpanId() + "-");
    }
  }

  @Test
  void stopsAsSoonAsItsLeaseIsSuperseded() throws Exception {
    try (var topic = new Topic("tsunagu." + service);
        var old = new Replica("a", service, database);
        var now = new Replica("a", service, database)) {
      old.leases.renew();
      now.leases.renew(); // the same name again: a restart, with higher tokens
      now.write("note-c1", "one");
      await().untilAsserted(() -> assertThat(now.load("note-c1").published()).isEqualTo(1));

      old.write("note-c1", "two");
      now.relay.sweep();
      await().untilAsserted(() -> assertThat(now.load("note-c1").published()).isEqualTo(2));
      assertThat(topic.idsByStream().getOrDefault("note-c1", List.of()).stream().distinct()).containsExactly("1/0", "2/0");
      long token = now.leases.token(now.journal.bucketOf("note-c1")).orElseThrow();
      assertThat(old.journal.markPublished("note-c1", 2, 2, token - 1)).isFalse();
    }
  }

  @Test
  void publishesALongBacklogInOneSweep() throws Exception {
    int streams = 450; // more than two batches
    try (var topic = new Topic("tsunagu." + service); var replica = new Replica("a", service, database)) {
      for (int s = 0; s < streams; s++) replica.write("note-s" + s, "one"); // no lease yet, so the nudges do nothing
      for (int s = 0; s < streams; s += 2) replica.write("note-s" + s, "two");
      replica.leases.renew();
      replica.relay.sweep();

      await().untilAsserted(() -> assertThat(topic.idsByStream()).hasSize(streams));
      await().untilAsserted(() -> assertThat(replica.journal.pending(replica.leases.held().keySet(), streams)).isEmpty());
      assertThat(topic.idsByStream().get("note-s0")).containsExactly("1/0", "2/0");
      assertThat(topic.idsByStream().get("note-s1")).containsExactly("1/0");
    }
  }

  @Test
  void keepsEverythingPendingWhileTheBrokerFails() {
    try (var replica = new Replica("a", service, database)) {
      replica.leases.renew();
      var broken = new jp.tsunagu.journal.Relay<Event, Message>(replica.journal, Replica.OUTBOX,
          m -> java.util.concurrent.CompletableFuture.failedFuture(new IllegalStateException("no broker")), replica.leases, Runnable::run);
      replica.publisher.close();
      replica.write("note-c1", "one");

      broken.nudge(replica.load("note-c1"));
      assertThat(replica.load("note-c1").published()).isZero();
      broken.sweep();
      assertThat(replica.load("note-c1").published()).isZero();
    }
  }
}
