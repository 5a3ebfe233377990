package jp.tsunagu.runtime.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.cloud.stream.binder.kafka.properties.KafkaBinderConfigurationProperties;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ClassPathResource;

import com.mongodb.MongoClientSettings;

import jp.tsunagu.testing.SelfSigned;

/** What a cluster says in a service's environment, and nowhere else, reaches whoever speaks to the broker and to the store. */
class ClusterSettingsTest {
  private static final String BROKERS = "broker:9093";
  private static final Map<String, Object> BROKER = Map.of("SPRING_KAFKA_SECURITY_PROTOCOL", "SSL", "SPRING_KAFKA_SSL_KEYSTORELOCATION",
      "file:/etc/tsunagu/kafka/user.p12", "SPRING_KAFKA_SSL_KEYSTORETYPE", "PKCS12", "SPRING_KAFKA_SSL_KEYSTOREPASSWORD", "its password",
      "SPRING_KAFKA_SSL_TRUSTSTORELOCATION", "file:/etc/tsunagu/kafka/ca.crt", "SPRING_KAFKA_SSL_TRUSTSTORETYPE", "PEM");
  private static final Map<String, Object> TLS = Map.of("security.protocol", "SSL", "ssl.keystore.location", "/etc/tsunagu/kafka/user.p12",
      "ssl.keystore.type", "PKCS12", "ssl.keystore.password", "its password", "ssl.truststore.location", "/etc/tsunagu/kafka/ca.crt",
      "ssl.truststore.type", "PEM");

  private final KafkaProperties kafka = Binder.get(environment(BROKER)).bind("spring.kafka", KafkaProperties.class).get();

  @Test
  void declaresTopicsAndAsksForLagsOverTls() {
    assertThat(new StreamsConfiguration().topics(kafka, BROKERS).getConfigurationProperties()).containsAllEntriesOf(TLS)
        .containsEntry("bootstrap.servers", BROKERS);
  }

  @Test
  void relaysOverTls() {
    assertThat(StreamsConfiguration.relaySettings(kafka, "intake", BROKERS)).containsAllEntriesOf(TLS)
        .containsEntry("bootstrap.servers", BROKERS).containsEntry("acks", "all").containsEntry("client.id", "relay-intake");
  }

  @Test
  void readsOverTls() {
    try (var empty = new GenericApplicationContext()) {
      empty.refresh();
      var binder = new KafkaBinderConfigurationProperties(kafka,
          empty.getBeanProvider(org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails.class));
      assertThat(binder.mergedConsumerConfiguration()).containsAllEntriesOf(TLS);
    }
  }

  /** {@code TSUNAGU_KAFKA} looks like the whole of {@code tsunagu.kafka}. */
  @Test
  void isNotConfusedByTheBrokersAddress() throws IOException {
    var environment = environment(Map.of("TSUNAGU_KAFKA", BROKERS, "TSUNAGU_KAFKA_DECLARE", "false", "TSUNAGU_SERVICE", "intake"));
    new YamlPropertySourceLoader().load("defaults", new ClassPathResource("tsunagu-defaults.yml")).forEach(
        environment.getPropertySources()::addLast);
    assertThat(Binder.get(environment).bind("tsunagu", TsunaguProperties.class).get().kafka())
        .isEqualTo(new TsunaguProperties.Kafka(12, (short) 1));
    assertThat(environment.getProperty("spring.cloud.stream.kafka.binder.brokers")).isEqualTo(BROKERS);
    assertThat(environment.getProperty("spring.cloud.stream.kafka.binder.auto-create-topics", Boolean.class)).isFalse();
  }

  @Test
  void storesOverTls(@TempDir Path folder) {
    Path authority = SelfSigned.in(folder, List.of("dns:store")).certificate();
    Map<String, Object> store = Map.of("SPRING_MONGODB_URI", "mongodb://user:word@store:27017/admin?replicaSet=rs&ssl=true",
        "SPRING_MONGODB_SSL_BUNDLE", "mongo", "SPRING_SSL_BUNDLE_PEM_MONGO_TRUSTSTORE_CERTIFICATE", "file:" + authority);
    new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(SslAutoConfiguration.class, MongoAutoConfiguration.class))
        .withInitializer(context -> context.getEnvironment().getPropertySources().addFirst(
            new SystemEnvironmentPropertySource("given-systemEnvironment", store)))
        .run(context -> {
          var client = MongoClientSettings.builder();
          context.getBeansOfType(MongoClientSettingsBuilderCustomizer.class).values().forEach(settings -> settings.customize(client));
          var ssl = client.build().getSslSettings();
          assertThat(ssl.isEnabled()).isTrue();
          assertThat(ssl.isInvalidHostNameAllowed()).isFalse();
          assertThat(ssl.getContext()).as("trusts the store's own authority").isNotNull();
        });
  }

  private static StandardEnvironment environment(Map<String, Object> variables) {
    var environment = new StandardEnvironment();
    environment.getPropertySources().addFirst(new SystemEnvironmentPropertySource("given-systemEnvironment", variables));
    return environment;
  }
}
