package jp.tsunagu.portal.gateway;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;

/** One guard per service, so that a service that is down or slow takes nobody else with it. */
public final class Guards {
  private final Map<String, Guard> guards = new ConcurrentHashMap<>();
  private final CircuitBreakerConfig breaking;
  private final BulkheadConfig bounds;

  /**
   * @param atOnce calls to one service at the same time
   * @param rest   how long a service that failed is left alone
   */
  public Guards(int atOnce, Duration rest) {
    this.bounds = BulkheadConfig.custom().maxConcurrentCalls(atOnce).maxWaitDuration(Duration.ZERO).build();
    this.breaking = CircuitBreakerConfig.custom().slidingWindowSize(20).minimumNumberOfCalls(10).failureRateThreshold(50)
        .waitDurationInOpenState(rest).permittedNumberOfCallsInHalfOpenState(3).build();
  }

  public Guard of(String service) {
    return guards.computeIfAbsent(service, s -> new Guard(s, CircuitBreaker.of(s, breaking), Bulkhead.of(s, bounds)));
  }
}
