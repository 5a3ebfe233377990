package jp.tsunagu.portal.gateway;

import java.util.List;
import java.util.Locale;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/** {@code tsunagu.circuit}: for every service the door calls and every state of its circuit 1 or 0; one state is 1. */
final class CircuitMetrics implements MeterBinder {
  private static final List<CircuitBreaker.State> STATES = List.of(CircuitBreaker.State.CLOSED, CircuitBreaker.State.HALF_OPEN,
      CircuitBreaker.State.OPEN);

  private final Guards guards;

  CircuitMetrics(Guards guards) {
    this.guards = guards;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    for (String service : Owners.paths().keySet()) {
      Guard guard = guards.of(service);
      for (CircuitBreaker.State state : STATES)
        Gauge.builder("tsunagu.circuit", guard, g -> g.state() == state ? 1 : 0).tag("service", service)
            .tag("state", state.name().toLowerCase(Locale.ROOT).replace('_', '-')).description("1 for the state the circuit is in")
            .register(registry);
    }
  }
}
