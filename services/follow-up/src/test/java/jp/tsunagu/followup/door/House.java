package jp.tsunagu.followup.door;

import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import jp.tsunagu.contracts.Absence;
import jp.tsunagu.contracts.DirectoryMessage;
import jp.tsunagu.contracts.OpeningHours;
import jp.tsunagu.contracts.DirectoryMessage.WorkerRole;
import jp.tsunagu.contracts.Message;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.contracts.ReferralMessage;
import jp.tsunagu.contracts.Step;
import jp.tsunagu.contracts.StepKind;
import jp.tsunagu.contracts.Urgency;
import jp.tsunagu.followup.FollowUpApplication;
import jp.tsunagu.followup.sweep.DueSweep;
import jp.tsunagu.journal.Outgoing;
import jp.tsunagu.runtime.directory.DirectoryView;
import jp.tsunagu.runtime.inbox.Inbox;
import jp.tsunagu.runtime.inbox.Wire;
import jp.tsunagu.runtime.journal.Journals;
import jp.tsunagu.testing.DoorClient;
import jp.tsunagu.testing.DoorClient.Answer;
import jp.tsunagu.testing.Infrastructure;

/** The service in its surroundings. Its own timer is asleep: tests sweep when they have moved the clock. */
final class House implements AutoCloseable {
  static final Party HOLDER = new Party("org05", "org05-1");

  /** So that a day's patience is a day. */
  private static final OpeningHours EVERY_DAY = new OpeningHours(
      Stream.of(DayOfWeek.values()).map(day -> new OpeningHours.Day(day, LocalTime.MIN, LocalTime.of(23, 59))).toList(), true, List.of());

  final ConfigurableApplicationContext service;
  final Publishers publishers;
  final HandClock clock;
  private final DoorClient door;
  private final KafkaProducer<String, byte[]> broker;
  private final String name = "follow-up-" + UUID.randomUUID().toString().substring(0, 8);

  House() {
    service = new SpringApplicationBuilder(FollowUpApplication.class, Surroundings.class).properties("spring.config.name=follow-up").run(
        "--server.port=0", "--spring.mongodb.uri=" + Infrastructure.mongoUri(name), "--spring.mongodb.database=" + name,
        "--spring.cloud.stream.kafka.binder.brokers=" + Infrastructure.kafka(), "--tsunagu.instance=" + name,
        "--spring.cloud.stream.bindings.messages-in-0.group=" + name,
        "--spring.cloud.stream.bindings.directoryMessages-in-0.group=" + name + "-directory", "--tsunagu.follow-up.sweep.every=1d",
        "--logging.level.root=error");
    publishers = service.getBean(Publishers.class);
    clock = service.getBean(HandClock.class);
    door = new DoorClient(() -> service.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
    broker = new KafkaProducer<>(Map.of("bootstrap.servers", Infrastructure.kafka()), new StringSerializer(), new ByteArraySerializer());
    for (String organisation : List.of("org05", "org08", "city")) tellOf(organisation);
    var view = service.getBean(DirectoryView.class);
    await().atMost(Duration.ofSeconds(30)).until(() -> view.all().size() == 3);
  }

  private void tellOf(String organisation) {
    var workers = List.of(worker(organisation, "-1", "-2", WorkerRole.CASEWORKER), worker(organisation, "-2", "-1", WorkerRole.CASEWORKER),
        worker(organisation, "-m", null, WorkerRole.MANAGER));
    boolean city = organisation.equals("city");
    var all = new java.util.ArrayList<>(workers);
    if (city)
      all.add(new DirectoryMessage.Worker("secretariat", "city", Set.of(WorkerRole.SECRETARIAT), null, null, null,
          DirectoryMessage.WorkerState.ACTIVE));
    var body = new DirectoryMessage.Organisation(organisation, organisation, true, true, city, List.of(), all, EVERY_DAY);
    String stream = "organisation-" + organisation;
    send("directory", new Outgoing<>(Outgoing.id(stream, 1, 0), stream, organisation, 1, true, clock.instant(), body));
  }

  /** A new worker of org05 who is leaving; so far only the directory knows. */
  void leaves(String worker) {
    var leaving = new DirectoryMessage.Worker(worker, "org05", Set.of(WorkerRole.CASEWORKER), null, null, null,
        DirectoryMessage.WorkerState.LEAVING);
    var all = new java.util.ArrayList<>(service.getBean(DirectoryView.class).organisation("org05").orElseThrow().workers());
    all.add(leaving);
    var body = new DirectoryMessage.Organisation("org05", "org05", true, true, false, List.of(), all);
    publishers.record("organisation-org05", "org05", clock, body, body); // the second is version 2, newer than the one sent
  }

  /** So far only the directory and this house know. */
  void isAway(String worker, Absence absence) {
    var view = service.getBean(DirectoryView.class);
    var known = view.organisation("org05").orElseThrow();
    var workers = known.workers().stream().map(w -> w.worker().equals(worker)
        ? new DirectoryMessage.Worker(worker, "org05", w.roles(), w.unit(), w.deputy(), w.manager(), w.state(), List.of(absence))
        : w).toList();
    var body = new DirectoryMessage.Organisation("org05", "org05", true, true, false, List.of(), workers, known.hours());
    publishers.record("organisation-org05", "org05", clock, body, body);
    service.getBean(Inbox.class).catchUp("directory", "organisation-org05"); // the topic is every test's
  }

  private static DirectoryMessage.Worker worker(String organisation, String one, @Nullable String deputy, WorkerRole role) {
    return new DirectoryMessage.Worker(organisation + one, organisation, Set.of(role), null, deputy == null ? null : organisation + deputy,
        organisation + "-m", DirectoryMessage.WorkerState.ACTIVE);
  }

  // ---- what the other services do

  /** A new case at {@code org05-1}, next step in two days; so far only in the journey's own journal. */
  String journey() {
    return journey(Urgency.NORMAL);
  }

  String journey(Urgency urgency) {
    String caseId = "c-" + UUID.randomUUID().toString().substring(0, 8);
    journey(caseId, new ReferralMessage.JourneyOpened(caseId, HOLDER, urgency),
        new ReferralMessage.StepsPlanned(caseId, HOLDER, List.of(nextStep(Duration.ofDays(2)))));
    return caseId;
  }

  List<Outgoing<Message>> journey(String caseId, Message... bodies) {
    return publishers.record("journey-" + caseId, caseId, clock, bodies);
  }

  Step nextStep(Duration in) {
    return new Step("next-step", StepKind.NEXT_STEP, "org05", "org05-1", clock.in(in), null, null);
  }

  /** Over the broker, as everything comes in the end. */
  void send(String publisher, Outgoing<Message> message) {
    var wire = new Wire();
    var record = new ProducerRecord<>("tsunagu." + publisher, message.key(), wire.body(message.body()));
    wire.headers(publisher, message).forEach((k, v) -> record.headers().add(k, v.getBytes(StandardCharsets.UTF_8)));
    broker.send(record);
    broker.flush();
  }

  // ---- what this one does

  int sweep() {
    return service.getBean(DueSweep.class).run();
  }

  /** What it has published or will publish about a case. */
  List<Message> published(String caseId) {
    return service.getBean(Journals.class).messages("watch-" + caseId, 0).stream().map(Outgoing::body).toList();
  }

  <M extends Message> List<M> published(String caseId, Class<M> type) {
    return published(caseId).stream().filter(type::isInstance).map(type::cast).toList();
  }

  Answer get(String token, String path) {
    return door.get(token, path);
  }

  Answer post(String token, String path, String body) {
    return door.post(token, path, body);
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
