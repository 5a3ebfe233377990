package jp.tsunagu.portal.wiring;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import jp.tsunagu.portal.finding.AskedWorries;
import jp.tsunagu.portal.finding.CaseFinding;
import jp.tsunagu.portal.gateway.Guards;
import jp.tsunagu.portal.read.ReadModel;
import jp.tsunagu.runtime.calls.ServiceClients;

/** Finding cases, put together. */
@Configuration(proxyBeanMethods = false)
class FindingConfiguration {
  @Bean
  CaseFinding caseFinding(ReadModel reads, ServiceClients clients, Guards guards) {
    return new CaseFinding(reads, new AskedWorries(clients, guards.of("intake")));
  }
}
