package jp.tsunagu.notification.channel.webhook;

import java.time.Duration;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

import com.mongodb.client.MongoDatabase;

import jp.tsunagu.notification.channel.Wording;
import jp.tsunagu.notification.seal.KeyGiven;
import jp.tsunagu.notification.seal.Sealing;
import tools.jackson.databind.json.JsonMapper;

/** Without a key to seal addresses with there is no such channel. */
@Configuration(proxyBeanMethods = false)
@Conditional(KeyGiven.class)
@EnableConfigurationProperties(WebhookRules.class)
class WebhookConfiguration {
  @Bean
  Webhooks webhooks(MongoDatabase database, Sealing sealing) {
    return new Webhooks(database, sealing);
  }

  @Bean
  Receivers receivers(WebhookRules rules, @Value("${tsunagu.notification.lanes.at-once}") int atOnce) {
    return new Receivers(rules.privateAddresses(), atOnce);
  }

  @Bean
  WebhookCarrier webhook(Webhooks webhooks, Receivers receivers, Wording wording, JsonMapper json,
      @Value("${tsunagu.notification.lanes.patience}") Duration patience) {
    return new WebhookCarrier(webhooks, receivers, new WebhookBody(wording, json), patience);
  }
}
