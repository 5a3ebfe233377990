package jp.tsunagu.runtime.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Stream;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.ResourceAccessException;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import jp.tsunagu.contracts.IntakeMessage;
import jp.tsunagu.contracts.Message;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.journal.Outgoing;
import jp.tsunagu.testing.Infrastructure;

/** Messages as the broker may bring them: twice, late, not at all, unreadable. Against the real broker and store. */
class InboxTest {
  private static final String TOPIC = "tsunagu.intake";
  private static ConfigurableApplicationContext reader;
  private static KafkaProducer<String, byte[]> producer;
  private static ReaderApplication.Effects effects;
  private static ReaderApplication.FakePublisher publisher;
  private static ParkingLot parking;
  private static Inbox inbox;
  private final String caseId = "c-" + UUID.randomUUID().toString().substring(0, 8);
  private final String stream = "casefile-" + caseId;

  @BeforeAll
  static void start() {
    String database = "inbox-" + UUID.randomUUID().toString().substring(0, 8);
    reader = new SpringApplicationBuilder(ReaderApplication.class).web(WebApplicationType.SERVLET)
        .properties(Map.of("spring.config.name", "reader",
            "server.port", "0", "tsunagu.service", "reader", "tsunagu.directory.view", "false", "spring.cloud.function.definition",
            "messages",
            "spring.cloud.stream.bindings.messages-in-0.destination", TOPIC, "TSUNAGU_MONGO_URI", Infrastructure.mongoUri(database),
            "spring.mongodb.database", database, "TSUNAGU_KAFKA", Infrastructure.kafka(), "tsunagu.instance", database))
        .run();
    var settings = new Properties();
    settings.put("bootstrap.servers", Infrastructure.kafka());
    producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    effects = reader.getBean(ReaderApplication.Effects.class);
    publisher = reader.getBean(ReaderApplication.FakePublisher.class);
    parking = reader.getBean(ParkingLot.class);
    inbox = reader.getBean(Inbox.class);
  }

  @AfterAll
  static void stop() {
    producer.close();
    reader.close();
  }

  private Outgoing<Message> message(long sequence) {
    return message(stream, sequence);
  }

  private Outgoing<Message> message(String stream, long sequence) {
    return new Outgoing<>(Outgoing.id(stream, sequence, 0), stream, caseId, sequence, true, Instant.parse("2026-04-01T00:00:00Z"),
        new IntakeMessage.PersonRecorded(caseId, new Party("org05", "org05-1")));
  }

  private void send(long... sequences) throws Exception {
    for (long sequence : sequences) send(message(sequence));
  }

  private static void send(Outgoing<Message> message) throws Exception {
    var wire = new Wire();
    var record = new ProducerRecord<>(TOPIC, message.key(), wire.body(message.body()));
    wire.headers("intake", message).forEach((k, v) -> record.headers().add(k, v.getBytes(StandardCharsets.UTF_8)));
    producer.send(record).get();
  }

  private void journalHolds(int commits) {
    List<WireMessage> all = new ArrayList<>();
    for (int i = 1; i <= commits; i++) all.add(new Wire().wire("intake", message(i)));
    publisher.streams.put(stream, all);
  }

  private void awaitEffects(String... ids) {
    await().untilAsserted(() -> assertThat(effects.byCase.getOrDefault(caseId, List.of())).containsExactly(ids));
  }

  @Test
  void letsEachMessageTakeEffectOnceInOrder() throws Exception {
    send(1, 2, 3);
    awaitEffects("1/0", "2/0", "3/0");
  }

  /** Taken in at once they are still the effects of different acts. */
  @Test
  void goesOnWithTheTraceOfEachMessage() throws Exception {
    String one = "4bf92f3577b34da6a3ce929d0e0e4736";
    String other = "0af7651916cd43dd8448eb211c80319c";
    journalHolds(1);
    send(message(2).within("00-" + one + "-00f067aa0ba902b7-01"));
    send(message(3).within("00-" + other + "-00f067aa0ba902b7-01"));
    awaitEffects("1/0", "2/0", "3/0");
    assertThat(trace(2).getFirst()).startsWith("00-" + one).doesNotContain("00f067aa0ba902b7");
    assertThat(trace(2).getLast()).isEqualTo(one);
    assertThat(trace(3).getFirst()).startsWith("00-" + other);
    assertThat(trace(3).getLast()).isEqualTo(other);
    assertThat(trace(1).getLast()).as("of its own").matches("[0-9a-f]{32}").isNotIn(one, other);
  }

  private List<String> trace(long sequence) {
    return effects.traces.getOrDefault(message(sequence).id(), List.of());
  }

