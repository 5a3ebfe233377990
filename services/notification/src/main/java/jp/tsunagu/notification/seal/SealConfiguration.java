package jp.tsunagu.notification.seal;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SealConfiguration {
  @Bean
  @Conditional(KeyGiven.class)
  Sealing sealing(@Value("${tsunagu.notification.key:}") String given, @Value("${tsunagu.notification.key-file:}") String file) {
    return Sealing.of(given, file);
  }
}
