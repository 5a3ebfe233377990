package jp.tsunagu.intake.door;

import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import jp.tsunagu.contracts.DirectoryMessage;
import jp.tsunagu.contracts.Message;
import jp.tsunagu.intake.IntakeApplication;
import jp.tsunagu.journal.Outgoing;
import jp.tsunagu.runtime.directory.DirectoryView;
import jp.tsunagu.runtime.inbox.Wire;
import jp.tsunagu.testing.DoorClient;
import jp.tsunagu.testing.DoorClient.Answer;
import jp.tsunagu.testing.Infrastructure;

/** The running service on the real broker and store, with the journey's and the directory's services played by the test. */
final class Desk implements AutoCloseable {
  final String database = "intake-" + UUID.randomUUID().toString().substring(0, 8);
  final ConfigurableApplicationContext service;
  final Journeys journeys;
  private final DoorClient door;
  private final KafkaProducer<String, byte[]> broker;
  private final Map<String, DirectoryMessage.LetIn> letters = new ConcurrentHashMap<>();
  private final AtomicLong told = new AtomicLong(10);

  Desk() {
    service = new SpringApplicationBuilder(IntakeApplication.class, Surroundings.class).properties("spring.config.name=intake").run(
        "--server.port=0",
        "--spring.mongodb.uri=" + Infrastructure.mongoUri(database), "--spring.mongodb.database=" + database,
        "--spring.cloud.stream.kafka.binder.brokers=" + Infrastructure.kafka(), "--tsunagu.instance=" + database,
        "--tsunagu.intake.vault-database=" + database + "-vault", "--tsunagu.intake.master-key-file=" + masterKey(),
        "--spring.cloud.stream.bindings.messages-in-0.group=" + database,
        "--spring.cloud.stream.bindings.ownMessages-in-0.group=" + database + "-own",
        "--spring.cloud.stream.bindings.letterMessages-in-0.group=" + database + "-letters",
        "--spring.cloud.stream.bindings.directoryMessages-in-0.group=" + database + "-directory");
    journeys = service.getBean(Journeys.class);
    door = new DoorClient(() -> service.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
    broker = new KafkaProducer<>(Map.of("bootstrap.servers", Infrastructure.kafka()), new StringSerializer(), new ByteArraySerializer());
    for (String organisation : List.of("org05", "org08", "org15", "city")) tellOf(organisation, true, 1);
    tellOf("org99", false, 1);
    var view = service.getBean(DirectoryView.class);
    await().until(() -> view.all().size() == 5);
  }

  private static Path masterKey() {
    try {
      return Files.createTempDirectory("master-key").resolve("master-key.json");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** It takes part no longer. */
  void leaves(String organisation) {
    tellOf(organisation, false, 2);
    await().until(
        () -> service.getBean(DirectoryView.class).organisation(organisation).filter(DirectoryMessage.Organisation::active).isEmpty());
  }

  /** A log-in letter was written, and the directory tells so. */
  void letsIn(String reader, String writer, Instant at) {
    letters.put(reader, new DirectoryMessage.LetIn(writer, at));
    tellOf(reader.substring(0, reader.indexOf('-')), true, told.incrementAndGet());
  }

  private void tellOf(String organisation, boolean active, long sequence) {
    var workers = List.of("-1", "-2", "-3", "-m").stream().map(n -> new DirectoryMessage.Worker(organisation + n, organisation,
        Set.of(n.equals("-m") ? DirectoryMessage.WorkerRole.MANAGER : DirectoryMessage.WorkerRole.CASEWORKER), null, null, null,
        DirectoryMessage.WorkerState.ACTIVE, null, letters.get(organisation + n))).toList();
    var body = new DirectoryMessage.Organisation(organisation, organisation, active, true, organisation.equals("city"), List.of(), workers);
    String stream = "organisation-" + organisation;
    publish("directory", new Outgoing<>(Outgoing.id(stream, sequence, 0), stream, organisation, sequence, true, Surroundings.NOW, body));
  }

  void publish(String service, Outgoing<Message> message) {
    var wire = new Wire();
    var record = new ProducerRecord<>("tsunagu." + service, message.key(), wire.body(message.body()));
    wire.headers(service, message).forEach((k, v) -> record.headers().add(k, v.getBytes(StandardCharsets.UTF_8)));
    broker.send(record);
    broker.flush();
  }

  Answer get(String worker, String path) {
    return door.get(worker, path);
  }

  Answer post(String worker, String path, String body) {
    return door.post(worker, path, body);
  }

  /** @param worker also serves as the token, see {@link Surroundings} */
  Answer send(String method, String worker, String path, @Nullable String body, Map<String, String> headers) {
    return door.send(method, worker, path, body, headers);
  }

  @Override
  public void close() {
    broker.close();
    service.close();
  }
}
