package jp.tsunagu.runtime.boot;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.cloud.stream.config.ListenerContainerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.messaging.Message;
import org.springframework.security.oauth2.client.AuthorizedClientServiceOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.InMemoryOAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientProviderBuilder;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.client.OAuth2ClientHttpRequestInterceptor;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.util.backoff.FixedBackOff;

import com.mongodb.client.MongoDatabase;

import io.micrometer.observation.ObservationRegistry;
import io.opentelemetry.api.trace.Tracer;

import jp.tsunagu.health.Watch;
import jp.tsunagu.runtime.calls.JournalClient;
import jp.tsunagu.runtime.calls.ServiceClients;
import jp.tsunagu.runtime.directory.DirectoryAfresh;
import jp.tsunagu.runtime.directory.DirectoryView;
import jp.tsunagu.runtime.health.Broker;
import jp.tsunagu.runtime.inbox.Inbox;
import jp.tsunagu.runtime.inbox.ParkingController;
import jp.tsunagu.runtime.inbox.ParkingLot;
import jp.tsunagu.runtime.inbox.PublisherJournals;
import jp.tsunagu.runtime.inbox.Wire;
import jp.tsunagu.runtime.journal.JournalController;
import jp.tsunagu.runtime.journal.JournalStore;
import jp.tsunagu.runtime.journal.Journals;
import jp.tsunagu.runtime.journal.MongoJournal;
import jp.tsunagu.runtime.pipeline.ChannelState;
import jp.tsunagu.runtime.pipeline.Lags;
import jp.tsunagu.runtime.pipeline.OwnPipeline;
import jp.tsunagu.runtime.pipeline.PipelineController;
import jp.tsunagu.runtime.pipeline.PipelineMetrics;
import jp.tsunagu.runtime.pipeline.Readers;
import jp.tsunagu.runtime.relay.KafkaPublisher;
import jp.tsunagu.runtime.relay.MongoLeases;
import jp.tsunagu.runtime.relay.Refill;
import jp.tsunagu.runtime.relay.RelayRunner;
import jp.tsunagu.runtime.relay.StoreClock;
import jp.tsunagu.runtime.trace.Traces;
import jp.tsunagu.runtime.vault.AskedKeys;
import jp.tsunagu.runtime.vault.KeptSeals;
import jp.tsunagu.runtime.vault.Seals;

/** The way through: journal, relay, inbox, the directory's view, and the calls that mend holes. */
@AutoConfiguration(afterName = "org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration", after = DoorConfiguration.class)
@ConditionalOnProperty("tsunagu.service")
public class StreamsConfiguration {
  /** How often a consumer tells the broker how far it is: what is given again after a crash is recognised by its sequence. */
  private static final Duration OFFSETS = Duration.ofSeconds(1);
  /** How long another service keeps a person's key in memory. */
  private static final Duration KEYS = Duration.ofMinutes(5);

  @Bean
  @ConditionalOnMissingBean
  MongoDatabase database(MongoDatabaseFactory factory) {
    return factory.getMongoDatabase();
  }

  @Bean
  Wire wire() {
    return new Wire();
  }

  @Bean
  Traces traces(Tracer tracer) {
    return new Traces(tracer);
  }

  // ---- out ----

  /** Where topics are somebody else's to make (in a cluster: with more copies, and by whoever may), a service only uses them. */
  @Bean
  @ConditionalOnProperty(name = "tsunagu.kafka.declare", matchIfMissing = true)
  KafkaAdmin.NewTopics topic(TsunaguProperties properties) {
    TopicBuilder topic = TopicBuilder.name(KafkaPublisher.topic(properties.service())).partitions(properties.kafka().partitions())
        .replicas(properties.kafka().replication());
    if (properties.service().equals("directory")) topic.config(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
    else
      topic.config(TopicConfig.RETENTION_MS_CONFIG, "-1");
    return new KafkaAdmin.NewTopics(topic.build());
  }

  /** {@code spring.kafka} says how to speak to the broker (TLS, who we are), here and to the binder's consumers alike. */
  @Bean
  KafkaAdmin topics(KafkaProperties kafka, @Value("${spring.cloud.stream.kafka.binder.brokers}") String brokers) {
    Map<String, Object> settings = kafka.buildAdminProperties();
    settings.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, brokers);
    var admin = new KafkaAdmin(settings);
    admin.setAutoCreate(false); // when there is a broker, see HealthConfiguration: here nobody would wait for it with patience
    admin.setFatalIfBrokerNotAvailable(false);
    admin.setOperationTimeout(20);
    return admin;
  }

