package jp.tsunagu.notification.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

import jp.tsunagu.contracts.Message;
import jp.tsunagu.contracts.NotificationMessage;
import jp.tsunagu.journal.Outgoing;
import jp.tsunagu.notification.NotificationApplication;
import jp.tsunagu.runtime.directory.DirectoryView;
import jp.tsunagu.runtime.inbox.Wire;
import jp.tsunagu.testing.DoorClient;
import jp.tsunagu.testing.DoorClient.Answer;
import jp.tsunagu.testing.Infrastructure;
import tools.jackson.databind.JsonNode;

/** The running service, with referral, follow-up and the directory played by the test. Its lanes are quicker than usual. */
final class House implements AutoCloseable {
  static final Duration SOON = Duration.ofSeconds(30);
  private static final List<String> LANES = List.of("--tsunagu.notification.lanes.sweep=100ms",
      "--tsunagu.notification.lanes.patience=5s", "--tsunagu.notification.lanes.away=3s", "--tsunagu.notification.lanes.rest=100ms",
      "--tsunagu.notification.lanes.longest=300ms", "--tsunagu.notification.gather=0s", "--tsunagu.notification.webhook.plain-http=true",
      "--tsunagu.notification.webhook.private-addresses=true");

  private final Path key = freshFile();
  final Hours clock = new Hours();
  final PostOffice post = new PostOffice();
  final Switchboard switchboard = new Switchboard();
  final Listener published;
  private final String name = "notification-" + UUID.randomUUID().toString().substring(0, 8);
  private final DoorClient door;
  private final KafkaProducer<String, byte[]> broker;
  private final Map<String, Long> sequences = new ConcurrentHashMap<>();
  private ConfigurableApplicationContext service;

