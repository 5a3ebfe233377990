package jp.tsunagu.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.security.crypto.password.PasswordEncoder;

import jp.tsunagu.contracts.DirectoryMessage.WorkerState;
import jp.tsunagu.directory.DirectoryApplication;
import jp.tsunagu.directory.register.Register;
import jp.tsunagu.identity.IdentityApplication;
import jp.tsunagu.identity.account.Accounts;
import jp.tsunagu.identity.account.Role;
import jp.tsunagu.testing.Infrastructure;

/** The demo's people on the one class path of a laptop, where every service's configuration lies beside every other's. */
class DemoLogInsTest {
  private static final String GATEWAY = "org.springframework.cloud.gateway.server.mvc.filter.FilterAutoConfiguration";

  @Test
  void givesEveryDemoWorkerALogInAndEveryOrganisationAMachine() {
    for (int start = 0; start < 2; start++) {
      try (var identity = IdentityApplication.application().sources(DemoAccounts.class).run("--server.port=0",
          "--spring.mongodb.uri=" + Infrastructure.mongoUri("demo-identity"), "--spring.mongodb.database=demo-identity",
          "--tsunagu.identity.second-factor-required=false")) {
        var accounts = identity.getBean(Accounts.class);
        for (DemoWorker worker : DemoWorker.all()) assertThat(accounts.find(worker.id()).orElseThrow().active()).isTrue();
        assertThat(accounts.find("org05-m").orElseThrow().roles()).containsExactlyInAnyOrder(Role.MANAGER, Role.CASEWORKER);
        assertThat(accounts.find("admin").orElseThrow().roles()).containsExactly(Role.ADMINISTRATOR);
        assertThat(accounts.findClient("org05").orElseThrow().worker()).isEqualTo("org05-1");
        assertThat(accounts.findClient("secretariat").orElseThrow().organisation()).isEqualTo("city");
        assertThat(identity.getBean(PasswordEncoder.class).matches("demo", accounts.find("org15-2").orElseThrow().passwordHash())).isTrue();
        assertThat(identity.getBeansOfType(org.springframework.cloud.stream.config.BindingServiceProperties.class)).isEmpty();
      }
    }
  }

  @Test
  void staffsEveryOrganisationOnce() {
    for (int start = 0; start < 2; start++) {
      try (var directory = new SpringApplicationBuilder(DirectoryApplication.class, DemoWorkers.class)
          .properties("spring.config.name=directory").run("--server.port=0",
              "--spring.mongodb.uri=" + Infrastructure.mongoUri("demo-directory"), "--spring.mongodb.database=demo-directory",
              "--spring.cloud.stream.kafka.binder.brokers=" + Infrastructure.kafka(), "--tsunagu.instance=demo",
              "--spring.autoconfigure.exclude=" + GATEWAY)) {
        var register = directory.getBean(Register.class);
        assertThat(register.all()).hasSize(16).allSatisfy(entry -> assertThat(entry.workers()).hasSizeGreaterThanOrEqualTo(3)
            .allSatisfy(worker -> assertThat(worker.state()).isEqualTo(WorkerState.ACTIVE)));
        assertThat(register.find("org05").orElseThrow().version()).isEqualTo(2);
        assertThat(register.find("city").orElseThrow().workers()).hasSize(5);
      }
    }
  }
}
