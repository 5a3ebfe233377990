package jp.tsunagu.notification.channel;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.github.resilience4j.retry.RetryRegistry;
import io.github.resilience4j.timelimiter.TimeLimiter;
import io.github.resilience4j.timelimiter.TimeLimiterConfig;
import io.github.resilience4j.timelimiter.TimeLimiterRegistry;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jp.tsunagu.contracts.NotificationMessage.Channel;
import jp.tsunagu.runtime.pipeline.ChannelState;

/**
 * The guards of every road: a mail server, or one host of webhooks. Only what would happen to anybody on it counts against a road:
 * one recipient's full mailbox must not close it for the others.
 */
final class Guards {
  private final CircuitBreakerRegistry breakers;
  private final RetryRegistry retries;
  private final TimeLimiterRegistry limits;
  private final BulkheadRegistry bulkheads;

  /**
   * @param patience how long one attempt may take
   * @param away     how long a road that is closed is left alone
   * @param atOnce   how many letters are on one road at a time
   */
  Guards(Duration patience, Duration away, int atOnce) {
    limits = TimeLimiterRegistry.of(TimeLimiterConfig.custom().timeoutDuration(patience).cancelRunningFuture(true).build());
    breakers = CircuitBreakerRegistry.of(CircuitBreakerConfig.custom().slidingWindowSize(10).minimumNumberOfCalls(4)
        .failureRateThreshold(60).waitDurationInOpenState(away).automaticTransitionFromOpenToHalfOpenEnabled(true)
        .permittedNumberOfCallsInHalfOpenState(2).recordException(Guards::concernsAnybody).build());
    retries = RetryRegistry.of(RetryConfig.custom().maxAttempts(2)
        .intervalFunction(IntervalFunction.ofExponentialRandomBackoff(Duration.ofMillis(200), 2))
        .retryOnException(Guards::concernsAnybody).build());
    bulkheads = BulkheadRegistry.of(BulkheadConfig.custom().maxConcurrentCalls(atOnce).maxWaitDuration(patience.multipliedBy(4)).build());
  }

  private static boolean concernsAnybody(Throwable failure) {
    return failure instanceof NotNow notNow ? notNow.concernsAnybody() : failure instanceof TimeoutException;
  }

  boolean closed(String road) {
    return breakers.find(road).filter(breaker -> breaker.getState() == CircuitBreaker.State.OPEN).isPresent();
  }

  /** Of all roads of a channel that were ever taken. */
  ChannelState state(Channel channel) {
    Map<CircuitBreaker.State, Long> roads = breakers.getAllCircuitBreakers().stream()
        .filter(breaker -> breaker.getName().equals(channel.name()) || breaker.getName().startsWith(channel + " "))
        .collect(Collectors.groupingBy(CircuitBreaker::getState, Collectors.counting()));
    return new ChannelState(channel.name(), count(roads, CircuitBreaker.State.CLOSED), count(roads, CircuitBreaker.State.HALF_OPEN),
        count(roads, CircuitBreaker.State.OPEN));
  }

  private static int count(Map<CircuitBreaker.State, Long> roads, CircuitBreaker.State state) {
    return Math.toIntExact(roads.getOrDefault(state, 0L));
  }

  <T> Callable<T> on(String road, Supplier<Future<T>> attempt) {
    var inTime = TimeLimiter.decorateFutureSupplier(limits.timeLimiter(road), attempt);
    var counted = CircuitBreaker.decorateCallable(breakers.circuitBreaker(road), inTime);
    return Retry.decorateCallable(retries.retry(road), Bulkhead.decorateCallable(bulkheads.bulkhead(road), counted));
  }

  /** Roads are counted and not named, as in {@link ChannelState}: a worker chooses where a webhook leads. */
  void bindTo(MeterRegistry meters) {
    for (Channel channel : Channel.values()) {
      roads(meters, channel, "closed", ChannelState::closed);
      roads(meters, channel, "half-open", ChannelState::halfOpen);
      roads(meters, channel, "open", ChannelState::open);
    }
  }

  private void roads(MeterRegistry meters, Channel channel, String state, ToDoubleFunction<ChannelState> count) {
    Gauge.builder("tsunagu.channel.roads", this, guards -> count.applyAsDouble(guards.state(channel))).tag("channel", channel.name())
        .tag("state", state).description("roads of a channel by the state of their circuit breakers").register(meters);
  }
}
