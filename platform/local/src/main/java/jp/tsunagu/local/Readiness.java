package jp.tsunagu.local;

import java.util.Map;

import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;

/** The door says UP only when everything behind it is. */
final class Readiness implements HealthIndicator {
  private final Map<String, ConfigurableApplicationContext> contexts;
  private volatile boolean open;

  Readiness(Map<String, ConfigurableApplicationContext> contexts) {
    this.contexts = contexts;
  }

  void open() {
    open = true;
  }

  @Override
  public Health health() {
    Health.Builder health = open ? Health.up() : Health.outOfService();
    contexts.forEach((name, context) -> {
      if (name.equals("portal")) return; // it is the one that asks
      Status status = context.getBean(HealthEndpoint.class).health().getStatus();
      health.withDetail(name, status.getCode());
      if (!status.equals(Status.UP)) health.outOfService();
    });
    return health.build();
  }
}
