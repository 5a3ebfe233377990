package jp.tsunagu.referral.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jp.tsunagu.contracts.AnswerTimes;
import jp.tsunagu.contracts.ConsentItem;
import jp.tsunagu.contracts.DirectoryMessage;
import jp.tsunagu.contracts.DirectoryMessage.WorkerRole;
import jp.tsunagu.contracts.DirectoryMessage.WorkerState;
import jp.tsunagu.contracts.FollowUpMessage;
import jp.tsunagu.contracts.IntakeMessage;
import jp.tsunagu.contracts.Message;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.contracts.Urgency;
import jp.tsunagu.journal.Outgoing;
import jp.tsunagu.referral.ReferralApplication;
import jp.tsunagu.runtime.directory.DirectoryView;
import jp.tsunagu.runtime.inbox.Wire;
import jp.tsunagu.runtime.journal.Journals;
import jp.tsunagu.testing.DoorClient;
import jp.tsunagu.testing.DoorClient.Answer;
import jp.tsunagu.testing.Infrastructure;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The running service on the real broker and store, with intake and the directory played by the test. */
final class House implements AutoCloseable {
  private static final List<String> ORGANISATIONS = List.of("org02", "org05", "org06", "org14", "city");

  final ConfigurableApplicationContext service;
  final Neighbours neighbours;
  private final DoorClient door;
  private final KafkaProducer<String, byte[]> broker;

  House() {
    String name = "referral-" + UUID.randomUUID().toString().substring(0, 8);
    service = new SpringApplicationBuilder(ReferralApplication.class, Surroundings.class).properties("spring.config.name=referral").run(
        "--server.port=0", "--spring.mongodb.uri=" + Infrastructure.mongoUri(name), "--spring.mongodb.database=" + name,
        "--spring.cloud.stream.kafka.binder.brokers=" + Infrastructure.kafka(), "--tsunagu.instance=" + name,
        "--spring.cloud.stream.bindings.messages-in-0.group=" + name,
        "--spring.cloud.stream.bindings.directoryMessages-in-0.group=" + name + "-directory", "--logging.level.root=error");
    neighbours = service.getBean(Neighbours.class);
    door = new DoorClient(() -> service.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
    broker = new KafkaProducer<>(Map.of("bootstrap.servers", Infrastructure.kafka()), new StringSerializer(), new ByteArraySerializer());
    ORGANISATIONS.forEach(o -> send("directory", neighbours.record("organisation-" + o, o, organisation(o, List.of()))));
    var view = service.getBean(DirectoryView.class);
    await().atMost(Duration.ofSeconds(30)).until(() -> view.all().size() == ORGANISATIONS.size());
  }

  // ---- what the other services do

  private static DirectoryMessage.Organisation organisation(String id, List<DirectoryMessage.Worker> more) {
    var workers = new ArrayList<>(more);
    for (String one : List.of("-1", "-2")) workers.add(worker(id, id + one, WorkerRole.CASEWORKER, WorkerState.ACTIVE));
    workers.add(worker(id, id + "-m", WorkerRole.MANAGER, WorkerState.ACTIVE));
    boolean city = id.equals("city");
    if (city) workers.add(worker(id, "secretariat", WorkerRole.SECRETARIAT, WorkerState.ACTIVE));
    return new DirectoryMessage.Organisation(id, id, true, !id.equals("org02"), city, List.of(), workers, null, null,
        id.equals("org06") ? new AnswerTimes(null, "2h", "5h") : null);
  }

  private static DirectoryMessage.Worker worker(String organisation, String id, WorkerRole role, WorkerState state) {
    return new DirectoryMessage.Worker(id, organisation, Set.of(role), null, null, null, state);
  }

  /** A new worker of org05 who is leaving; so far only the directory knows. */
  void leaves(String worker) {
    neighbours.record("organisation-org05", "org05",
        organisation("org05", List.of(worker("org05", worker, WorkerRole.CASEWORKER, WorkerState.LEAVING))));
  }

  /** {@code org05-1} opens a case; so far only intake knows. */
  String opened() {
    String caseId = "c-" + UUID.randomUUID().toString().substring(0, 8);
    neighbours.record("casefile-" + caseId, caseId,
        new IntakeMessage.CaseOpened(caseId, new Party("org05", "org05-1"), Urgency.NORMAL, "WALK_IN"));
    return caseId;
  }

  String consented(String caseId, String recipient) {
    String consentId = "k-" + UUID.randomUUID().toString().substring(0, 8);
    neighbours.record("casefile-" + caseId, caseId,
        new IntakeMessage.ConsentGiven(caseId, consentId, recipient, List.of(ConsentItem.NAME), LocalDate.of(2026, 4, 1)));
    return consentId;
  }

  void withdrawn(String caseId, String consentId, String recipient) {
    send("intake", neighbours.record("casefile-" + caseId, caseId, new IntakeMessage.ConsentWithdrawn(caseId, consentId, recipient)));
  }

  /** Follow-up planned a check-in; what else it noted of the case has not come over the broker and is missing before it. */
  void checkInPlanned(String caseId, String organisation, String dueOn) {
    neighbours.record("watch-" + caseId, caseId, new FollowUpMessage.JourneyFollowed(caseId, 1));
    send("follow-up", neighbours.record("watch-" + caseId, caseId,
        new FollowUpMessage.CheckInPlanned(caseId, "i-" + dueOn, LocalDate.parse(dueOn), organisation, organisation + "-1")));
  }

  private void send(String publisher, Outgoing<Message> message) {
    var wire = new Wire();
    var record = new ProducerRecord<>("tsunagu." + publisher, message.key(), wire.body(message.body()));
    wire.headers(publisher, message).forEach((k, v) -> record.headers().add(k, v.getBytes(StandardCharsets.UTF_8)));
    var unused = broker.send(record);
    broker.flush();
  }

  // ---- what this one does

  /** The kinds of messages it has published or will publish about a case. */
  List<String> told(String caseId) {
    return service.getBean(Journals.class).messages("journey-" + caseId, 0).stream().map(m -> m.body().getClass().getSimpleName()).toList();
  }

  List<Message> messages(String caseId) {
    return service.getBean(Journals.class).messages("journey-" + caseId, 0).stream().map(Outgoing::body).toList();
  }

  Answer get(String token, String path) {
    return door.get(token, path);
  }

  Answer post(String token, String path, String body) {
    return door.post(token, path, body);
  }

  /** Posts what has to be taken. */
  Answer done(String token, String path, String body) {
    var answer = post(token, path, body);
    assertThat(answer.status()).as("%s %s", path, answer.body()).isIn(200, 201);
    return answer;
  }

  Answer send(String method, String token, String path, @Nullable String body, Map<String, String> headers) {
    return door.send(method, token, path, body, headers);
  }

  @Override
  public void close() {
    broker.close();
    service.close();
  }
}