  @Test
  void ignoresRepeatsAndOlderMessages() throws Exception {
    send(1, 1, 2, 1, 2, 3);
    awaitEffects("1/0", "2/0", "3/0");
  }

  @Test
  void mendsAHoleFromThePublishersJournalBeforeGoingOn() throws Exception {
    journalHolds(4);
    send(1, 4);
    awaitEffects("1/0", "2/0", "3/0", "4/0");
  }

  @Test
  void appliesReorderedMessagesInTheirOrder() throws Exception {
    journalHolds(3);
    send(3, 1, 2);
    awaitEffects("1/0", "2/0", "3/0");
  }

  @Test
  void catchesUpWithAPublisherWithoutTheBroker() {
    journalHolds(2);
    assertThat(inbox.catchUp("intake", stream)).isTrue();
    awaitEffects("1/0", "2/0");
    assertThat(inbox.catchUp("intake", stream)).isFalse();
  }

  @Test
  void parksAPoisonMessageAndWhatFollowsOfItsCaseWhileOthersFlowOn() throws Exception {
    effects.poisoned.put(stream + "/2/0", true);
    send(1);
    awaitEffects("1/0"); // in one batch with the poisoned one it would be tried twice
    send(2, 3);
    await().untilAsserted(() -> assertThat(parking.of("reader", caseId)).hasSize(2));
    assertThat(parking.of("reader", caseId).getFirst().reason()).contains("poison");

    effects.poisoned.clear();
    assertThat(inbox.replay("reader", caseId)).isEqualTo(2);
    awaitEffects("1/0", "2/0", "3/0");
    assertThat(parking.of("reader", caseId)).isEmpty();
  }

  @Test
  void logsWithTheCaseAndTheMessage() throws Exception {
    var lines = new ListAppender<ILoggingEvent>();
    lines.start();
    var logger = (Logger) LoggerFactory.getLogger(Inbox.class);
    logger.addAppender(lines);
    try {
      effects.poisoned.put(stream + "/1/0", true);
      send(1);
      await().untilAsserted(() -> assertThat(parking.of("reader", caseId)).hasSize(1));
    } finally {
      logger.detachAppender(lines);
    }
    assertThat(List.copyOf(lines.list)).filteredOn(line -> line.getFormattedMessage().contains(caseId)).isNotEmpty()
        .allSatisfy(line -> assertThat(line.getMDCPropertyMap()).containsEntry("case", caseId).containsEntry("messageId", stream + "/1/0"));
  }

  @Test
  void keepsNothingWaitingThatAProjectionKeepsApart() throws Exception {
    journalHolds(1);
    effects.poisoned.put(stream + "/1/0", true);
    send(1);
    await().untilAsserted(() -> assertThat(parking.of("reader", caseId)).hasSize(1));
    String apart = "apart-" + caseId;
    effects.poisoned.put(apart + "/2/0", true);
    send(message(apart, 1));
    awaitEffects("1/0");
    send(message(apart, 2));
    await().untilAsserted(() -> assertThat(parking.of("reader", apart)).hasSize(1));
    assertThat(inbox.waits(apart, caseId)).isTrue();
    assertThat(inbox.waits("other-" + caseId, "c-other")).isFalse();
    effects.poisoned.clear();
    assertThat(inbox.replay("reader", apart)).isEqualTo(1);
    assertThat(inbox.replay("reader", caseId)).isEqualTo(1);
    awaitEffects("1/0", "2/0", "1/0");
  }

  @Test
  void goesOnAfterAParkedMessageIsDiscarded() throws Exception {
    journalHolds(3);
    effects.poisoned.put(stream + "/1/0", true);
    send(1, 2);
    await().untilAsserted(() -> assertThat(parking.of("reader", caseId)).hasSize(2));
    String first = parking.of("reader", caseId).getFirst().id();
    assertThat(inbox.discard(first, "admin", "known and harmless")).isTrue();
    assertThat(inbox.discard(first, "admin", "twice")).isFalse();
    inbox.replay("reader", caseId);
    awaitEffects("2/0");
  }

  @Test
  void showsTheFirstOfACaseWithWhatWaitsBehindItAndGivesUpNoOtherBefore() throws Exception {
    journalHolds(3);
    effects.poisoned.put(stream + "/1/0", true);
    send(1, 2, 3);
    await().untilAsserted(() -> assertThat(parking.of("reader", caseId)).hasSize(3));
    assertThat(parking.fronts(2_000)).filteredOn(front -> front.caseId().equals(caseId)).singleElement().satisfies(front -> {
      assertThat(front.id()).isEqualTo("reader|" + stream + "/1/0");
      assertThat(front.behind()).isEqualTo(2);
      assertThat(front.reason()).contains("poison");
    });
    String second = parking.of("reader", caseId).get(1).id();
    assertThat(inbox.discard(second, "admin", "too early")).isFalse();
    assertThat(parking.of("reader", caseId)).hasSize(3);

    assertThat(inbox.discard("reader|" + stream + "/1/0", "admin", "known and harmless")).isTrue();
    assertThat(parking.discarded(100)).filteredOn(given -> given.caseId().equals(caseId)).singleElement().satisfies(given -> {
      assertThat(given.discardedBy()).isEqualTo("admin");
      assertThat(given.discardReason()).isEqualTo("known and harmless");
      assertThat(given.discardedAt()).isNotNull();
    });
    inbox.replay("reader", caseId);
    awaitEffects("2/0", "3/0");
  }