  @Bean
  KafkaPublisher publisher(TsunaguProperties properties, Wire wire, Traces traces, KafkaAdmin topics, KafkaProperties kafka,
      @Value("${spring.cloud.stream.kafka.binder.brokers}") String brokers) {
    Map<String, Object> settings = relaySettings(kafka, properties.service(), brokers);
    return new KafkaPublisher(new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer()), properties.service(), wire,
        traces);
  }

  static Map<String, Object> relaySettings(KafkaProperties kafka, String service, String brokers) {
    Map<String, Object> settings = kafka.buildProducerProperties();
    settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers);
    settings.put(ProducerConfig.CLIENT_ID_CONFIG, "relay-" + service);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 2); // a commit's messages travel together, and are taken in together
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 30_000);
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 15_000);
    return settings;
  }

  @Bean
  StoreClock storeClock(MongoDatabase database) {
    return new StoreClock(database);
  }

  @Bean
  MongoLeases relayLeases(MongoDatabase database, StoreClock clock, TsunaguProperties properties) {
    return new MongoLeases(database, clock, "relay", MongoJournal.BUCKETS, properties.instance());
  }

  @Bean
  @ConditionalOnMissingBean
  Seals seals(ServiceClients clients) {
    return new KeptSeals(new AskedKeys(clients), KEYS);
  }

  @Bean
  Journals journals(MongoDatabase database, KafkaPublisher publisher, MongoLeases relayLeases, Seals seals) {
    return new Journals(new JournalStore(database, seals), publisher, relayLeases);
  }

  @Bean
  @ConditionalOnMissingBean
  JournalController.FirstNews firstNews() {
    return stream -> {};
  }

  @Bean
  JournalController journalController(Journals journals, Wire wire, TsunaguProperties properties, JournalController.FirstNews firstNews) {
    return new JournalController(journals, wire, properties.service(), firstNews);
  }

  @Bean
  Broker askedBroker(KafkaAdmin topics) {
    return new Broker(topics.getConfigurationProperties());
  }

  @Bean
  Refill refill(MongoDatabase database, Broker broker, Journals journals, TsunaguProperties properties) {
    return new Refill(database, KafkaPublisher.topic(properties.service()), broker::topicId, journals::republish);
  }

  @Bean
  RelayRunner relayRunner(MongoLeases relayLeases, Journals journals, Inbox inbox, Refill refill, TsunaguProperties properties) {
    return new RelayRunner(relayLeases, journals::drain, journals::sweep, inbox::settle, () -> {
      refill.look();
      inbox.replayPassing();
    }, properties.relay().sweep(), properties.relay().renew());
  }

  // ---- in ----

  @Bean
  ParkingLot parkingLot(MongoDatabase database) {
    return new ParkingLot(database);
  }

  @Bean
  @ConditionalOnMissingBean
  PublisherJournals publisherJournals(ServiceClients clients) {
    return new JournalClient(clients);
  }

  @Bean
  Inbox inbox(MongoDatabase database, PublisherJournals publishers, ParkingLot parking, Wire wire, Traces traces,
      InstantSource clock) {
    return new Inbox(database, publishers, parking, wire, traces, clock);
  }

  @Bean
  ParkingController parkingController(ParkingLot parking, Inbox inbox) {
    return new ParkingController(parking, inbox);
  }

  /** The function only throws when the store is away; then the record is asked for again until it can be kept. */
  @Bean
  ListenerContainerCustomizer<AbstractMessageListenerContainer<?, ?>> untilItIsKept(Readers readers,
      ObjectProvider<PipelineMetrics> metrics) {
    return (container, destination, group) -> {
      Readers.Reader reader = readers.add(container);
      metrics.ifAvailable(m -> m.watch(reader.group(), reader.topics()));
      container.setCommonErrorHandler(new DefaultErrorHandler(new FixedBackOff(500, FixedBackOff.UNLIMITED_ATTEMPTS)));
      container.getContainerProperties().setAckTime(OFFSETS.toMillis());
    };
  }

  @Bean
  DirectoryView directoryView(MongoDatabase database) {
    return new DirectoryView(database);
  }

  @Bean
  @ConditionalOnProperty(name = "tsunagu.directory.view", matchIfMissing = true)
  java.util.function.Consumer<Message<List<byte[]>>> directoryMessages(Inbox inbox, DirectoryView view) {
    return inbox.projection("directory-view", view);
  }

  @Bean
  @ConditionalOnProperty(name = "tsunagu.directory.view", matchIfMissing = true)
  DirectoryAfresh directoryAfresh(DirectoryView view, PublisherJournals publishers, ServiceClients clients, Wire wire) {
    return new DirectoryAfresh(view, publishers, clients, wire);
  }

  // ---- how it is doing ----

  @Bean
  Readers readers() {
    return new Readers();
  }

  @Bean
  @ConditionalOnMissingBean
  ChannelState.Known channelStates() {
    return List::of;
  }

  @Bean
  OwnPipeline ownPipeline(TsunaguProperties properties, Journals journals, KafkaAdmin topics, Readers readers, ParkingLot parking,
      ChannelState.Known channels) {
    var build = new OwnPipeline.Build(properties.build().version(), properties.build().commit());
    return new OwnPipeline(build, journals, new Lags(topics.getConfigurationProperties(), readers), parking, channels);
  }

  @Bean
  PipelineMetrics pipelineMetrics(OwnPipeline pipeline, ApplicationAvailability availability, Watch store, InstantSource clock) {
    return new PipelineMetrics(pipeline::now,
        () -> availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC && store.isThere(), clock);
  }

  @Bean
  PipelineController pipelineController(OwnPipeline pipeline) {
    return new PipelineController(pipeline);
  }

  // ---- between services ----

  @Bean
  ServiceClients serviceClients(TsunaguProperties properties, ObservationRegistry observations) {
    ClientRegistration self = ClientRegistration.withRegistrationId("self").clientId("service-" + properties.service())
        .clientSecret(properties.client().secret()).authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
        .tokenUri(properties.services().get("identity") + "/oauth2/token").build();
    var registrations = new InMemoryClientRegistrationRepository(self);
    var manager = new AuthorizedClientServiceOAuth2AuthorizedClientManager(registrations,
        new InMemoryOAuth2AuthorizedClientService(registrations));
    manager.setAuthorizedClientProvider(OAuth2AuthorizedClientProviderBuilder.builder().clientCredentials().build());
    var interceptor = new OAuth2ClientHttpRequestInterceptor(manager);
    interceptor.setClientRegistrationIdResolver(request -> "self");
    interceptor.setPrincipalResolver(request -> new org.springframework.security.authentication.AnonymousAuthenticationToken("service",
        "service-" + properties.service(), org.springframework.security.core.authority.AuthorityUtils.createAuthorityList("SERVICE")));
    return new ServiceClients(properties.services(), interceptor, observations);
  }
}