  House() {
    service = start();
    published = new Listener();
    door = new DoorClient(() -> service.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
    broker = new KafkaProducer<>(Map.of("bootstrap.servers", Infrastructure.kafka()), new StringSerializer(), new ByteArraySerializer());
    Council.members().forEach(member -> tell("directory", "organisation-" + member.organisation(), member.organisation(), member));
    var view = service.getBean(DirectoryView.class);
    await().atMost(SOON).until(() -> view.all().size() == Council.members().size());
  }

  private ConfigurableApplicationContext start() {
    var arguments = new ArrayList<>(LANES);
    arguments.addAll(List.of("--tsunagu.notification.key-file=" + key, "--server.port=0",
        "--spring.mongodb.uri=" + Infrastructure.mongoUri(name),
        "--spring.mongodb.database=" + name,
        "--spring.cloud.stream.kafka.binder.brokers=" + Infrastructure.kafka(), "--tsunagu.instance=" + name,
        "--spring.cloud.stream.bindings.messages-in-0.group=" + name,
        "--spring.cloud.stream.bindings.directoryMessages-in-0.group=" + name + "-directory", "--logging.level.root=error",
        "--spring.mail.host=127.0.0.1", "--spring.mail.port=" + post.port(), "--tsunagu.services.identity=" + switchboard.url(),
        "--tsunagu.services.directory=" + switchboard.url(), "--tsunagu.client.secret=demo", "--tsunagu.issuer=https://tsunagu.example"));
    return new SpringApplicationBuilder(NotificationApplication.class, Surroundings.class)
        .initializers(context -> ((GenericApplicationContext) context).registerBean("clock", InstantSource.class, () -> clock))
        .properties("spring.config.name=notification").run(arguments.toArray(String[]::new));
  }

  /** The name of a file that is not there yet. */
  private static Path freshFile() {
    try {
      Path file = Files.createTempFile("notification-key", ".json");
      Files.delete(file);
      file.toFile().deleteOnExit();
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Between the two, the next one knows only what the first has stored. */
  void stop() {
    service.close();
  }

  void startAgain() {
    service = start();
  }

  String url() {
    return "http://localhost:" + service.getEnvironment().getRequiredProperty("local.server.port");
  }

  <T> T bean(Class<T> type) {
    return service.getBean(type);
  }

  // ---- what the other services do

  Outgoing<Message> journey(String caseId, Message body) {
    return tell("referral", "journey-" + caseId, caseId, body);
  }

  Outgoing<Message> caseFile(String caseId, Message body) {
    return tell("intake", "casefile-" + caseId, caseId, body);
  }

  /** A new case with a proposal to this worker of org05. */
  String tells(String worker) {
    String caseId = Council.newCase();
    journey(caseId, Council.proposed(caseId, worker));
    return caseId;
  }

  Outgoing<Message> watch(String caseId, Message body) {
    return tell("follow-up", "watch-" + caseId, caseId, body);
  }

  Outgoing<Message> journey(String caseId, Message body, Instant at) {
    return tell("referral", "journey-" + caseId, caseId, body, at);
  }

  private Outgoing<Message> tell(String publisher, String stream, String key, Message body) {
    return tell(publisher, stream, key, body, Council.NOW);
  }

  private Outgoing<Message> tell(String publisher, String stream, String key, Message body, Instant at) {
    long sequence = sequences.merge(stream, 1L, Long::sum);
    var message = new Outgoing<>(Outgoing.id(stream, sequence, 0), stream, key, sequence, true, at, body);
    deliver(publisher, message);
    return message;
  }

  void deliver(String publisher, Outgoing<Message> message) {
    var wire = new Wire();
    var record = new ProducerRecord<>("tsunagu." + publisher, message.key(), wire.body(message.body()));
    wire.headers(publisher, message).forEach((k, v) -> record.headers().add(k, v.getBytes(StandardCharsets.UTF_8)));
    var unused = broker.send(record);
    broker.flush();
  }

  // ---- what this one does

  /** A worker's notices about a case, oldest first. */
  List<JsonNode> notices(String worker, String caseId) {
    return get(worker, "/api/notices?caseId=" + caseId).body().at("/items").valueStream().toList().reversed();
  }

  /** When the first is there. */
  String noticeId(String worker, String caseId) {
    await().atMost(SOON).until(() -> !notices(worker, caseId).isEmpty());
    return notices(worker, caseId).getFirst().at("/noticeId").asString();
  }

  /** Published about a case so far, in few words: {@code NoticeDelivered EMAIL}. */
  List<String> told(String caseId) {
    return published.about(caseId).stream().map(House::inWords).toList();
  }

  private static String inWords(NotificationMessage message) {
    return switch (message) {
      case NotificationMessage.NoticeRaised m -> "raised " + m.kind() + " to " + m.recipient().worker();
      case NotificationMessage.NoticeDelivered m -> "delivered " + m.channel();
      case NotificationMessage.NoticeBounced m -> "bounced " + m.channel() + " " + m.reason();
      case NotificationMessage.NoticeRead m -> "read by " + m.by().worker();
      case NotificationMessage.NoticeClimbed m -> "climbed to " + m.to().worker();
      case NotificationMessage.NoticeOvertaken _ -> "overtaken";
      case NotificationMessage.NoticeAcknowledged m -> "acknowledged by " + m.by().worker();
    };
  }

  void awaitTold(String caseId, String... words) {
    await().atMost(SOON).untilAsserted(() -> assertThat(told(caseId)).contains(words));
  }

  Answer get(String token, String path) {
    return door.get(token, path);
  }

  Answer post(String token, String path, @Nullable String body) {
    return door.post(token, path, body);
  }

  Answer put(String token, String path, String body) {
    return door.send("PUT", token, path, body, Map.of());
  }

  Answer send(String method, String token, String path, @Nullable String body, Map<String, String> headers) {
    return door.send(method, token, path, body, headers);
  }

  @Override
  public void close() {
    broker.close();
    published.close();
    service.close();
    post.close();
    switchboard.close();
  }
}
