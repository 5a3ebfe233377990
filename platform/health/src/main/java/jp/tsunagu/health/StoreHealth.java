package jp.tsunagu.health;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

import org.bson.Document;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroupsPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

import com.mongodb.MongoSecurityException;
import com.mongodb.client.MongoClient;

/** For every program with a store: it waits for it at its start, and goes on looking after it. */
@AutoConfiguration
public class StoreHealth {
  private static final Duration EVERY = Duration.ofSeconds(3);

  /** Before anybody gets hold of the client: indexes and keys are made and read while the beans are. */
  @Bean
  static BeanPostProcessor awaitedStore(Environment environment) {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof MongoClient client)
          new Waiting(need(client), MongoSecurityException.class::isInstance).untilThere(WaitingRoom.at(environment));
        return bean;
      }
    };
  }

  @Bean
  Watch store(MongoClient client) {
    return Watch.over(need(client), EVERY, () -> {});
  }

  /** Other services are named among what this one depends on, but their health is not its own. */
  @Bean
  HealthEndpointGroupsPostProcessor ownHealth() {
    return new OwnHealth("services");
  }

  private static Need need(MongoClient client) {
    String where = client.getClusterDescription().getClusterSettings().getHosts().stream()
        .map(host -> host.getHost() + ":" + host.getPort()).collect(Collectors.joining(","));
    return new Need("store", where, () -> client.getDatabase("admin").runCommand(new Document(Map.of("hello", 1))));
  }
}