  static Stream<RuntimeException> troubles() {
    return Stream.of(new PassingFailure("it has not told yet"), new ResourceAccessException("it is away"),
        new HttpServerErrorException(HttpStatus.INTERNAL_SERVER_ERROR));
  }

  @ParameterizedTest
  @MethodSource("troubles")
  void triesAgainByItselfWhatFailedBecauseANeighbourWasInTrouble(RuntimeException trouble) throws Exception {
    journalHolds(2);
    publisher.trouble = trouble;
    try {
      send(2);
      await().untilAsserted(() -> assertThat(parking.of("reader", caseId)).hasSize(1));
    } finally {
      publisher.trouble = null;
    }
    inbox.replayPassing();
    awaitEffects("1/0", "2/0");
  }

  @Test
  void keepsAnUnreadableRecordWhereAHumanSeesIt() throws Exception {
    var metadata = producer.send(new ProducerRecord<>(TOPIC, caseId, "no message".getBytes(StandardCharsets.UTF_8))).get();
    String place = TOPIC + "/" + metadata.partition() + "/" + metadata.offset();
    await().untilAsserted(() -> assertThat(parking.find("reader|" + place)).isPresent());
    send(1);
    awaitEffects("1/0");
  }

  @Test
  void passesOverATypeItDoesNotKnow() throws Exception {
    var wire = new Wire();
    var record = new ProducerRecord<>(TOPIC, caseId, "{\"anything\":1}".getBytes(StandardCharsets.UTF_8));
    wire.headers("intake", message(1))
        .forEach((k, v) -> record.headers().add(k, (k.equals("ce_type") ? "intake.invented.v9" : v).getBytes(StandardCharsets.UTF_8)));
    producer.send(record).get();
    send(2);
    awaitEffects("2/0");
  }

  /** @param changed what the record says of itself instead of the truth; {@code key} and {@code caseId} are the key and the body's case */
  private String forged(String topic, Map<String, String> changed) throws Exception {
    var wire = new Wire();
    var body = wire.body(new IntakeMessage.PersonRecorded(changed.getOrDefault("caseId", caseId), new Party("org05", "org05-1")));
    var record = new ProducerRecord<>(topic, changed.getOrDefault("key", caseId), body);
    wire.headers("intake", message(1))
        .forEach((k, v) -> record.headers().add(k, changed.getOrDefault(k, v).getBytes(StandardCharsets.UTF_8)));
    var metadata = producer.send(record).get();
    return "reader|" + topic + "/" + metadata.partition() + "/" + metadata.offset();
  }

  /** It waits alone and has no effect; the case it names flows on, or whoever forges could stop any case. */
  private void setsAside(Map<String, String> changed, String why) throws Exception {
    String place = forged(TOPIC, changed);
    await().untilAsserted(() -> assertThat(parking.find(place)).hasValueSatisfying(parked -> assertThat(parked.reason()).isEqualTo(why)));
    assertThat(effects.byCase).doesNotContainKey(caseId);
    send(1);
    awaitEffects("1/0");
  }

  @Test
  void setsAsideARecordWhoseKeyIsOfAnotherCase() throws Exception {
    setsAside(Map.of("key", "c-other"), "the key is of another case");
  }

  @Test
  void setsAsideARecordWhoseBodyIsOfAnotherCase() throws Exception {
    setsAside(Map.of("caseId", "c-other"), "the body is of another case");
  }

  @Test
  void setsAsideAMessageOfAServiceThatDoesNotOwnTheTopic() throws Exception {
    setsAside(Map.of("ce_source", "tsunagu/referral"), "the topic is another service's");
  }

  @Test
  void setsAsideAMessageThatOnlyAnotherServiceSends() throws Exception {
    setsAside(Map.of("ce_type", "referral.accepted.v1"), "the type is another service's");
  }

  @Test
  void setsAsideAMessageOfNobodyWeKnow() throws Exception {
    setsAside(Map.of("ce_source", "elsewhere"), "the source is no service of ours");
  }
}
