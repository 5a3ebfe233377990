package jp.tsunagu.runtime.boot;

import java.time.Duration;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.kafka.core.KafkaAdmin;

import jp.tsunagu.health.StoreHealth;
import jp.tsunagu.health.WaitingRoom;
import jp.tsunagu.health.Watch;
import jp.tsunagu.runtime.calls.ServiceClients;
import jp.tsunagu.runtime.health.AwaitedBroker;
import jp.tsunagu.runtime.health.Broker;
import jp.tsunagu.runtime.health.Neighbours;
import jp.tsunagu.runtime.relay.Refill;

/** What a service needs, whether it is there, and how it waits for it. */
@AutoConfiguration(after = {StoreHealth.class, StreamsConfiguration.class})
@ConditionalOnProperty("tsunagu.service")
public class HealthConfiguration {
  private static final Duration EVERY = Duration.ofSeconds(5);

  /** A broker that comes back may have lost everything, our topic too. */
  @Bean
  Watch broker(Broker asked, KafkaAdmin topics, Refill refill) {
    return Watch.over(asked.need(), EVERY, () -> {
      topics.initialize();
      refill.again();
    });
  }

  @Bean
  AwaitedBroker awaitedBroker(Broker asked, KafkaAdmin topics, Environment environment) {
    return new AwaitedBroker(asked, WaitingRoom.at(environment), topics::initialize);
  }

  @Bean
  Neighbours services(TsunaguProperties properties, ServiceClients clients) {
    return new Neighbours(properties.calls(), clients::address);
  }
}
